import { app, BrowserWindow, nativeTheme } from 'electron'
import { join } from 'node:path'
import { assetPath } from './assets.ts'
import { popupSize } from './placement.ts'

/** Makes the popup's window, hidden and empty. `program` is the folder of the built main program. */
export function createPopupWindow(program: string): BrowserWindow {
  const window = new BrowserWindow({
    ...popupSize,
    title: app.name,
    icon: assetPath(program, 'icon-256.png'),
    show: false,
    frame: false,
    // Of a fixed size: on Windows, moving a window within its own resize event hangs the program.
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    // The page's own background: no flash before it is drawn.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1e21' : '#f5f6f7',
    webPreferences: {
      preload: join(program, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Chromium would fetch dictionaries from the internet.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  if (process.platform === 'darwin') {
    // Without skipTransformProcessType macOS shows the app in the Dock again.
    window.setVisibleOnAllWorkspaces(true, {
      visibleOnFullScreen: true,
      skipTransformProcessType: true,
    })
  }
  return window
}

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Browser } from '../chromium/browser.mjs'
import { createApp } from './app.mjs'
import { defineBrowserWindow } from './browser-window.mjs'
import { createClipboard } from './clipboard.mjs'
import { readCommandLine } from './command-line.mjs'
import { Desktop } from './desktop.mjs'
import { createDialog } from './dialog.mjs'
import { createGlobalShortcut } from './global-shortcut.mjs'
import { IpcMain } from './ipc-main.mjs'
import { defineMenu } from './menu.mjs'
import { nativeImage } from './native-image.mjs'
import { createNativeTheme } from './native-theme.mjs'
import { createNet } from './net.mjs'
import { defineNotification } from './notification.mjs'
import { createPermissions } from './permissions.mjs'
import { createPowerMonitor } from './power-monitor.mjs'
import { createSchemes } from './schemes.mjs'
import { createScreen } from './screen.mjs'
import { createSession } from './session.mjs'
import { createShell } from './shell.mjs'
import { strict } from './strict.mjs'
import { defineTray } from './tray.mjs'
import { createUtilityProcess } from './utility-process.mjs'
import { createWebRequest } from './web-request.mjs'
import { createWindows } from './windows.mjs'

/** Joins all parts into one `electron` module and the few doors a runner needs. */
export function createHost(argv) {
  pretendToBeElectron()
  const desktop = new Desktop()
  const browser = new Browser()
  const windows = createWindows()
  const command = readCommandLine(argv)
  const app = createApp({ command, windows, stop: () => browser.stop() })
  const schemes = createSchemes({ isReady: () => app.isReady() })
  const { protocol } = schemes
  const permissions = createPermissions({ browser, desktop })
  const webRequest = createWebRequest()
  const parts = { app, browser, desktop, permissions, protocol, schemes, webRequest, windows }
  const { session, defaultSession } = createSession(parts)
  const nativeTheme = createNativeTheme(parts)
  const ipcMain = new IpcMain()
  const openWindow = (options) => new BrowserWindow(options)
  const forPages = { ...parts, defaultSession, ipcMain, nativeImage, nativeTheme, openWindow }
  const BrowserWindow = defineBrowserWindow(forPages)

  browser.on('gone', () => {
    console.error('stand-in: Chromium ended by itself')
    process.exit(70)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.quit())

  const electron = strict('electron', {
    app,
    BrowserWindow,
    clipboard: createClipboard(parts),
    dialog: createDialog(parts),
    globalShortcut: createGlobalShortcut(parts),
    ipcMain,
    ...defineMenu(parts),
    nativeImage,
    nativeTheme,
    net: createNet(parts),
    Notification: defineNotification(parts),
    powerMonitor: createPowerMonitor(parts),
    protocol,
    screen: createScreen(parts),
    session,
    shell: createShell(),
    Tray: defineTray(parts),
    utilityProcess: createUtilityProcess(parts),
  })

  const standIn = {
    app,
    browser,
    desktop,
    /** Electron makes itself ready only when main's module has been evaluated to its end. */
    async becomeReady() {
      if (app.standIn.isOver()) return
      await browser.start(join(app.getPath('sessionData'), 'stand-in'))
      if (!app.standIn.isOver()) app.standIn.becomeReady()
    },
    /** Target ids of the windows whose page has loaded, the oldest first. */
    loadedWindows: () =>
      Promise.all(
        windows
          .all()
          .filter(({ webContents }) => webContents.getURL() !== '' && !webContents.isLoading())
          .map(({ webContents }) => webContents.standIn.targetId()),
      ),
  }
  return { electron, standIn }
}

function pretendToBeElectron() {
  const { version } = createRequire(import.meta.url)('electron/package.json')
  Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: process.cwd() })
}

import { screen } from 'electron'
import type { App } from '../app-ports.ts'
import type { Clock } from '../clock.ts'
import type { Language } from '../words/index.ts'
import { setApplicationMenu } from './application-menu.ts'
import { assetPath, trayImages } from './assets.ts'
import { connectBridge } from './bridge.ts'
import { reportBug } from './crash.ts'
import { heldKey } from './held-key.ts'
import { createNotices } from './notices.ts'
import type { PageFiles } from './page-files.ts'
import { placePopup, type Rectangle } from './placement.ts'
import { createPopup } from './popup.ts'
import { createPopupWindow } from './popup-window.ts'
import { watchPower } from './presence.ts'
import type { Quitting } from './quitting.ts'
import { pauseFromMenu, ringFrom } from './ring-gesture.ts'
import { servePage } from './safety.ts'
import { createTray } from './tray.ts'

export interface ShellPorts {
  app: App
  clock: Clock
  words: Language
  quitting: Quitting
  pageFiles: PageFiles
  /** The folder of the built main program. */
  program: string
  platform: NodeJS.Platform
  wayland: boolean
  quit: () => void
}

export interface Shell {
  /** Shows the popup. */
  reveal: () => void
  /** A press by the `--ring` switch; a held key, which starts copy after copy, is one press. */
  ring: () => void
}

/** After ready: page, bridge, popup and tray, in this order. No window is made before a reveal. */
export function openShell(ports: ShellPorts): Shell {
  const { app, clock, words, quitting, program, platform, wayland } = ports
  setApplicationMenu(platform)
  servePage(ports.pageFiles)
  watchPower(app)
  const popup = createPopup({
    app,
    clock,
    quitting,
    createWindow: () => createPopupWindow(program),
    place: () => {
      const bounds = tray.bounds()
      return placePopup({ tray: bounds, display: displayOf(bounds, wayland), platform, wayland })
    },
  })
  connectBridge(app, popup, clock)
  const notices = createNotices(words, assetPath(program, 'icon-256.png'), popup.reveal)
  const ring = (by: 'tray' | 'menu' | 'switch') =>
    ringFrom(by, { app, popup, notices }).catch(reportBug)
  const tray = createTray({
    app,
    clock,
    words,
    platform,
    images: trayImages(program, platform),
    ring: (by) => void ring(by),
    setPause: (paused) => {
      pauseFromMenu(paused, { app, popup, notices }).catch(reportBug)
    },
    open: popup.reveal,
    toggle: popup.toggle,
    quit: ports.quit,
  })
  return {
    reveal: popup.reveal,
    ring: heldKey(clock, () => ring('switch')),
  }
}

/** Without an icon to go by, where the person is pointing; Wayland does not tell that either. */
function displayOf(tray: Rectangle, wayland: boolean): Electron.Display {
  if (tray.width > 0 || tray.height > 0) return screen.getDisplayMatching(tray)
  return wayland
    ? screen.getPrimaryDisplay()
    : screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
}

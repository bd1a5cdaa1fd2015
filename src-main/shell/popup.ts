import { app, type BrowserWindow } from 'electron'
import type { App } from '../app-ports.ts'
import type { Clock } from '../clock.ts'
import { reportBug } from './crash.ts'
import { pageAddress } from './page-files.ts'
import type { Rectangle } from './placement.ts'
import { createPopupRules } from './popup-rules.ts'
import type { Quitting } from './quitting.ts'

export interface PopupPorts {
  app: App
  clock: Clock
  createWindow: () => BrowserWindow
  /** Where the popup belongs now. */
  place: () => Rectangle
  quitting: Pick<Quitting, 'started' | 'begin'>
}

export interface Popup {
  /** Shows the popup, whatever it was doing before, and gives it the focus. */
  reveal: () => void
  /** A click on the tray icon: reveals, unless this click has just closed the popup. */
  toggle: () => void
  visible: () => boolean
  /** The id of its web contents, null while there is none. */
  contentsId: () => number | null
  send: (channel: string, message: unknown) => void
  reload: () => void
}

/** The one popup. Its window exists from the first reveal until a minute after it was hidden. */
export function createPopup({
  app: ringApp,
  clock,
  createWindow,
  place,
  quitting,
}: PopupPorts): Popup {
  let window: BrowserWindow | null = null
  let loaded = false
  let shown = false
  const rules = createPopupRules(clock, process.platform, () => window?.destroy())

  function open(): BrowserWindow {
    const opened = createWindow()
    window = opened
    loaded = false
    opened.on('blur', () => {
      if (shown && rules.blurHides(ringApp.state())) hide('blur')
    })
    opened.webContents.on('before-input-event', (event, input) => {
      if (input.type !== 'keyDown' || input.key !== 'Escape' || input.isComposing) return
      event.preventDefault()
      hide('person')
    })
    opened.on('close', (event) => {
      if (quitting.started()) return
      event.preventDefault()
      hide('person')
    })
    // Windows ends its session without before-quit; a close refused now would hold it up.
    opened.on('session-end', () => {
      quitting.begin()
    })
    opened.webContents.on('render-process-gone', () => {
      opened.destroy()
    })
    opened.on('closed', () => {
      if (window !== opened) return
      window = null
      tell(false)
    })
    // Not ready-to-show: on Wayland it never comes for a hidden window (electron #48859).
    opened.loadURL(pageAddress).then(
      () => {
        loaded = true
        if (shown) present(opened)
      },
      (bug: unknown) => {
        // Gone before it was loaded, by quitting; else the next reveal makes a new one.
        if (opened.isDestroyed()) return
        reportBug(bug)
        opened.destroy()
      },
    )
    return opened
  }

  function reveal(): void {
    const opened = window ?? open()
    tell(true)
    rules.shown()
    if (loaded) present(opened)
  }

  function present(opened: BrowserWindow): void {
    if (opened.isDestroyed()) return
    if (!opened.isVisible()) opened.setBounds(place())
    // Always all three: a visible popup may lie behind other windows.
    opened.show()
    if (opened.isMinimized()) opened.restore()
    opened.focus()
    rules.shown()
  }

  function hide(by: 'blur' | 'person'): void {
    if (!window) return
    window.hide()
    // Gives the focus back to where it was; the others do that by themselves.
    if (by === 'person' && process.platform === 'darwin') app.hide()
    rules.hidden(by)
    tell(false)
  }

  function tell(nowShown: boolean): void {
    if (shown === nowShown) return
    shown = nowShown
    ringApp.popupShown(nowShown)
  }

  return {
    reveal,
    toggle() {
      if (rules.clickReveals()) reveal()
    },
    visible: () => shown,
    contentsId: () => window?.webContents.id ?? null,
    send(channel, message) {
      window?.webContents.send(channel, message)
    },
    reload() {
      window?.webContents.reload()
    },
  }
}

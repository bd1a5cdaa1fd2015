import { EventEmitter } from 'node:events'

/** What Electron calls a display, with its own task bar taken off the work area. */
export function display(id, bounds, { taskBar = { top: 24 }, scaleFactor = 1 } = {}) {
  const { top = 0, right = 0, bottom = 0, left = 0 } = taskBar
  const workArea = {
    x: bounds.x + left,
    y: bounds.y + top,
    width: bounds.width - left - right,
    height: bounds.height - top - bottom,
  }
  const size = { width: bounds.width, height: bounds.height }
  const workAreaSize = { width: workArea.width, height: workArea.height }
  return { id, bounds, workArea, size, workAreaSize, scaleFactor, rotation: 0, internal: false }
}

/**
 * The person's computer as the stand-in pretends it to be. A test reaches it as `__desktop` inside
 * `evaluate` and changes it with `set`, which also makes Electron's objects emit their events.
 */
export class Desktop extends EventEmitter {
  displays = [display(1, { x: 0, y: 0, width: 1280, height: 800 })]
  cursor = { x: 1000, y: 10 }
  dark = false
  online = true
  idleSeconds = 0
  screenLocked = false
  onBattery = false
  notificationsSupported = true
  clipboardText = ''
  /** Accelerators that another program holds, so that the app's `register` answers false. */
  shortcutsTaken = []
  /** Answers to come for dialogs; with none left the first button is pressed. */
  dialogAnswers = []
  /** Every dialog the app showed: `{ kind, options }`. */
  dialogs = []
  /** Every permission a page asked for: `{ kind: 'request' | 'check', permission, granted }`. */
  permissions = []

  /** Builds a display to put into `displays`. */
  display = display

  /** @param {Partial<Desktop>} changes */
  set(changes) {
    Object.assign(this, changes)
    this.emit('changed', Object.keys(changes))
  }
}

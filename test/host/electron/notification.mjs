import { strict, StrictEmitter } from './strict.mjs'

/** `Notification`: emits `show` and `close`; a test emits `click`. */
export function defineNotification({ desktop }) {
  class Notification extends StrictEmitter {
    static isSupported() {
      return desktop.notificationsSupported
    }
    title = ''
    subtitle = ''
    body = ''
    silent = false
    urgency = 'normal'
    timeoutType = 'default'
    actions = []
    icon = undefined
    #shown = false

    constructor(options = {}) {
      super('electron.Notification')
      Object.assign(this, options)
    }
    show() {
      if (!desktop.notificationsSupported) return
      this.#shown = true
      this.emit('show', {})
    }
    close() {
      if (!this.#shown) return
      this.#shown = false
      this.emit('close', {})
    }
  }
  return strict('electron.Notification', Notification)
}

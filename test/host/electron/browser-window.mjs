import { strict } from './strict.mjs'
import { mayGoOn, preventable } from './veto.mjs'
import { WebContents } from './web-contents.mjs'
import { WindowLook } from './window-look.mjs'

/** What Electron uses where a window says nothing. */
const defaultPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
}

/** `BrowserWindow`: a page, and flags for being shown and focused. */
export function defineBrowserWindow(host) {
  const { app, desktop, windows } = host
  let lastId = 0

  class BrowserWindow extends WindowLook {
    static getAllWindows() {
      return windows.all()
    }
    static getFocusedWindow() {
      return windows.focused()
    }
    static fromWebContents(contents) {
      return windows.all().find((window) => window.webContents === contents) ?? null
    }
    static fromId(id) {
      return windows.byId(id)
    }

    #visible = false
    #destroyed = false

    constructor(options = {}) {
      if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
      const preferences = safePreferences(options.webPreferences)
      const bounds = firstBounds(options, desktop.displays[0].workArea)
      super(options, bounds)
      this.id = ++lastId
      const { width, height } = bounds
      this.webContents = new WebContents(host, this.id, preferences, { width, height })
      this.#follow()
      windows.add(this)
      app.emit('browser-window-created', preventable(), this)
      if (options.show !== false) this.show()
      else this.webContents.standIn.place(bounds, false)
    }

    #follow() {
      const { webContents } = this
      webContents.once('did-finish-load', () => this.emit('ready-to-show', {}))
      webContents.standIn.onClosed(() => this.destroy())
      this.on('focus', () => app.emit('browser-window-focus', {}, this))
      this.on('blur', () => app.emit('browser-window-blur', {}, this))
      this.on('resize', () => webContents.standIn.resize(this.getBounds()))
      const place = () => webContents.standIn.place(this.getBounds(), this.#visible)
      for (const event of ['show', 'hide', 'move', 'resize']) this.on(event, place)
    }

    loadURL(url) {
      return this.webContents.loadURL(url)
    }
    reload() {
      this.webContents.reload()
    }
    show() {
      this.showInactive()
      this.focus()
    }
    showInactive() {
      if (this.#visible) return
      this.#visible = true
      this.emit('show', {})
    }
    /** A hidden window loses the focus: its listeners find it hidden already. */
    hide() {
      if (!this.#visible) return
      this.#visible = false
      this.blur()
      this.emit('hide', {})
    }
    focus() {
      if (this.#visible) windows.setFocused(this)
    }
    blur() {
      if (this.isFocused()) windows.setFocused(null)
    }
    isVisible() {
      return this.#visible
    }
    isFocused() {
      return windows.focused() === this
    }
    isDestroyed() {
      return this.#destroyed
    }
    center() {
      const { width, height } = this.getBounds()
      this.setBounds(centred({ width, height }, desktop.displays[0].workArea))
    }
    minimize() {
      this.hide()
    }
    /** `closed` comes later, as in Electron, where the page is asked first. */
    close() {
      if (this.#destroyed) return
      if (mayGoOn(this, 'close')) setImmediate(() => this.destroy())
      else app.standIn.closeRefused()
    }
    destroy() {
      if (this.#destroyed) return
      this.#destroyed = true
      this.#visible = false
      this.webContents.standIn.destroy()
      this.emit('closed', {})
      windows.remove(this)
    }
  }
  return strict('electron.BrowserWindow', BrowserWindow)
}

function safePreferences(given = {}) {
  const preferences = { ...defaultPreferences, ...given }
  for (const [name, safe] of Object.entries(defaultPreferences)) {
    if (preferences[name] !== safe) {
      throw new Error(`stand-in: webPreferences.${name} must be ${safe}, other windows are refused`)
    }
  }
  return preferences
}

function firstBounds({ x, y, width = 800, height = 600 }, workArea) {
  const middle = centred({ width, height }, workArea)
  return { x: x ?? middle.x, y: y ?? middle.y, width, height }
}

function centred({ width, height }, workArea) {
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 2),
    width,
    height,
  }
}

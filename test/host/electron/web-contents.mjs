import { readFileSync } from 'node:fs'
import { Page } from '../chromium/page.mjs'
import { WebFrameMain } from './frame.mjs'
import { dispatch, IpcMain } from './ipc-main.mjs'
import { inputOf } from './keys.mjs'
import { Navigation } from './navigation.mjs'
import { decide } from './requests.mjs'
import { StrictEmitter } from './strict.mjs'
import { preventable } from './veto.mjs'

const levels = { warning: 'warning', error: 'error', debug: 'debug' }

/** Electron's `webContents`: what main sees of a page. */
export class WebContents extends StrictEmitter {
  ipc = new IpcMain('electron.webContents.ipc')
  session
  mainFrame
  hostWebContents = null
  #host
  #page
  #navigation
  #preferences
  #preloadError
  #size
  #zoom = 1
  #destroyed = false
  #devTools = false
  #openHandler = () => ({ action: 'allow' })

  /** @param {object} preferences the window's live webPreferences */
  constructor(host, id, preferences, size) {
    super('electron.WebContents')
    this.id = id
    this.#host = host
    this.#preferences = preferences
    this.#size = size
    this.session = host.defaultSession
    this.mainFrame = new WebFrameMain(this)
    this.#page = new Page(host.browser, { preload: this.#readPreload(), size })
    this.#page.opened.catch((error) => {
      if (!this.#destroyed) console.error('stand-in: a window could not open its page:', error)
    })
    this.#navigation = new Navigation(this, this.#page, host.schemes)
    this.#listen()
    this.#applyTheme()
    this.#page.resize(size, 1)
    host.app.emit('web-contents-created', preventable(), this)
  }

  #readPreload() {
    const { preload } = this.#preferences
    try {
      return preload === undefined ? undefined : readFileSync(preload, 'utf8')
    } catch (error) {
      this.#preloadError = error
      return undefined
    }
  }

  #listen() {
    const page = this.#page
    const { schemes, webRequest, nativeTheme } = this.#host
    page.on('request', (event) => void decide({ contents: this, page, schemes, webRequest }, event))
    page.on('message', (message, answer) => this.#receive(message, answer))
    page.on('navigated', (_, inPage) => {
      if (!inPage && this.#preloadError) this.#reportPreload(this.#preloadError)
    })
    page.on('opening', (details) => this.#open(details))
    page.on('console', ({ type, args }) => {
      const message = args.map((arg) => arg.value ?? arg.description ?? arg.type).join(' ')
      this.emit('console-message', {
        level: levels[type] ?? 'info',
        message,
        frame: this.mainFrame,
      })
    })
    page.on('exception', ({ exceptionDetails: { text, exception } }) => {
      console.error('[page]', text, exception?.description ?? '')
    })
    const followTheme = () => this.#applyTheme()
    nativeTheme.on('updated', followTheme)
    this.once('destroyed', () => nativeTheme.off('updated', followTheme))
  }

  #receive(message, answer) {
    const { mainFrame } = this
    const event = {
      sender: this,
      senderFrame: mainFrame,
      frameId: 1,
      processId: this.id,
      type: 'frame',
    }
    switch (message.kind) {
      case 'preload-error':
        return this.#reportPreload(new Error(message.message))
      case 'key':
        return this.emit('before-input-event', preventable(), inputOf(message))
      case 'ask':
        return void this.#ask(message).then((value) =>
          answer({ kind: 'reply', id: message.id, value }),
        )
      default:
        return void dispatch([mainFrame.ipc, this.ipc, this.#host.ipcMain], event, message, answer)
    }
  }

  async #ask({ about, details }) {
    const { permissions } = this.#host
    if (about === 'window-open') return this.#open(details)
    const { permission, details: more } = details
    if (about === 'permission-check') return permissions.check(this, permission, more)
    return permissions.request(this, permission, more)
  }

  #open({ url, frameName, features }) {
    const asked = this.#host.schemes.fromPage(url)
    const referrer = { url: '', policy: 'default' }
    const disposition = features ? 'new-window' : 'foreground-tab'
    const details = { url: asked, frameName, features, disposition, referrer }
    const { action, overrideBrowserWindowOptions } = this.#openHandler(details)
    if (action !== 'allow') return
    const webPreferences = this.#preferences
    const child = this.#host.openWindow({ webPreferences, ...overrideBrowserWindowOptions })
    this.emit('did-create-window', child, details)
    child.loadURL(asked).catch(() => {}) // The child has told it in its own did-fail-load.
  }

  #reportPreload(error) {
    console.error(`Unable to load preload script: ${this.#preferences.preload}\n`, error)
    this.emit('preload-error', {}, this.#preferences.preload, error)
  }

  #applyTheme() {
    this.#page.setDark(this.#host.nativeTheme.shouldUseDarkColors)
  }

  getURL() {
    return this.#navigation.url
  }
  isDestroyed() {
    return this.#destroyed
  }
  isLoading() {
    return this.#navigation.loading
  }
  isLoadingMainFrame() {
    return this.#navigation.loading
  }
  isCrashed() {
    return this.#navigation.crashed
  }
  setWindowOpenHandler(handler) {
    this.#openHandler = handler
  }
  getLastWebPreferences() {
    return { ...this.#preferences }
  }
  send(channel, ...args) {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    this.#page.send({ kind: 'event', channel, args })
  }
  loadURL(url) {
    return this.#navigation.load(url)
  }
  reload() {
    this.#navigation.reload()
  }
  reloadIgnoringCache() {
    this.reload()
  }
  forcefullyCrashRenderer() {
    this.#page.crash()
  }
  executeJavaScript(code, userGesture) {
    return this.#page.evaluate(code, userGesture)
  }
  async capturePage() {
    return this.#host.nativeImage.createFromBuffer(await this.#page.screenshot())
  }
  getZoomFactor() {
    return this.#zoom
  }
  setZoomFactor(factor) {
    this.#zoom = factor
    this.#page.resize(this.#size, factor)
  }
  async setVisualZoomLevelLimits() {}
  setBackgroundThrottling() {}
  setIgnoreMenuShortcuts() {}
  setAudioMuted() {}
  focus() {}
  openDevTools() {
    this.#devTools = true
  }
  closeDevTools() {
    this.#devTools = false
  }
  isDevToolsOpened() {
    return this.#devTools
  }

  /** The stand-in's own doors, not Electron's. */
  standIn = {
    targetId: async () => {
      await this.#page.opened
      return this.#page.targetId
    },
    hasFrame: (id) => this.#page.frameId === id,
    place: (bounds, visible) => void this.#page.place(bounds, visible).catch(() => {}),
    resize: (size) => {
      this.#size = size
      this.#page.resize(size, this.#zoom)
    },
    destroy: () => {
      this.#destroyed = true
      void this.#page.close().catch(() => {}) // Gone with its Chromium.
      this.emit('destroyed')
    },
    onClosed: (then) => void this.#page.on('closed', then),
  }
}

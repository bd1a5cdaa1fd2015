import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { makeClone } from '../page/clone.mjs'
import { enterMainWorld } from '../page/main-world.mjs'
import { enterPreloadWorld } from '../page/preload-world.mjs'
import { makeWorldLink } from '../page/world-link.mjs'

const WORLD = 'stand-in-preload'

/**
 * One page of Chromium, driven over the DevTools protocol.
 * Emits `message` (from the preload's world, with the function that answers it), `request` (paused;
 * must be answered), `navigated`, `dom-ready`, `loaded`, `loading`, `console`, `exception`,
 * `opening` (a native new window), `crashed` and `closed`.
 */
export class Page extends EventEmitter {
  targetId = ''
  frameId = ''
  /** True while the next navigation is main's doing, which no listener may prevent. */
  ownNavigation = false
  #browser
  #clone = makeClone()
  #session
  #world
  #secret = randomUUID()

  /** @param {{ preload: string | undefined, size: {width: number, height: number} }} options */
  constructor(browser, options) {
    super()
    this.#browser = browser
    this.opened = this.#open(options)
  }

  async #open({ preload, size }) {
    const { targetId, session } = await this.#browser.newPage(size)
    this.targetId = targetId
    this.#session = session
    this.#listen()
    const setup = {
      port: `port-${this.#secret}`,
      deliver: 'standInDeliver',
      secret: this.#secret,
      preload,
      process: {
        type: 'renderer',
        sandboxed: true,
        contextIsolated: true,
        platform: process.platform,
        arch: process.arch,
        versions: { ...process.versions },
        env: {},
        argv: [],
      },
    }
    const text = JSON.stringify(setup)
    const binding = { name: setup.port, executionContextName: WORLD }
    const [{ frameTree }] = await Promise.all([
      session.send('Page.getFrameTree'),
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', binding),
      this.#runFirst(
        `(${enterMainWorld})(${JSON.stringify({ secret: this.#secret })}, ${makeWorldLink})`,
      ),
      this.#runFirst(`(${enterPreloadWorld})(${text}, (${makeClone})(), ${makeWorldLink})`, WORLD),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      session.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ])
    this.frameId = frameTree.frame.id
  }

  #runFirst(source, worldName) {
    const script = { source, ...(worldName ? { worldName } : {}) }
    return this.#session.send('Page.addScriptToEvaluateOnNewDocument', script)
  }

  #listen() {
    const session = this.#session
    const isMain = ({ frameId }) => frameId === this.frameId
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD && isMain(context.auxData)) this.#world = context.id
    })
    session.on('Runtime.executionContextsCleared', () => (this.#world = undefined))
    session.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      const answer = (message) => this.#deliver(executionContextId, this.#clone.write(message))
      this.emit('message', this.#clone.read(payload), answer)
    })
    session.on('Runtime.consoleAPICalled', (event) => this.emit('console', event))
    session.on('Runtime.exceptionThrown', (event) => this.emit('exception', event))
    session.on('Fetch.requestPaused', (event) => this.emit('request', event))
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.emit('navigated', frame.url, false)
    })
    session.on('Page.navigatedWithinDocument', (event) => {
      if (isMain(event)) this.emit('navigated', event.url, true)
    })
    session.on('Page.frameStartedLoading', (event) => {
      if (isMain(event)) this.emit('loading', true)
    })
    session.on('Page.frameStoppedLoading', (event) => {
      if (isMain(event)) this.emit('loading', false)
    })
    session.on('Page.domContentEventFired', () => this.emit('dom-ready'))
    session.on('Page.loadEventFired', () => {
      this.ownNavigation = false
      this.emit('loaded')
    })
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.emit('opening', { url, frameName: windowName, features: windowFeatures.join(',') })
    })
    session.on('Page.frameRequestedNavigation', ({ url, disposition }) => {
      if (disposition !== 'currentTab') this.emit('opening', { url, frameName: '', features: '' })
    })
    session.on('Inspector.targetCrashed', () => this.emit('crashed'))
    session.on('Inspector.detached', () => this.emit('closed'))
  }

  /** Answers a paused request. */
  settle(method, requestId, params = {}) {
    return this.#session.trySend(`Fetch.${method}`, { requestId, ...params })
  }

  /** @returns {Promise<string | undefined>} Chromium's error, such as `net::ERR_FAILED` */
  async navigate(url) {
    await this.opened
    this.ownNavigation = true
    const { errorText } = await this.#session.send('Page.navigate', { url })
    this.ownNavigation = false
    return errorText
  }

  async reload() {
    await this.opened
    this.ownNavigation = true
    await this.#session.trySend('Page.reload')
  }

  /** To the preload of the document that is there now; without one it is lost, as in Electron. */
  send(message) {
    const text = this.#clone.write(message)
    if (this.#world !== undefined) this.#deliver(this.#world, text)
  }

  #deliver(contextId, text) {
    const expression = `standInDeliver(${JSON.stringify(text)})`
    void this.#session.trySend('Runtime.evaluate', { contextId, expression })
  }

  async evaluate(expression, userGesture = false) {
    await this.opened
    const how = { expression, userGesture, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', how)
    if (!exceptionDetails) return result.value
    const { exception, text } = exceptionDetails
    const [message] = (exception?.description ?? text).split(/\n\s+at /)
    throw new Error(message.replace(/^Error: /, ''))
  }

  async screenshot() {
    await this.opened
    const { data } = await this.#session.send('Page.captureScreenshot', { format: 'png' })
    return Buffer.from(data, 'base64')
  }

  /** Zooming leaves the window as it is: fewer and larger CSS pixels. */
  resize({ width, height }, zoom) {
    this.#emulate('setDeviceMetricsOverride', {
      width: Math.round(width / zoom),
      height: Math.round(height / zoom),
      deviceScaleFactor: zoom,
      mobile: false,
    })
  }

  setDark(dark) {
    const scheme = { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }
    this.#emulate('setEmulatedMedia', { features: [scheme] })
  }

  #emulate(what, params) {
    const apply = () => this.#session.trySend(`Emulation.${what}`, params)
    this.opened.then(apply, () => {}) // Whoever made the page tells why it did not open.
  }

  /** Where there is a display, puts Chromium's own window in the place of the app's. */
  async place(bounds, visible) {
    await this.opened
    if (!this.#browser.headed) return
    const window = await this.#browser.send('Browser.getWindowForTarget', {
      targetId: this.targetId,
    })
    const change = (next) =>
      this.#browser.send('Browser.setWindowBounds', { windowId: window.windowId, bounds: next })
    await change({ windowState: visible ? 'normal' : 'minimized' })
    if (!visible) return
    const { x: left, y: top, width, height } = bounds
    await change({ left, top, width, height })
    await this.#session.trySend('Page.bringToFront')
  }

  crash() {
    void this.#session.trySend('Page.crash')
  }

  async close() {
    await this.opened
    await this.#browser.send('Target.closeTarget', { targetId: this.targetId })
  }
}

/**
 * The world of a sandboxed preload: `require` knows `electron` and little else, there is no Node.
 * Sent to the page as source, so it must stand alone. `port` is a function that only this world has;
 * it carries text to the host.
 */
export function enterPreloadWorld(setup, clone, makeWorldLink) {
  if (window.top !== window) return

  const port = globalThis[setup.port]
  delete globalThis[setup.port]
  const post = (message) => port(clone.write(message))
  const waiting = new Map()
  let lastId = 0

  const request = (message) =>
    new Promise((resolve, reject) => {
      const id = ++lastId
      post({ ...message, id })
      waiting.set(id, { resolve, reject })
    })

  const strict = (name, object) =>
    new Proxy(Object.assign(object, { [Symbol.toStringTag]: 'ElectronModule' }), {
      get(target, member) {
        // Bundlers' import code asks for the last two.
        const harmless = typeof member === 'symbol' || member === '__esModule' || member === 'then'
        if (harmless || member in target) return target[member]
        throw new Error(`stand-in: electron.${name}.${member} is not implemented in a preload`)
      },
    })

  const listeners = new Map()
  const listenersOf = (channel) => listeners.get(channel) ?? []
  const ipcRenderer = strict('ipcRenderer', {
    send: (channel, ...args) => post({ kind: 'send', channel, args }),
    invoke: (channel, ...args) => request({ kind: 'invoke', channel, args }),
    on(channel, listener) {
      listeners.set(channel, [...listenersOf(channel), listener])
      return this
    },
    once(channel, listener) {
      const first = (...args) => {
        this.off(channel, first)
        listener(...args)
      }
      return this.on(channel, first)
    },
    off(channel, listener) {
      const rest = listenersOf(channel).filter((each) => each !== listener)
      listeners.set(channel, rest)
      return this
    },
    addListener: (...args) => ipcRenderer.on(...args),
    removeListener: (...args) => ipcRenderer.off(...args),
    removeAllListeners(channel) {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return this
    },
    listenerCount: (channel) => listenersOf(channel).length,
  })

  globalThis[setup.deliver] = (text) => {
    const message = clone.read(text)
    if (message.kind === 'event') {
      const event = { sender: ipcRenderer, ports: [] }
      for (const listener of listenersOf(message.channel)) listener(event, ...message.args)
      return
    }
    const { resolve, reject } = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) resolve(message.value)
    else reject(new Error(message.error))
  }

  const expose = makeWorldLink('preload', 'page', setup.secret, (about, details) =>
    request({ kind: 'ask', about, details }),
  )
  for (const type of ['keydown', 'keyup']) {
    const tell = (event) => {
      if (!event.isTrusted) return
      const { key, code, repeat, isComposing, location } = event
      const held = { shift: event.shiftKey, control: event.ctrlKey, alt: event.altKey }
      post({
        kind: 'key',
        type,
        key,
        code,
        repeat,
        isComposing,
        location,
        ...held,
        meta: event.metaKey,
      })
    }
    window.addEventListener(type, tell, true)
  }
  if (setup.preload === undefined) return

  const modules = {
    electron: strict('renderer', {
      ipcRenderer,
      contextBridge: strict('contextBridge', {
        exposeInMainWorld: (key, api) => void expose(key, api),
      }),
    }),
    timers: { setTimeout, clearTimeout, setInterval, clearInterval },
    url: { URL, URLSearchParams },
  }
  modules['electron/renderer'] = modules.electron
  const require = (id) => {
    const found = modules[id.replace(/^node:/, '')]
    if (!found) throw new Error(`module not found: ${id}`)
    return found
  }
  const module = { exports: {} }
  const scope = {
    require,
    process: strict('process', setup.process),
    global: globalThis,
    module,
    exports: module.exports,
    setImmediate: (then, ...args) => setTimeout(then, 0, ...args),
    clearImmediate: clearTimeout,
  }
  try {
    new Function(...Object.keys(scope), setup.preload)(...Object.values(scope))
  } catch (error) {
    post({ kind: 'preload-error', message: String(error?.stack ?? error) })
  }
}

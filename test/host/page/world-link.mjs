/**
 * One end of the link between the page's world and the preload's world: synchronous DOM events under
 * a secret name; functions and promises cross as proxies, the rest as copies, like contextBridge.
 * Sent to the page as source, so it must stand alone. Each end may call the other's one `root`.
 */
export function makeWorldLink(me, peer, secret, root) {
  // Taken before the page's scripts run, so that none of them can listen in by replacing it.
  const dispatch = EventTarget.prototype.dispatchEvent.bind(document)
  const listen = EventTarget.prototype.addEventListener.bind(document)
  const NativeEvent = CustomEvent
  const clone = structuredClone.bind(globalThis)
  const functions = [root]
  const ids = new Map()
  let answer

  const idOf = (fn) => {
    if (!ids.has(fn)) ids.set(fn, functions.push(fn) - 1)
    return ids.get(fn)
  }
  const refused = () => new Error('An object could not be cloned.')

  /** Electron copies no Proxy, such as Svelte's $state; only a failing clone gives one away. */
  const isProxy = (value) => {
    try {
      clone(value)
      return false
    } catch (error) {
      return /(#<Object>|\[object (Array|Object)\]) could not be cloned/.test(error.message)
    }
  }

  const write = (value) => {
    if (typeof value === 'function') return { t: 'function', v: idOf(value) }
    if (typeof value === 'symbol') throw refused()
    if (typeof value !== 'object' || value === null) return { v: value }
    if (value instanceof Promise) {
      const settle = (resolve, reject) => void value.then(resolve, reject)
      return { t: 'promise', v: functions.push(settle) - 1 }
    }
    // Electron keeps an error's message and nothing else.
    if (value instanceof Error) return { t: 'error', v: value.message }
    if (value instanceof Node || value instanceof Blob) throw refused()
    const kind = Object.prototype.toString.call(value)
    // Of ipcRenderer, which its own methods return, Electron lets nothing across.
    if (kind === '[object ElectronModule]') return { t: 'object', v: [] }
    if (!Array.isArray(value) && kind !== '[object Object]') return { v: value }
    if (isProxy(value)) throw refused()
    if (Array.isArray(value)) return { t: 'array', v: value.map(write) }
    // Of a class instance only its own members remain.
    return { t: 'object', v: Object.keys(value).map((key) => [key, write(value[key])]) }
  }

  const read = (node) => {
    switch (node.t) {
      case 'function':
        return (...args) => call(node.v, args)
      case 'promise':
        return new Promise((resolve, reject) => void call(node.v, [resolve, reject]))
      case 'error':
        return new Error(node.v)
      case 'array':
        return node.v.map(read)
      case 'object':
        return Object.fromEntries(node.v.map(([key, item]) => [key, read(item)]))
      default:
        return node.v
    }
  }

  const fire = (kind, detail) => dispatch(new NativeEvent(`${secret}:${peer}:${kind}`, { detail }))

  const call = (id, args) => {
    answer = undefined
    fire('call', { id, args: args.map(write) })
    const { ok, value } = answer
    if (!ok) throw read(value)
    return read(value)
  }

  listen(`${secret}:${me}:answer`, (event) => {
    answer = event.detail
  })
  listen(`${secret}:${me}:call`, (event) => {
    const { id, args } = event.detail
    try {
      fire('answer', { ok: true, value: write(functions[id](...args.map(read))) })
    } catch (error) {
      const told = error instanceof Error ? error : new Error(String(error))
      fire('answer', { ok: false, value: write(told) })
    }
  })

  return (...args) => call(0, args)
}

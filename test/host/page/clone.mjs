/**
 * Electron's message format: structured clone, written as text. Sent to the page as source too, so
 * it must stand alone: no imports, no closures.
 */
export function makeClone() {
  const refused = () => new Error('An object could not be cloned.')

  /** A true structured clone first: it refuses functions, symbols and proxies, and drops classes. */
  const copyOf = (value) => {
    try {
      return structuredClone(value)
    } catch {
      throw refused()
    }
  }

  const bytesToText = (buffer, offset, length) => {
    let text = ''
    for (const byte of new Uint8Array(buffer, offset, length)) text += String.fromCharCode(byte)
    return btoa(text)
  }
  const textToBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

  const write = (value, seen) => {
    if (value === undefined) return { t: 'undefined' }
    if (value === null || typeof value === 'boolean' || typeof value === 'string')
      return { v: value }
    if (typeof value === 'bigint') return { t: 'bigint', v: String(value) }
    if (typeof value === 'number') {
      if (Object.is(value, -0)) return { t: 'number', v: '-0' }
      return Number.isFinite(value) ? { v: value } : { t: 'number', v: String(value) }
    }
    if (seen.has(value)) return { t: 'seen', v: seen.get(value) }
    seen.set(value, seen.size)
    return writeObject(value, (inner) => write(inner, seen))
  }

  const writeObject = (value, inner) => {
    if (value instanceof Date) return { t: 'Date', v: value.getTime() }
    if (value instanceof RegExp) return { t: 'RegExp', v: [value.source, value.flags] }
    if (value instanceof Error) {
      const { name, message, stack, cause } = value
      return { t: 'Error', v: [name, message, stack], cause: inner(cause) }
    }
    if (value instanceof Map) {
      return { t: 'Map', v: [...value].map(([key, item]) => [inner(key), inner(item)]) }
    }
    if (value instanceof Set) return { t: 'Set', v: [...value].map(inner) }
    if (value instanceof ArrayBuffer) {
      return { t: 'ArrayBuffer', v: bytesToText(value, 0, value.byteLength) }
    }
    if (ArrayBuffer.isView(value)) {
      const { buffer, byteOffset, byteLength } = value
      const kind = Object.prototype.toString.call(value).slice(8, -1)
      return { t: 'view', kind, v: bytesToText(buffer, byteOffset, byteLength) }
    }
    if (Array.isArray(value)) return { t: 'array', v: Array.from(value, inner) }
    if (Object.prototype.toString.call(value) !== '[object Object]') throw refused()
    return { t: 'object', v: Object.entries(value).map(([key, item]) => [key, inner(item)]) }
  }

  const read = (node, seen) => {
    const keep = (object) => {
      seen.push(object)
      return object
    }
    const inner = (child) => read(child, seen)
    switch (node.t) {
      case undefined:
        return node.v
      case 'undefined':
        return undefined
      case 'bigint':
        return BigInt(node.v)
      case 'number':
        return Number(node.v)
      case 'seen':
        return seen[node.v]
      case 'Date':
        return keep(new Date(node.v))
      case 'RegExp':
        return keep(new RegExp(...node.v))
      case 'Error': {
        const [name, message, stack] = node.v
        const known = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
        const error = keep(new (known[name] ?? Error)(message))
        error.stack = stack
        if (node.cause.t !== 'undefined') error.cause = inner(node.cause)
        else inner(node.cause)
        return error
      }
      case 'Map': {
        const map = keep(new Map())
        for (const [key, item] of node.v) map.set(inner(key), inner(item))
        return map
      }
      case 'Set': {
        const set = keep(new Set())
        for (const item of node.v) set.add(inner(item))
        return set
      }
      case 'ArrayBuffer':
        return keep(textToBytes(node.v).buffer)
      case 'view':
        return keep(new globalThis[node.kind](textToBytes(node.v).buffer))
      case 'array': {
        const array = keep([])
        for (const item of node.v) array.push(inner(item))
        return array
      }
      default: {
        const object = keep({})
        for (const [key, item] of node.v) {
          const value = inner(item)
          Object.defineProperty(object, key, {
            value,
            writable: true,
            enumerable: true,
            configurable: true,
          })
        }
        return object
      }
    }
  }

  return {
    /** @throws {Error} "An object could not be cloned." */
    write: (value) => JSON.stringify(write(copyOf(value), new Map())),
    read: (text) => read(JSON.parse(text), []),
  }
}

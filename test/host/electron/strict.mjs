import { EventEmitter } from 'node:events'

/** Asked of any object by `await`, JSON and bundlers' import code; "no such thing" is right. */
const harmless = new Set(['then', 'toJSON', '__esModule', 'domain'])

/**
 * Wraps one of Electron's objects so that reading a member the stand-in lacks fails by name,
 * instead of an `undefined` that a test would take for an answer.
 * @template {object} T
 * @param {string} name as the app writes it, such as `electron.app`
 * @param {T} object
 * @returns {T}
 */
export function strict(name, object) {
  return new Proxy(object, {
    get(target, member, receiver) {
      if (typeof member === 'symbol' || member in target || harmless.has(member)) {
        return Reflect.get(target, member, receiver)
      }
      throw new Error(`stand-in: ${name}.${member} is not implemented`)
    },
  })
}

/** An EventEmitter with that strictness; private members of derived classes live on the proxy. */
export class StrictEmitter extends EventEmitter {
  constructor(/** @type {string} */ name) {
    super()
    return strict(name, this)
  }
}

/** The same for a class that emits nothing. */
export class StrictObject {
  constructor(/** @type {string} */ name) {
    return strict(name, this)
  }
}

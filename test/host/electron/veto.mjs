/** An event that listeners may prevent, as Electron hands out. */
export function preventable(details = {}) {
  let prevented = false
  return {
    ...details,
    preventDefault() {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
}

/**
 * Emits an event that listeners may prevent.
 * @param {import('node:events').EventEmitter} emitter
 * @returns {boolean} whether nobody objected
 */
export function mayGoOn(emitter, name, event = preventable(), ...rest) {
  emitter.emit(name, event, ...rest)
  return !event.defaultPrevented
}

const types = { keydown: 'keyDown', keyup: 'keyUp' }

/** A page's keyboard event as Electron's `before-input-event` tells it. */
export function inputOf({ type, key, code, repeat, isComposing, location, ...held }) {
  const modifiers = Object.keys(held).filter((name) => held[name] === true)
  const { shift, control, alt, meta } = held
  return {
    type: types[type],
    key,
    code,
    isAutoRepeat: repeat,
    isComposing,
    location,
    modifiers,
    shift,
    control,
    alt,
    meta,
  }
}

/** All windows that are open, the one that has the focus, and the news when the last is gone. */
export function createWindows() {
  const open = new Map()
  let focused = null
  let onLastClosed = () => {}

  return {
    all: () => [...open.values()],
    byId: (id) => open.get(id) ?? null,
    add: (window) => void open.set(window.id, window),
    remove(window) {
      open.delete(window.id)
      if (focused === window) focused = null
      if (open.size === 0) onLastClosed()
    },
    whenLastClosed(then) {
      onLastClosed = then
    },
    focused: () => focused,
    /** @param window null: another program has the focus */
    setFocused(window) {
      const before = focused
      if (before === window) return
      focused = window
      before?.emit('blur', {})
      window?.emit('focus', {})
    },
  }
}

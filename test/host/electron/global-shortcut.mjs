import { strict } from './strict.mjs'

/** `globalShortcut`: false where this app or, by the desktop's word, another program has the keys. */
export function createGlobalShortcut({ app, desktop }) {
  const registered = new Map()
  const onlyWhenReady = () => {
    if (!app.isReady()) throw new Error('globalShortcut cannot be used before the app is ready')
  }

  return strict('electron.globalShortcut', {
    register(accelerator, callback) {
      onlyWhenReady()
      if (registered.has(accelerator) || desktop.shortcutsTaken.includes(accelerator)) return false
      registered.set(accelerator, callback)
      return true
    },
    isRegistered(accelerator) {
      onlyWhenReady()
      return registered.has(accelerator)
    },
    unregister(accelerator) {
      onlyWhenReady()
      registered.delete(accelerator)
    },
    unregisterAll() {
      onlyWhenReady()
      registered.clear()
    },
  })
}

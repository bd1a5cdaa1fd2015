import { once } from 'node:events'
import { createPaths } from './app-paths.mjs'
import { createInstanceLock } from './instance-lock.mjs'
import { StrictEmitter } from './strict.mjs'
import { mayGoOn } from './veto.mjs'

/**
 * `app`: from the first line of main to the exit code.
 * @param {{ command: import('./command-line.mjs').CommandLine, windows: object, stop: () => Promise<void> }} host
 */
export function createApp({ command, windows, stop }) {
  const paths = createPaths({
    name: command.name,
    entry: command.entry,
    userData: command.value('user-data-dir'),
  })
  let ready = false
  let quitting = false
  let over = false

  class App extends StrictEmitter {
    name = command.name
    isPackaged = false
    commandLine = command.api
    /** macOS only. */
    dock = undefined

    getName() {
      return this.name
    }
    setName(name) {
      this.name = name
    }
    getVersion() {
      return command.version
    }
    getAppPath() {
      return command.folder
    }
    getPath(name) {
      return paths.get(name)
    }
    setPath(name, path) {
      paths.set(name, path)
    }
    getLocale() {
      return 'en-US'
    }
    getSystemLocale() {
      return 'en-US'
    }
    getPreferredSystemLanguages() {
      return ['en-US']
    }
    isReady() {
      return ready
    }
    async whenReady() {
      if (!ready) await once(this, 'ready')
    }
    enableSandbox() {
      if (ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    }
    disableHardwareAcceleration() {
      if (ready) {
        throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
      }
    }
    setAppUserModelId() {}
    setAboutPanelOptions() {}
    setDesktopName() {}
    focus() {}
    hide() {}
    show() {}
    /** Electron has no login items on Linux: it takes the setting and forgets it. */
    setLoginItemSettings() {}
    getLoginItemSettings() {
      const never = { openAtLogin: false, openAsHidden: false, wasOpenedAtLogin: false }
      return { ...never, wasOpenedAsHidden: false, restoreState: false, launchItems: [] }
    }

    requestSingleInstanceLock(additionalData = null) {
      return lock.request({ argv: process.argv, folder: process.cwd(), additionalData })
    }
    hasSingleInstanceLock() {
      return lock.held()
    }
    releaseSingleInstanceLock() {
      lock.release()
    }

    quit() {
      if (quitting) return
      quitting = mayGoOn(app, 'before-quit')
      if (!quitting) return
      if (windows.all().length === 0) this.#leave()
      else for (const window of windows.all()) window.close()
    }
    #leave() {
      if (over) return
      quitting = mayGoOn(app, 'will-quit')
      if (quitting) this.exit(0)
    }
    exit(code = 0) {
      if (over) return
      over = true
      quitting = true
      for (const window of windows.all()) window.destroy()
      app.emit('quit', {}, code)
      void stop().finally(() => process.exit(code))
    }

    /** The stand-in's own doors, not Electron's. */
    standIn = {
      isOver: () => over,
      becomeReady: () => {
        ready = true
        app.emit('will-finish-launching')
        app.emit('ready', {}, {})
      },
      lastWindowClosed: () => {
        if (over) return
        if (quitting) this.#leave()
        else if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
        else this.quit()
      },
      closeRefused: () => {
        quitting = false
      },
    }
  }

  const app = new App('electron.app')
  const lock = createInstanceLock({
    folder: () => paths.get('userData'),
    async onSecond({ argv, folder, additionalData }) {
      await app.whenReady()
      app.emit('second-instance', {}, argv, folder, additionalData)
    },
  })
  windows.whenLastClosed(app.standIn.lastWindowClosed)
  return app
}

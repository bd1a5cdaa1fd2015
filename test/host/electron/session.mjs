import { strict, StrictEmitter } from './strict.mjs'
import { preventable } from './veto.mjs'

/** The one session. Handlers for what a headless Chromium never asks are taken and left alone. */
export function createSession({ app, browser, permissions, webRequest, protocol, windows }) {
  class Session extends StrictEmitter {
    protocol = protocol
    webRequest = webRequest.api
    setPermissionRequestHandler = permissions.setPermissionRequestHandler
    setPermissionCheckHandler = permissions.setPermissionCheckHandler
    setDevicePermissionHandler() {}
    setDisplayMediaRequestHandler() {}
    setBluetoothPairingHandler() {}
    setUSBProtectedClassesHandler() {}
    setSpellCheckerEnabled() {}
    async setProxy() {}
    async clearStorageData() {}
    async clearCache() {}
    async clearAuthCache() {}
    isPersistent() {
      return true
    }
  }
  const defaultSession = new Session('electron.session.defaultSession')

  browser.on('download', ({ url, suggestedFilename, guid, frameId }) => {
    const contents = windows
      .all()
      .find((window) => window.webContents.standIn.hasFrame(frameId))?.webContents
    const item = strict('electron.DownloadItem', {
      getURL: () => url,
      getFilename: () => suggestedFilename,
      cancel() {},
    })
    const event = preventable()
    defaultSession.emit('will-download', event, item, contents, contents?.mainFrame ?? null)
    if (!event.defaultPrevented) console.error(`stand-in: ${url} is not saved, downloads never are`)
    browser.send('Browser.cancelDownload', { guid }).catch(() => {}) // It may be over already.
  })

  const session = strict('electron.session', {
    get defaultSession() {
      if (!app.isReady()) throw new Error('Session can only be received when app is ready')
      return defaultSession
    },
  })
  return { session, defaultSession }
}

/** What Chromium calls the permissions that Electron names otherwise. */
const chromiumNames = {
  'clipboard-read': ['clipboardReadWrite'],
  geolocation: ['geolocation'],
  media: ['audioCapture', 'videoCapture'],
  notifications: ['notifications'],
}

/**
 * A page's permissions. As in Electron everything is granted until the app sets a handler, so an
 * app that forgets its handlers is found out.
 */
export function createPermissions({ browser, desktop }) {
  let requestHandler = null
  let checkHandler = null

  const record = (kind, permission, granted) => {
    desktop.permissions.push({ kind, permission, granted })
    return granted
  }

  async function ask(contents, permission, details) {
    if (!requestHandler) return true
    const given = { requestingUrl: contents.getURL(), isMainFrame: true, ...details }
    return new Promise((resolve) => {
      requestHandler(contents, permission, (granted) => resolve(granted === true), given)
    })
  }

  return {
    setPermissionRequestHandler(handler) {
      requestHandler = handler
    },
    setPermissionCheckHandler(handler) {
      checkHandler = handler
    },
    /** @returns {Promise<boolean>} after which Chromium itself will grant it, too */
    async request(contents, permission, details) {
      const granted = record('request', permission, await ask(contents, permission, details))
      const permissions = chromiumNames[permission]
      if (granted && permissions) await browser.send('Browser.grantPermissions', { permissions })
      return granted
    },
    check(contents, permission, details) {
      const { origin } = contents.mainFrame
      const given = { requestingUrl: contents.getURL(), isMainFrame: true, ...details }
      const granted = !checkHandler || checkHandler(contents, permission, origin, given) === true
      return record('check', permission, granted)
    },
  }
}

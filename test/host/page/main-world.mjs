/**
 * The page's own world, before its first script. Sent to the page as source, so it must stand alone.
 * It takes what the preload exposes, and puts Electron's answers in the place of the browser's where
 * those differ: a denied `window.open` gives null, and permissions are main's to grant.
 */
export function enterMainWorld({ secret }, makeWorldLink) {
  // Electron runs preloads in top frames only.
  if (window.top !== window) return

  const freeze = (value) => {
    if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(freeze)
      Object.freeze(value)
    }
    return value
  }
  const expose = (key, api) => {
    if (Object.hasOwn(window, key)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object')
    }
    Object.defineProperty(window, key, { value: freeze(api), enumerable: true })
  }
  /** Promises main's answer. */
  const ask = makeWorldLink('page', 'preload', secret, expose)
  const granted = (permission, details = {}) => ask('permission-request', { permission, details })
  const denied = () => new DOMException('Permission denied', 'NotAllowedError')

  window.open = function open(url = '', frameName = '_blank', features = '') {
    const absolute = url === '' ? 'about:blank' : new URL(url, document.baseURI).href
    void ask('window-open', { url: absolute, frameName, features })
    return null
  }

  Notification.requestPermission = async (then) => {
    const answer = (await granted('notifications')) ? 'granted' : 'denied'
    then?.(answer)
    return answer
  }

  const askFirst = (owner, method, permission, detailsOf, refuse) => {
    const native = owner?.[method]
    if (!native) return
    owner[method] = function (...args) {
      return refuse(granted(permission, detailsOf(...args)), () => native.apply(this, args), args)
    }
  }
  const reject = async (answer, go) => {
    if (await answer) return go()
    throw denied()
  }
  const callBack = (answer, go, [, failed]) => {
    const refusal = { code: 1, message: 'User denied Geolocation', PERMISSION_DENIED: 1 }
    void answer.then((yes) => (yes ? go() : failed?.(refusal)))
  }
  const none = () => ({})
  const media = (wanted = {}) => ({
    mediaTypes: ['audio', 'video'].filter((type) => wanted[type]),
  })
  askFirst(navigator.mediaDevices, 'getUserMedia', 'media', media, reject)
  askFirst(navigator.clipboard, 'read', 'clipboard-read', none, reject)
  askFirst(navigator.clipboard, 'readText', 'clipboard-read', none, reject)
  askFirst(navigator.geolocation, 'getCurrentPosition', 'geolocation', none, callBack)
  askFirst(navigator.geolocation, 'watchPosition', 'geolocation', none, callBack)

  navigator.permissions.query = async ({ name }) => {
    const permission = name === 'camera' || name === 'microphone' ? 'media' : name
    const yes = await ask('permission-check', { permission })
    return Object.assign(new EventTarget(), { name, state: yes ? 'granted' : 'denied' })
  }
}

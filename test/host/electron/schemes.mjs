import { strict } from './strict.mjs'

/**
 * Private schemes. Chromium cannot be taught a new scheme from outside, so `app://page/x` is
 * `https://page.app.standin/x` inside the page, answered by the app's handler before any network.
 */
export function createSchemes({ isReady }) {
  const privileges = new Map()
  const handlers = new Map()

  const toPage = (url) => {
    const [, scheme, host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? []
    return handlers.has(scheme) ? `https://${host}.${scheme}.standin${rest || '/'}` : url
  }
  const fromPage = (text) =>
    text.replace(/https:\/\/([^/'" ;]+?)\.([a-z][a-z0-9+-]*)\.standin(?=[/?#\s;]|$)/g, '$2://$1')

  const onlyWhenReady = () => {
    if (!isReady()) throw new Error('protocol cannot be used before app is ready')
  }

  const protocol = strict('electron.protocol', {
    registerSchemesAsPrivileged(schemes) {
      if (isReady()) {
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      }
      for (const each of schemes) privileges.set(each.scheme, each.privileges ?? {})
    },
    handle(scheme, handler) {
      onlyWhenReady()
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      const { standard, secure } = privileges.get(scheme) ?? {}
      if (!standard || !secure) {
        throw new Error(`stand-in: ${scheme} must be registered as standard and secure`)
      }
      handlers.set(scheme, handler)
    },
    unhandle(scheme) {
      onlyWhenReady()
      if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
    },
    isProtocolHandled: (scheme) => handlers.has(scheme),
  })

  return {
    protocol,
    toPage,
    fromPage,
    /** The app's handler for an address as the app writes it. */
    handlerOf: (url) => handlers.get(/^[^:]*/.exec(url)[0]),
  }
}

/** As Electron writes it; Node says `null` for schemes it does not know. */
export function originOf(url) {
  const [, origin] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]+)/i.exec(url) ?? []
  return origin ?? 'null'
}

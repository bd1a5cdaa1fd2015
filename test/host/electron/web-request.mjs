import { strict } from './strict.mjs'

/** The two of Electron's request hooks that an app of this kind uses to refuse or to harden. */
export function createWebRequest() {
  const hooks = { onBeforeRequest: null, onHeadersReceived: null }

  const register = (hook) => (filterOrListener, listener) => {
    const hasFilter = typeof filterOrListener === 'object' && filterOrListener !== null
    const urls = hasFilter ? filterOrListener.urls : ['<all_urls>']
    const then = hasFilter ? listener : filterOrListener
    hooks[hook] = then ? { patterns: urls.map(toPattern), then } : null
  }

  const run = (hook, details) => {
    const entry = hooks[hook]
    if (!entry?.patterns.some((pattern) => pattern.test(details.url))) return Promise.resolve({})
    return new Promise((resolve) => entry.then(details, (answer) => resolve(answer ?? {})))
  }

  return {
    api: strict('electron.session.webRequest', {
      onBeforeRequest: register('onBeforeRequest'),
      onHeadersReceived: register('onHeadersReceived'),
    }),
    /** @returns {Promise<{cancel?: boolean, redirectURL?: string}>} */
    beforeRequest: (details) => run('onBeforeRequest', details),
    /** @returns {Promise<{cancel?: boolean, responseHeaders?: Record<string, string | string[]>}>} */
    headersReceived: (details) => run('onHeadersReceived', details),
  }
}

function toPattern(glob) {
  if (glob === '<all_urls>') return /^/
  const literal = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')
  return new RegExp(`^${literal}$`)
}

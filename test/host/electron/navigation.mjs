/** Chromium's numbers for the errors a test is likely to meet. */
const numbers = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_UNKNOWN_URL_SCHEME: -302,
}

/** Where a page is and whether it is still loading; tells its WebContents' listeners. */
export class Navigation {
  url = ''
  loading = false
  crashed = false
  #contents
  #page
  #schemes

  constructor(contents, page, schemes) {
    this.#contents = contents
    this.#page = page
    this.#schemes = schemes
    page.on('navigated', (url, inPage) => {
      this.url = schemes.fromPage(url)
      if (inPage) contents.emit('did-navigate-in-page', {}, this.url, true)
      else contents.emit('did-navigate', {}, this.url, 200, 'OK')
    })
    page.on('loading', (loading) => {
      this.loading = loading
      contents.emit(loading ? 'did-start-loading' : 'did-stop-loading')
    })
    page.on('dom-ready', () => contents.emit('dom-ready', {}))
    page.on('loaded', () => contents.emit('did-finish-load'))
    page.on('crashed', () => {
      this.crashed = true
      contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    })
  }

  /** @throws an Error with Electron's `code`, `errno` and `url` when the page does not load */
  async load(url) {
    // A page that goes away meanwhile takes its load with it.
    const gone = () => 'net::ERR_FAILED'
    const text = await this.#page.navigate(this.#schemes.toPage(url)).catch(gone)
    this.crashed = false
    if (text === undefined && this.loading) await this.#ended()
    const error = loadError(this.#contents.isDestroyed() ? gone() : text, url)
    if (!error) return
    this.#contents.emit('did-fail-load', {}, error.errno, error.code, url, true)
    throw error
  }

  reload() {
    this.crashed = false
    void this.#page.reload()
  }

  #ended() {
    return new Promise((resolve) => {
      this.#contents.once('did-stop-loading', resolve)
      this.#contents.once('destroyed', resolve)
    })
  }
}

/** @param {string | undefined} text such as `net::ERR_FAILED` */
function loadError(text, url) {
  if (text === undefined) return undefined
  const code = text.replace('net::', '')
  const errno = numbers[code] ?? numbers.ERR_FAILED
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { errno, code, url })
}

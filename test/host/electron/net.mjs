import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strict } from './strict.mjs'

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Electron's `net`: files and private schemes as well as what Node's own fetch can do. */
export function createNet({ app, desktop, schemes }) {
  async function fetchFile(url) {
    const file = fileURLToPath(url)
    const bytes = await readFile(file).catch(() => {
      throw new Error('net::ERR_FILE_NOT_FOUND')
    })
    const type = types[extname(file)] ?? 'application/octet-stream'
    return new Response(bytes, { headers: { 'content-type': type } })
  }

  return strict('electron.net', {
    async fetch(input, options) {
      if (!app.isReady()) throw new Error('net.fetch cannot be used before app is ready')
      const url = typeof input === 'string' ? input : String(input.url ?? input)
      if (url.startsWith('file:')) return fetchFile(url)
      const handler = schemes.handlerOf(url)
      return handler ? handler(new Request(input, options)) : fetch(input, options)
    },
    isOnline: () => desktop.online,
    get online() {
      return desktop.online
    },
  })
}

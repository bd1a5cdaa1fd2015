import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

/** The page's own origin. A private scheme has no DNS, no cookies of others, and no `file:` rights. */
export const pageScheme = 'app'
export const pageOrigin = `${pageScheme}://ring-my-phone`
export const pageAddress = `${pageOrigin}/`

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** The page talks to nothing but its bridge: it needs its own scripts, styles, pictures, fonts. */
const headers = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

export interface PageFile {
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** By whole address, such as `app://ring-my-phone/assets/index.js`. */
export type PageFiles = ReadonlyMap<string, PageFile>

/**
 * Reads the built page, a few dozen KiB, once. What is not in this list is never served, so no
 * request can name a path. A file of a kind the page has no use for is left out.
 */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const files = new Map<string, PageFile>()
  for await (const path of filesIn(folder)) {
    const type = types[extname(path)]
    if (!type) continue
    const name = relative(folder, path).split(sep).map(encodeURIComponent).join('/')
    files.set(pageAddress + name, { type, bytes: new Uint8Array(await readFile(path)) })
  }
  const index = files.get(`${pageAddress}index.html`)
  if (!index) throw new Error('the built page has no index.html')
  files.set(pageAddress, index)
  return files
}

/** By hand: Electron's file system inside a packed archive lacks some of readdir's options. */
async function* filesIn(folder: string): AsyncGenerator<string> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if ((await stat(path)).isDirectory()) yield* filesIn(path)
    else yield path
  }
}

/** The answer to one request of the page: a file of the list, or 404. Never a redirect. */
export function answerFor(files: PageFiles, method: string, address: string): Response {
  const file = method === 'GET' ? files.get(address) : undefined
  if (!file) return new Response(null, { status: 404, headers })
  return new Response(file.bytes, { headers: { ...headers, 'content-type': file.type } })
}

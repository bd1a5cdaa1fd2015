import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** The spellings a secret may be left behind in. */
export function spellings(secret: string): Buffer[] {
  const url = [...secret].map((c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')
  return [
    Buffer.from(secret, 'utf8'),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(encodeURIComponent(secret)),
    Buffer.from(url),
    Buffer.from(Buffer.from(secret).toString('base64').replace(/=+$/, '')),
    Buffer.from(Buffer.from(secret).toString('hex')),
  ]
}

export function holds(content: Buffer | string, secret: string): boolean {
  const bytes = Buffer.from(content)
  return spellings(secret).some((spelling) => bytes.includes(spelling))
}

/** The files below the folder that hold the secret in any spelling. */
export function filesHolding(folder: string, secret: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => {
      try {
        return statSync(file).isFile() && holds(readFileSync(file), secret)
      } catch {
        // Chromium's files come and go while it runs.
        return false
      }
    })
}

/** Linux: the processes of this computer that carry the secret in arguments or environment. */
export function processesHolding(secret: string): string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`])
    .filter((file) => {
      try {
        return holds(readFileSync(file), secret)
      } catch {
        // Ended meanwhile.
        return false
      }
    })
}

/** The page's whole JavaScript heap, after a collection, as text. */
export async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', {})
  await session.detach()
  return chunks.join('')
}

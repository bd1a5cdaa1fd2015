import { open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { writeFile } from 'atomically'

/**
 * Replaces the file as a whole, readable by its owner alone (0600), and returns once it is safe on
 * the disk; makes the folders it lacks. After false, and after a crash at any moment, the old
 * content is still there.
 */
export async function replaceFile(path: string, text: string): Promise<boolean> {
  let half: string | null = null
  try {
    // As a stream, because atomically 2.1 writes a string with one call and does not look whether a
    // full disk took all of it. It tries for 1 s: Windows' virus scanners hold a new file for a moment.
    await writeFile(path, Readable.from([text]), {
      mode: 0o600,
      timeout: 1000,
      tmpCreated: (file) => (half = file),
    })
  } catch {
    // atomically removes it too, but in its own time: until then a full disk stays full.
    if (half !== null) await rm(half, { force: true }).catch(() => undefined)
    return false
  }
  await flushFolder(dirname(path))
  return true
}

/** The new file is complete on the disk by now; this makes its taking the old one's place as durable. */
async function flushFolder(folder: string): Promise<void> {
  // Windows has no such call for folders.
  if (process.platform === 'win32') return
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // Some network file systems refuse it; the file itself was flushed all the same.
  }
}

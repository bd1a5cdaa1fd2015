import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { replaceJsonFile } from '../account/json-file.ts'
import type { Clock } from '../clock.ts'

const keptMs = 3_600_000

const recordSchema = v.object({
  state: v.picklist(['asking', 'sent', 'refused', 'unsure', 'answered']),
  /** When the press was made or its outcome came, ms since 1970. */
  at: v.number(),
})
export type PressRecord = v.InferOutput<typeof recordSchema>

/**
 * The presses of one agent as numbered files. A number is taken by creating its file exclusively:
 * the operating system decides who is first among all processes, and a killed one leaves no lock
 * behind, only a press still marked `asking`.
 *
 * Every function throws when the disk is full, read-only or gone.
 */
export interface PressFiles {
  last(): Promise<(PressRecord & { number: number }) | null>
  /** Records `asking`, flushed to disk. False when another press took this number, or a later one. */
  take(number: number): Promise<boolean>
  write(number: number, state: PressRecord['state']): Promise<void>
}

export async function openPressFiles(folder: string, clock: Clock): Promise<PressFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const fileOf = (number: number) => join(folder, `${number}.json`)

  async function numbers(): Promise<number[]> {
    const names = await readdir(folder)
    return names.flatMap((name) => /^([1-9]\d{0,8})\.json$/.exec(name)?.[1] ?? []).map(Number)
  }

  async function write(number: number, state: PressRecord['state']): Promise<void> {
    const record: PressRecord = { state, at: clock.now() }
    if (await replaceJsonFile(fileOf(number), record)) return
    throw new Error('the disk did not take the press')
  }

  /** Also what a process killed in the middle of writing left behind. */
  async function forgetOld(newest: number): Promise<void> {
    for (const name of await readdir(folder)) {
      const file = join(folder, name)
      if (file === fileOf(newest)) continue
      const { mtimeMs } = await stat(file)
      if (clock.now() - mtimeMs > keptMs) await rm(file, { force: true })
    }
  }

  return {
    write,
    async last() {
      const taken = await numbers()
      if (taken.length === 0) return null
      const number = Math.max(...taken)
      const record = await readRecord(fileOf(number))
      if (record.at <= clock.now()) return { ...record, number }
      // A clock set back must not lock the agent out: a press from the future was made just now.
      await write(number, record.state)
      return { state: record.state, at: clock.now(), number }
    },
    async take(number) {
      if (!(await createExclusively(fileOf(number), { state: 'asking', at: clock.now() })))
        return false
      // A process held up between looking and taking could take a number long since cleared away.
      if (Math.max(...(await numbers())) !== number) {
        await rm(fileOf(number), { force: true })
        return false
      }
      // The press is recorded; what another process tidied up meanwhile must not undo that.
      await forgetOld(number).catch(() => undefined)
      return true
    },
  }
}

async function readRecord(file: string): Promise<PressRecord> {
  try {
    return v.parse(recordSchema, JSON.parse(await readFile(file, 'utf8')))
  } catch {
    // Killed between creating the file and writing it: the press was made, nothing more is known.
    return { state: 'asking', at: Math.floor((await stat(file)).mtimeMs) }
  }
}

async function createExclusively(file: string, record: PressRecord): Promise<boolean> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null
    throw error
  })
  if (!handle) return false
  try {
    await handle.writeFile(JSON.stringify(record))
    await handle.sync()
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  return true
}

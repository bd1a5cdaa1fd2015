import { closeSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { makeDataFolder } from './data-folder.ts'

/** Far longer than any write takes; a process id may meanwhile belong to another program. */
const abandonedAfterMs = 10_000
const giveUpAfterMs = 15_000

/**
 * Runs `work` while no other process does so for the same file, so that tray app and terminal do not
 * undo each other's changes. The turn of a process that died is taken over. Answers null, without
 * running `work`, where the folder cannot be written or no turn came within 15 s.
 *
 * It waits in the machine's own time: what it waits for is another process, whose clock nobody turns.
 */
export async function inTurn<T>(path: string, work: () => Promise<T>): Promise<T | null> {
  const made = await makeDataFolder(dirname(path))
  if (!made.ok) return null
  const lock = `${path}.lock`
  const mark = `${process.pid} ${process.hrtime.bigint()}`
  const givingUpAt = performance.now() + giveUpAfterMs
  for (;;) {
    const take = tryTake(lock, mark)
    if (take === 'taken') break
    if (take === 'impossible' || performance.now() > givingUpAt) return null
    await delay(10)
  }
  try {
    return await work()
  } finally {
    if (readLock(lock)?.mark === mark) removeLock(lock)
  }
}

function tryTake(lock: string, mark: string): 'taken' | 'busy' | 'impossible' {
  let file: number
  try {
    file = openSync(lock, 'wx', 0o600)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') {
      if (isAbandoned(lock)) removeLock(lock)
      return 'busy'
    }
    // Windows answers so while another process is still removing the file.
    const removing = process.platform === 'win32' && (code === 'EPERM' || code === 'EBUSY')
    return removing ? 'busy' : 'impossible'
  }
  try {
    writeSync(file, mark)
    return 'taken'
  } catch {
    // A full disk still has room for the name of a file.
    removeLock(lock)
    return 'impossible'
  } finally {
    closeSync(file)
  }
}

function readLock(lock: string): { mark: string; at: number } | null {
  try {
    return { mark: readFileSync(lock, 'utf8'), at: statSync(lock).mtimeMs }
  } catch {
    return null
  }
}

function isAbandoned(lock: string): boolean {
  const found = readLock(lock)
  if (!found) return false
  const owner = Number.parseInt(found.mark)
  return Date.now() - found.at > abandonedAfterMs || (owner > 0 && !isRunning(owner))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

function removeLock(lock: string): void {
  try {
    unlinkSync(lock)
  } catch {
    // Somebody else removed it first, or it will count as abandoned soon.
  }
}

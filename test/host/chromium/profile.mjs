import { mkdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const PATIENCE_MS = 5_000

/**
 * Prepares Chromium's profile folder. The Chromium of a host that was killed ends a moment after it,
 * and until then a new one would only hand its command line over to it and leave.
 */
export async function prepareProfile(profile) {
  mkdirSync(profile, { recursive: true })
  const giveUpAt = Date.now() + PATIENCE_MS
  while (isAlive(holderOf(profile))) {
    if (Date.now() > giveUpAt) throw new Error(`stand-in: another Chromium uses ${profile}`)
    await delay(10)
  }
}

/** Chromium marks a profile in use with a link to `host-pid`. */
function holderOf(profile) {
  try {
    return Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1])
  } catch {
    return NaN
  }
}

function isAlive(pid) {
  if (!Number.isInteger(pid)) return false
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

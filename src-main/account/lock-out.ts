import type { Finding, SignInCode } from '../contract.ts'
import type { AccountEntry } from './account-entries.ts'

/** VICIdial's own window: how long failed sign-ins add up, and how long a lock-out lasts. */
const windowMs = 15 * 60_000

/** What VICIdial adds to its counter, which locks at ten: also a right password at the wrong door. */
const counted: readonly SignInCode[] = ['wrong-password', 'level-too-low']

/** VICIdial answers so only after it has accepted the password. */
const passwordWasRight: readonly SignInCode[] = ['api-access-off', 'function-not-allowed']

/** The entry after a refused sign-in; times are ms since 1970. */
export function afterRefusal(entry: AccountEntry, code: SignInCode, now: number): AccountEntry {
  const after = { ...entry, refused: { code, at: now } }
  if (counted.includes(code)) {
    after.refusals = refusalsLately(entry, now) + 1
    after.countedAt = now
  }
  if (code === 'wrong-password') after.passwordRefused = true
  if (code === 'account-locked') after.lockedAt = now
  if (passwordWasRight.includes(code)) {
    after.passwordRefused = false
    after.lockedAt = null
  }
  return after
}

/**
 * The entry after an accepted sign-in: the same object where there was nothing to forgive. The count
 * stays until its 15 minutes are over: a success on the agent API does not reset VICIdial's (measured).
 */
export function afterAcceptance(entry: AccountEntry): AccountEntry {
  const { refused, passwordRefused, lockedAt } = entry
  if (!refused && !passwordRefused && lockedAt === null) return entry
  return { ...entry, refused: null, passwordRefused: false, lockedAt: null }
}

/** The entry once another password is used. VICIdial keeps its count, and a lock-out stays one. */
export function afterPasswordChange(entry: AccountEntry): AccountEntry {
  if (!entry.passwordRefused) return entry
  const refused = entry.refused?.code === 'wrong-password' ? null : entry.refused
  return { ...entry, passwordRefused: false, refused }
}

/** How many failed sign-ins VICIdial holds against the account by now. */
export function refusalsLately(entry: AccountEntry, now: number): number {
  return isInWindow(entry.countedAt, now) ? entry.refusals : 0
}

/** Why nothing may be sent with this account by itself, or null. */
export function blockOf(entry: AccountEntry, now: number): Finding | null {
  if (isInWindow(entry.lockedAt, now)) {
    const left = Math.ceil((entry.lockedAt + windowMs - now) / 60_000)
    return { code: 'account-locked', facts: { minutesLeft: Math.min(left, windowMs / 60_000) } }
  }
  if (!entry.passwordRefused) return null
  return { code: 'wrong-password', facts: { refusals: refusalsLately(entry, now) } }
}

/** Both ways, so that a computer's clock which was put right does not block for longer than VICIdial. */
function isInWindow(at: number | null, now: number): at is number {
  return at !== null && Math.abs(now - at) < windowMs
}

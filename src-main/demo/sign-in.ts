import { countUp } from './counts.ts'
import type { Counts } from './counts.ts'
import type { SignInState } from './sign-in-state.ts'
import { row } from './world.ts'
import type { World } from './world.ts'

export interface SignInAttempt {
  user: string
  password: string
  /** The address the request came from. */
  address: string
  /** ms since 1970. */
  now: number
  /** A user below it is refused like one with a wrong password. */
  leastLevel: number
  /** Whether an accepted sign-in sets the counter of failed ones back. */
  resetsCounter: boolean
}

export const failuresThatLock = 10
export const lockMs = 15 * 60_000

/**
 * Checks a sign-in as VICIdial does, which changes the user's counter: a refused one counts
 * (the right password of a user below `leastLevel` too), and while an account is locked nothing
 * counts and nothing is accepted.
 */
export function signIn(world: World, counts: Counts, attempt: SignInAttempt): SignInState {
  const user = row(world.users, attempt.user)
  if (user && isLocked(user, attempt.now)) return 'LOCK'
  if (!user?.active || user.password !== attempt.password || user.level < attempt.leastLevel) {
    countUp(counts.failedSignIns, attempt.user)
    if (user) {
      // After a lock-out has run out, counting starts again.
      user.failedLogins = user.failedLogins >= failuresThatLock ? 1 : user.failedLogins + 1
      user.lastFailedAt = attempt.now
    }
    return 'BAD'
  }
  if (world.system.activeServers < 1) return 'ERRSERVERS'
  if (world.system.agentLimitReached) return 'ERRAGENTS'
  const allowed = row(world.userGroups, user.userGroup)?.allowedAddresses
  if (allowed && !allowed.includes(attempt.address)) return 'IPBLOCK'
  if (attempt.resetsCounter) user.failedLogins = 0
  return 'GOOD'
}

function isLocked(user: { failedLogins: number; lastFailedAt: number }, now: number): boolean {
  return user.failedLogins >= failuresThatLock && now - user.lastFailedAt <= lockMs
}

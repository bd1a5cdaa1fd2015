import type { SessionState } from '../contract.ts'

/** Everything the pace of the watch depends on; durations in ms. */
export interface Situation {
  session: SessionState['kind']
  popupOpen: boolean
  /** Ring at login is on, so a login should be noticed soon. */
  armed: boolean
  /** Since the app started, the computer woke or was unlocked, or the agent logged out. */
  sinceFreshStart: number
  /** Since VICIdial was last asked to ring; null when it was not. */
  sinceRing: number | null
  /** Looks in a row that brought no answer. */
  failures: number
  /** How long nobody has touched the computer. */
  idle: number
}

const seconds = 1_000
const minutes = 60 * seconds

/** Between two looks, from and to. */
type Range = readonly [number, number]

const fastPhase = 30 * minutes
const afterRing = 10 * seconds
const longIdle = 10 * minutes

/**
 * How long to wait before the next look at the session, drawn at random from the range for this
 * situation so that many agents never ask at once; null while nobody could use the answer.
 * VICIdial writes every request into its database, so each range is as slow as its use allows.
 */
export function nextLookMs(situation: Situation, random: () => number): number | null {
  const range = rangeFor(situation)
  if (range === null) return null
  const [from, to] = range
  return from + random() * (to - from)
}

function rangeFor(situation: Situation): Range | null {
  const { session, popupOpen, armed, sinceFreshStart, sinceRing, failures, idle } = situation
  if (failures > 0) {
    const wait = Math.min(5 * seconds * 2 ** (failures - 1), 2 * minutes)
    return [wait, wait]
  }
  if (sinceRing !== null && sinceRing < afterRing) return [2 * seconds, 2 * seconds]
  if (session === 'loggedIn') {
    return popupOpen ? [8 * seconds, 12 * seconds] : [50 * seconds, 70 * seconds]
  }
  if (popupOpen) {
    return armed && sinceFreshStart < fastPhase
      ? [8 * seconds, 10 * seconds]
      : [8 * seconds, 12 * seconds]
  }
  // Logged out and away from the computer: the next touch of a key wakes the watch.
  if (idle > longIdle) return null
  if (!armed) return [4 * minutes, 6 * minutes]
  return sinceFreshStart < fastPhase ? [8 * seconds, 10 * seconds] : [24 * seconds, 36 * seconds]
}

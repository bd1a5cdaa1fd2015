import type { Clock } from '../../../src-main/clock.ts'

export interface TurnedClock extends Clock {
  /** Lets this many milliseconds pass, running what falls due on the way. */
  turn(ms: number): void
  /** How many timers are set. */
  timers(): number
}

/** A clock that stands still until it is turned. */
export function turnedClock(start = Date.UTC(2026, 8, 1, 8)): TurnedClock {
  let now = start
  const timers = new Set<{ at: number; then: () => void }>()
  return {
    now: () => now,
    after(ms, then) {
      const timer = { at: now + ms, then }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    turn(ms) {
      const end = now + ms
      for (;;) {
        const due = [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        timers.delete(due)
        now = due.at
        due.then()
      }
      now = end
    },
    timers: () => timers.size,
  }
}

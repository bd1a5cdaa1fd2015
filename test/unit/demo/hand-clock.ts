import type { Clock } from '../../../src-main/clock.ts'

/** A clock that stands still until it is turned. */
export interface HandClock extends Clock {
  turn(ms: number): void
}

export function handClock(start: number): HandClock {
  let now = start
  const waiting = new Map<object, { at: number; then: () => void }>()
  return {
    now: () => now,
    after(ms, then) {
      const key = {}
      waiting.set(key, { at: now + ms, then })
      return () => {
        waiting.delete(key)
      }
    },
    turn(ms) {
      now += ms
      for (const [key, { at, then }] of waiting) {
        if (at > now) continue
        waiting.delete(key)
        then()
      }
    },
  }
}

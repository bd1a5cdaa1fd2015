import { vi } from 'vitest'
import { turnedClock, type TurnedClock } from '../turned-clock.ts'

export interface WatchedClock extends TurnedClock {
  /** Resolves once so many timers of exactly this length are set. */
  waitsFor(ms: number, times?: number): Promise<void>
}

/** A clock that stands still until it is turned, and tells what is waited for. */
export function watchedClock(start = Date.now()): WatchedClock {
  const clock = turnedClock(start)
  const set = new Set<{ ms: number }>()
  return {
    ...clock,
    after(ms, then) {
      const timer = { ms }
      set.add(timer)
      const cancel = clock.after(ms, () => {
        set.delete(timer)
        then()
      })
      return () => {
        set.delete(timer)
        cancel()
      }
    },
    async waitsFor(ms, times = 1) {
      await vi.waitFor(
        () => {
          const lengths = [...set].map((timer) => timer.ms)
          const found = lengths.filter((length) => length === ms).length
          if (found !== times) throw new Error(`timers set: ${lengths.join(', ') || 'none'}`)
        },
        { timeout: 10_000, interval: 2 },
      )
    },
  }
}

/**
 * Time, passed in everywhere so that tests turn it by hand.
 * All times are milliseconds; `now` is wall-clock time since 1970.
 */
export interface Clock {
  now(): number
  /** Runs `then` once after `ms`; the returned function cancels it and may be called twice. */
  after(ms: number, then: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, then) {
    const timer = setTimeout(then, ms)
    return () => {
      clearTimeout(timer)
    }
  },
}

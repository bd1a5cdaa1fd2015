import { readable, type Readable } from 'svelte/store'

/** The page's time, passed in so that tests turn it. All in ms; `now` is since 1970. */
export interface PageTime {
  now(): number
  /** Runs `then` once after `ms`; the returned function cancels it. */
  after(ms: number, then: () => void): () => void
}

export const browserTime: PageTime = {
  now: () => Date.now(),
  after(ms, then) {
    const timer = setTimeout(then, ms)
    return () => {
      clearTimeout(timer)
    }
  },
}

/**
 * Tells the time now and then at each whole second before `endsAt`, up to and including it.
 * It runs only while somebody subscribes and is silent once `endsAt` has passed.
 */
export function tickUntil(endsAt: number, time: PageTime): Readable<number> {
  return readable(time.now(), (set) => {
    let cancel: () => void = () => undefined
    const tick = (): void => {
      set(time.now())
      const left = endsAt - time.now()
      if (left > 0) cancel = time.after(left % 1000 || 1000, tick)
    }
    tick()
    return () => {
      cancel()
    }
  })
}

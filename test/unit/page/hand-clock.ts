import type { PageTime } from '../../../src-renderer/logic/page-time.ts'

/** A page time that stands still until it is turned. */
export function handClock(start: number) {
  let now = start
  const timers = new Set<{ at: number; then: () => void }>()
  const time: PageTime = {
    now: () => now,
    after(ms, then) {
      const timer = { at: now + ms, then }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  }
  function turn(ms: number): void {
    const end = now + ms
    for (;;) {
      const [next] = [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      timers.delete(next)
      now = next.at
      next.then()
    }
    now = end
  }
  return { time, turn, waiting: () => timers.size }
}

import type { RingState } from '../../src-main/contract.ts'

const usualWindowMs = 30_000

export interface RingWindow {
  /** What is left of the window, 1 at its start and 0 at its end. */
  fraction: number
  /** Whole seconds left, never 0 while the window is open. */
  seconds: number
}

/**
 * The time in which the phone may still be ringing; null when there is none,
 * or when the person has said whether it rang. `now` is ms since 1970.
 */
export function ringWindow(ring: RingState, now: number): RingWindow | null {
  if (ring.windowEndsAt === null || ring.rang !== null) return null
  const left = ring.windowEndsAt - now
  if (left <= 0) return null
  const whole = ring.at === null ? usualWindowMs : ring.windowEndsAt - ring.at
  const fraction = whole > 0 ? Math.min(1, left / whole) : 1
  return { fraction, seconds: Math.ceil(left / 1000) }
}

/** Whether "Did your phone ring?" is open: something may have rung, and the person has not answered. */
export function mayAskWhetherItRang(ring: RingState): boolean {
  return (
    (ring.phase === 'sent' || ring.phase === 'unsure') && ring.rang === null && ring.press !== null
  )
}

import type { Clock } from '../clock.ts'
import { oneGesture } from './one-gesture.ts'

/**
 * Takes what a held key repeats for one press: whatever comes in quick succession, and whatever
 * comes before `press` has told its outcome.
 */
export function heldKey(clock: Clock, press: () => Promise<void>): () => void {
  let underWay = false
  return oneGesture(clock, () => {
    if (underWay) return
    underWay = true
    void press().finally(() => {
      underWay = false
    })
  })
}

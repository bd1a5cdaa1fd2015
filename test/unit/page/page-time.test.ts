import { expect, test } from 'vitest'
import { tickUntil } from '../../../src-renderer/logic/page-time.ts'
import { handClock } from './hand-clock.ts'

test('it ticks at each whole second before the end, and once at the end', () => {
  const { time, turn } = handClock(400)
  const seen: number[] = []
  const stop = tickUntil(3_000, time).subscribe((now) => seen.push(now))
  turn(10_000)
  expect([...new Set(seen)]).toEqual([400, 1_000, 2_000, 3_000])
  stop()
})

test('no timer waits before anybody looks, after they leave, or after the end', () => {
  const { time, turn, waiting } = handClock(0)
  const ticks = tickUntil(5_000, time)
  expect(waiting()).toBe(0)
  const stop = ticks.subscribe(() => undefined)
  expect(waiting()).toBe(1)
  stop()
  expect(waiting()).toBe(0)
  ticks.subscribe(() => undefined)
  turn(5_000)
  expect(waiting()).toBe(0)
})

test('an end that has passed is told once, without a timer', () => {
  const { time, waiting } = handClock(9_000)
  let last = 0
  tickUntil(5_000, time).subscribe((now) => (last = now))
  expect(last).toBe(9_000)
  expect(waiting()).toBe(0)
})

import { expect, test } from 'vitest'
import { oneGesture } from '../../../src-main/shell/one-gesture.ts'
import { turnedClock } from '../turned-clock.ts'

test('a double-click, or a whole row of clicks, is one gesture', () => {
  const clock = turnedClock()
  let acted = 0
  const click = oneGesture(clock, () => acted++)
  for (let i = 0; i < 5; i += 1) {
    click()
    clock.turn(300)
  }
  expect(acted).toBe(1)
})

test('a click after a pause is a gesture of its own', () => {
  const clock = turnedClock()
  let acted = 0
  const click = oneGesture(clock, () => acted++)
  click()
  clock.turn(500)
  click()
  expect(acted).toBe(2)
})

import { expect, test } from 'vitest'
import { mayAskWhetherItRang, ringWindow } from '../../../src-renderer/logic/ring-window.ts'
import { ring } from './states.ts'

const sent = ring({ phase: 'sent', press: 1, at: 100_000, windowEndsAt: 130_000 })

test('the window is whole when the outcome came, and half after half its time', () => {
  expect(ringWindow(sent, 100_000)).toEqual({ fraction: 1, seconds: 30 })
  expect(ringWindow(sent, 115_000)).toEqual({ fraction: 0.5, seconds: 15 })
})

test('seconds are rounded up, so an open window never shows zero', () => {
  expect(ringWindow(sent, 129_999)?.seconds).toBe(1)
})

test('there is no window once its end has come', () => {
  expect(ringWindow(sent, 130_000)).toBeNull()
  expect(ringWindow(sent, 999_999)).toBeNull()
})

test('there is no window before a ring, nor after the person has answered', () => {
  expect(ringWindow(ring({}), 0)).toBeNull()
  expect(ringWindow({ ...sent, rang: true }, 110_000)).toBeNull()
  expect(ringWindow({ ...sent, rang: false }, 110_000)).toBeNull()
})

test('a clock that was set back does not draw more than a whole window', () => {
  expect(ringWindow(sent, 40_000)?.fraction).toBe(1)
})

test('without the time of the outcome the window is taken as 30 seconds', () => {
  expect(ringWindow({ ...sent, at: null }, 115_000)?.fraction).toBe(0.5)
})

test('whether the phone rang is asked as soon as it may have been rung, and only once', () => {
  expect(mayAskWhetherItRang(sent)).toBe(true)
  expect(mayAskWhetherItRang({ ...sent, phase: 'unsure' })).toBe(true)
  expect(mayAskWhetherItRang({ ...sent, rang: true })).toBe(false)
  expect(mayAskWhetherItRang({ ...sent, rang: false })).toBe(false)
})

test('whether the phone rang is not asked when nothing was rung', () => {
  for (const phase of ['idle', 'asking', 'refused'] as const)
    expect(mayAskWhetherItRang({ ...sent, phase })).toBe(false)
  expect(mayAskWhetherItRang({ ...sent, press: null })).toBe(false)
})

import { beforeEach, describe, expect, test } from 'vitest'
import { createPopupRules, type PopupRules } from '../../../src-main/shell/popup-rules.ts'
import { turnedClock, type TurnedClock } from '../turned-clock.ts'
import { state } from '../page/states.ts'

const minute = 60_000
let clock: TurnedClock
let letGo: number
let rules: PopupRules
beforeEach(() => {
  start('linux')
})
function start(platform: NodeJS.Platform) {
  clock = turnedClock()
  letGo = 0
  rules = createPopupRules(clock, platform, () => letGo++)
}

describe('losing the focus', () => {
  test('closes the popup', () => {
    rules.shown()
    expect(rules.blurHides(state({}))).toBe(true)
  })

  test('does not on Windows within 400 ms of showing it, when the blur is a false one', () => {
    start('win32')
    rules.shown()
    clock.turn(399)
    expect(rules.blurHides(state({}))).toBe(false)
    clock.turn(1)
    expect(rules.blurHides(state({}))).toBe(true)
  })

  const stays = {
    'nobody is signed in yet': state({ account: { signedIn: false } }),
    'VICIdial is being asked': state({ ring: { phase: 'asking' } }),
    'the computer asks for its keyring password': state({ account: { waitingForKeyring: true } }),
    'the page asks for the password to ring': state({
      ring: { phase: 'refused', finding: { code: 'password-needed', facts: {} } },
    }),
    'the account needs its password': state({
      account: { problem: { code: 'password-needed', facts: {} } },
    }),
  }
  for (const [name, now] of Object.entries(stays)) {
    test(`does not while ${name}`, () => {
      rules.shown()
      expect(rules.blurHides(now)).toBe(false)
    })
  }
})

describe('a click on the tray icon', () => {
  test('opens the popup', () => {
    expect(rules.clickReveals()).toBe(true)
  })

  test('does not open again what its own press has just closed', () => {
    rules.shown()
    clock.turn(5_000)
    rules.hidden('blur')
    clock.turn(150)
    expect(rules.clickReveals()).toBe(false)
  })

  test('opens at the second click, however quick', () => {
    rules.shown()
    rules.hidden('blur')
    rules.clickReveals()
    expect(rules.clickReveals()).toBe(true)
  })

  test('opens when the focus was lost to something else, a while ago', () => {
    rules.shown()
    rules.hidden('blur')
    clock.turn(400)
    expect(rules.clickReveals()).toBe(true)
  })

  test('opens at once after Escape', () => {
    rules.shown()
    rules.hidden('person')
    expect(rules.clickReveals()).toBe(true)
  })
})

describe('the page is let go', () => {
  test('a minute after the popup was hidden, once', () => {
    rules.shown()
    clock.turn(10 * minute)
    expect(letGo).toBe(0)
    rules.hidden('person')
    clock.turn(minute - 1)
    expect(letGo).toBe(0)
    clock.turn(1)
    expect(letGo).toBe(1)
    clock.turn(10 * minute)
    expect(letGo).toBe(1)
  })

  test('not if the popup was shown again meanwhile', () => {
    rules.shown()
    rules.hidden('blur')
    clock.turn(minute - 1)
    rules.shown()
    clock.turn(10 * minute)
    expect(letGo).toBe(0)
  })

  test('a minute after the last time, and no timer is left behind', () => {
    rules.shown()
    rules.hidden('blur')
    clock.turn(minute / 2)
    rules.hidden('person')
    clock.turn(minute / 2)
    expect(letGo).toBe(0)
    clock.turn(minute / 2)
    expect(letGo).toBe(1)
    expect(clock.timers()).toBe(0)
  })
})

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openPressGuard, type Claim, type Press } from '../../../src-main/ring/press-guard.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { pressFiles, pressFolder } from './press-folder.ts'
import { watchedClock, type WatchedClock } from './watched-clock.ts'

const target = { origin: 'https://dialer.example.com', user: 'user-6666', agent: 'agent-1000' }
const start = Date.now()

let folder: string
let clock: WatchedClock
beforeEach(() => {
  folder = freshFolder()
  clock = watchedClock(start)
})

/** What another program that shares the folder sees, or this one after a restart. */
const guard = (itsClock = clock) => openPressGuard(folder, itsClock)
const claim = (again?: number) => guard().claim(target, again)

async function pressed(state?: 'sent' | 'refused' | 'unsure'): Promise<Press> {
  const claimed = await claim()
  if (claimed.kind !== 'claimed') throw new Error(claimed.kind)
  if (state) await claimed.press.settle(state)
  return claimed.press
}

const kinds = (claims: Claim[]) => claims.map(({ kind }) => kind).sort()
const numberOf = (claimed: Claim) => (claimed.kind === 'claimed' ? claimed.press.number : null)

describe('presses at once', () => {
  test('of 50 in one program, one is let through and 49 are told of it', async () => {
    const one = guard()
    const claims = await Promise.all(Array.from({ length: 50 }, () => one.claim(target)))
    expect(kinds(claims)).toEqual([...Array<string>(49).fill('already-ringing'), 'claimed'])
    expect(claims.filter(({ kind }) => kind !== 'claimed')).toEqual(
      Array(49).fill({ kind: 'already-ringing', number: 1, secondsLeft: 30 }),
    )
  })

  test('of 20 in as many programs that all waited for the rest to end, one is let through', async () => {
    await pressed('refused')
    const claims = Array.from({ length: 20 }, () => claim())
    await clock.waitsFor(1_000, 20)
    clock.turn(1_000)
    const settled = await Promise.all(claims)
    expect(kinds(settled)).toEqual([...Array<string>(19).fill('already-ringing'), 'claimed'])
    expect(pressFiles(folder)).toEqual(['1.json', '2.json'])
  })

  test.each([
    ['agent', { ...target, agent: 'agent-1001' }],
    ['user', { ...target, user: 'user-6667' }],
    ['server', { ...target, origin: 'https://dialer.example.com:8443' }],
  ])('another %s is not held up', async (_, other) => {
    await pressed()
    expect((await guard().claim(other)).kind).toBe('claimed')
  })
})

describe('after an outcome', () => {
  test.each(['sent', 'unsure'] as const)(
    '%s: the window is 30 s long, to the millisecond',
    async (state) => {
      const press = await pressed()
      clock.turn(4_000)
      await press.settle(state)
      expect(await claim()).toEqual({ kind: 'already-ringing', number: 1, secondsLeft: 30 })
      clock.turn(1)
      expect(await claim()).toMatchObject({ secondsLeft: 30 })
      clock.turn(28_999)
      expect(await claim()).toMatchObject({ secondsLeft: 1 })
      clock.turn(999)
      expect(await claim()).toMatchObject({ kind: 'already-ringing', secondsLeft: 1 })
      clock.turn(1)
      expect(numberOf(await claim())).toBe(2)
    },
  )

  test('refused: the next press is let through after a second of rest', async () => {
    await pressed('refused')
    clock.turn(400)
    const next = claim()
    await clock.waitsFor(600)
    expect(pressFiles(folder)).toEqual(['1.json'])
    clock.turn(600)
    expect(numberOf(await next)).toBe(2)
  })

  test('refused longer ago: at once', async () => {
    await pressed('refused')
    clock.turn(1_000)
    expect(numberOf(await claim())).toBe(2)
  })

  test('the person said that it rang: the window is over, the rest is not', async () => {
    await pressed('sent')
    await guard().answered(target, 1)
    const next = claim()
    await clock.waitsFor(1_000)
    clock.turn(1_000)
    expect(numberOf(await next)).toBe(2)
  })

  test.each([
    ['another press', 7, 'sent'],
    ['a press under way', 1, undefined],
  ] as const)('an answer about %s changes nothing', async (_, number, state) => {
    await pressed(state)
    await guard().answered(target, number)
    clock.turn(2_000)
    expect((await claim()).kind).toBe('already-ringing')
  })

  test('an answer about a refused press does not lengthen the rest', async () => {
    await pressed('refused')
    clock.turn(900)
    await guard().answered(target, 1)
    const next = claim()
    await clock.waitsFor(100)
    clock.turn(100)
    expect(numberOf(await next)).toBe(2)
  })
})

describe('ring again', () => {
  test('naming the press whose window is open goes through, after the rest', async () => {
    await pressed('sent')
    const again = claim(1)
    await clock.waitsFor(1_000)
    clock.turn(1_000)
    expect(numberOf(await again)).toBe(2)
  })

  test('naming an earlier press does not', async () => {
    await pressed('refused')
    clock.turn(1_000)
    await pressed('sent')
    clock.turn(5_000)
    expect(await claim(1)).toMatchObject({ kind: 'already-ringing', number: 2 })
    expect(await claim(3)).toMatchObject({ kind: 'already-ringing', number: 2 })
  })

  test('said twice at once rings once', async () => {
    await pressed('sent')
    clock.turn(5_000)
    const claims = await Promise.all([claim(1), claim(1), claim(1)])
    expect(kinds(claims)).toEqual(['already-ringing', 'already-ringing', 'claimed'])
  })

  test('a press that may be under way in another program is waited for', async () => {
    await pressed()
    clock.turn(24_999)
    expect((await claim(1)).kind).toBe('already-ringing')
    clock.turn(1)
    expect(numberOf(await claim(1))).toBe(2)
  })
})

describe('what a crash leaves', () => {
  test('a press nobody settled may still be ringing, for 30 s', async () => {
    await pressed()
    clock.turn(2_000)
    expect(await claim()).toEqual({ kind: 'already-ringing', number: 1, secondsLeft: 28 })
    clock.turn(28_000)
    expect(numberOf(await claim())).toBe(2)
  })

  test('a clock set back a day holds nobody up for longer than the window', async () => {
    await pressed('sent')
    const earlier = watchedClock(start - 86_400_000)
    expect(await guard(earlier).claim(target)).toMatchObject({ secondsLeft: 30 })
    earlier.turn(29_999)
    expect(await guard(earlier).claim(target)).toMatchObject({ kind: 'already-ringing' })
    earlier.turn(1)
    expect(numberOf(await guard(earlier).claim(target))).toBe(2)
  })
})

test('what is kept names nobody and is for its owner alone', async () => {
  await pressed('sent')
  const path = join(pressFolder(folder), '1.json')
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ state: 'sent', at: start })
  expect(path).not.toMatch(/agent-1000|user-6666|dialer/)
  if (process.platform !== 'win32') {
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(pressFolder(folder)).mode & 0o777).toBe(0o700)
  }
})

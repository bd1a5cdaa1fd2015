import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { playScenario, type ScenarioName } from '../../../src-main/demo/scenarios.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { blockFolder } from './press-folder.ts'
import { webServer } from './raw-server.ts'
import { callAgentValues, callsOf, practiceDialer, right, startRinging } from './ringing.ts'
import { noSmallDisk, smallDisk } from './small-disk.ts'
import { watchedClock, type WatchedClock } from './watched-clock.ts'

let folder: string
let clock: WatchedClock
let dialer: PracticeDialer
beforeEach(async () => {
  folder = freshFolder()
  clock = watchedClock()
  dialer = await practiceDialer({ clock })
})
const start = (where = folder) => startRinging({ url: dialer.url, folder: where, clock })

describe('what VICIdial answers is told by its code', () => {
  const outcomes: [ScenarioName, string, string, number][] = [
    ['healthy', 'sent', 'sent', 1],
    ['paused', 'sent', 'sent', 1],
    ['in-call', 'sent', 'sent', 1],
    ['ring-only', 'sent', 'sent', 1],
    ['php-warning', 'sent', 'sent', 1],
    ['byte-order-mark', 'sent', 'sent', 1],
    ['logged-out', 'agent-not-logged-in', 'refused', 0],
    ['no-session-data', 'no-session-data', 'refused', 0],
    ['entry-empty', 'phone-entry-empty', 'refused', 0],
    ['on-hook', 'phone-entry-empty', 'refused', 0],
    ['wrong-password', 'wrong-password', 'refused', 0],
    ['locked-out', 'account-locked', 'refused', 0],
    ['api-off', 'system-api-off', 'refused', 0],
    ['api-access-off', 'api-access-off', 'refused', 0],
    ['function-not-allowed', 'function-not-allowed', 'refused', 0],
    ['ip-blocked', 'ip-blocked', 'refused', 0],
    ['no-active-servers', 'no-active-servers', 'refused', 0],
    ['agent-limit', 'agent-limit', 'refused', 0],
  ]
  test.each(outcomes)('%s: %s', async (scenario, code, kind, calls) => {
    playScenario(dialer, scenario)
    const outcome = await start().press()
    expect(outcome).toMatchObject({ kind, code, press: 1 })
    expect(outcome.facts).toMatchObject({ server: dialer.url, user: '1000', agent: '1000' })
    expect(outcome.reply).not.toBeNull()
    expect(JSON.stringify(outcome)).not.toContain(right)
    expect(callsOf(dialer)).toBe(calls)
    expect(callAgentValues(dialer)).toEqual(['CALL'])
    expect(dialer.counts.passwordInUrl).toBe(false)
  })

  test.each([
    ['ERROR: call_agent not valid - RING|1000\n', 'bad-request'],
    ['ERROR: no user found - x\nERROR: agent_user is not logged in - \n', 'no-user-found'],
    ['ERROR: Invalid Source - x\n', 'invalid-source'],
    ['ERROR: NO FUNCTION SPECIFIED\n', 'no-function'],
    ['ERROR: Login incorrect, please try again: |1000|x|BAD|\n', 'wrong-password'],
  ])('what only another server would say: %j', async (body, code) => {
    const server = await webServer((response) => response.end(body))
    const ringing = startRinging({ url: `http://127.0.0.1:${server.port}`, folder, clock })
    expect(await ringing.press()).toMatchObject({ kind: 'refused', code })
    expect(server.requests).toBe(1)
  })

  test.each([
    [{ password: 'with a blank' }, 'password-characters'],
    [{ password: 'naïve' }, 'password-characters'],
    [{ user: '10@0' }, 'user-characters'],
    [{ agent: 'agent 1' }, 'user-characters'],
  ])('%j would be cut by VICIdial and is never sent', async (account, code) => {
    expect(await start().press(account)).toMatchObject({ kind: 'refused', code })
    expect(dialer.counts.connections).toBe(0)
  })

  test('one of those holds up the next press for no longer than any refusal', async () => {
    const ringing = start()
    expect(await ringing.press({ password: 'with a blank' })).toMatchObject({ press: 1 })
    clock.turn(1_000)
    expect(await ringing.press()).toMatchObject({ code: 'sent', press: 2 })
  })
})

describe('presses one after the other', () => {
  test('after sent the phone may be ringing for 30 s, and nothing more is asked', async () => {
    const ringing = start()
    await ringing.press()
    clock.turn(10_000)
    const second = await ringing.press()
    expect(second).toMatchObject({ kind: 'refused', code: 'already-ringing', press: 1 })
    expect(second.facts.secondsLeft).toBe(20)
    expect(callAgentValues(dialer)).toEqual(['CALL'])
    clock.turn(20_000)
    expect(await ringing.press()).toMatchObject({ code: 'sent', press: 2 })
    expect(callsOf(dialer)).toBe(2)
  })

  test('ring again, said of that very press, rings again', async () => {
    const ringing = start()
    const { press } = await ringing.press()
    clock.turn(5_000)
    expect(await ringing.press({ again: press ?? -1 })).toMatchObject({ code: 'sent', press: 2 })
    clock.turn(5_000)
    expect(await ringing.press({ again: press ?? -1 })).toMatchObject({ code: 'already-ringing' })
    expect(callsOf(dialer)).toBe(2)
  })

  test('the next request after a refusal waits until a second has passed', async () => {
    playScenario(dialer, 'logged-out')
    const ringing = start()
    await ringing.press()
    const second = ringing.press()
    await clock.waitsFor(1_000)
    expect(callAgentValues(dialer)).toHaveLength(1)
    clock.turn(1_000)
    expect(await second).toMatchObject({ code: 'agent-not-logged-in', press: 2 })
  })

  test('after a restart the press before is still known', async () => {
    await start().press()
    expect(await start().press()).toMatchObject({ code: 'already-ringing', press: 1 })
    expect(callsOf(dialer)).toBe(1)
  })
})

describe('presses at once', () => {
  test('ten while one is under way join it', async () => {
    dialer.faults.delayMs = 700
    const ringing = start()
    const asked: number[] = []
    const onAsking = (press: number) => asked.push(press)
    const presses = Array.from({ length: 10 }, () => ringing.press({ onAsking }))
    await clock.waitsFor(700)
    presses.push(ringing.press({ onAsking, insist: true, again: 1 }))
    clock.turn(700)
    const outcomes = await Promise.all(presses)
    expect(new Set(outcomes).size).toBe(1)
    expect(outcomes[0]).toMatchObject({ kind: 'sent', press: 1, elapsedMs: 700 })
    expect(asked).toEqual([1])
    expect(callAgentValues(dialer)).toEqual(['CALL'])
  })

  test('of two programs only one asks', async () => {
    dialer.faults.delayMs = 700
    const first = start().press()
    await clock.waitsFor(700)
    expect(await start().press({ again: 1 })).toMatchObject({ code: 'already-ringing', press: 1 })
    clock.turn(700)
    expect(await first).toMatchObject({ code: 'sent' })
    expect(callsOf(dialer)).toBe(1)
  })

  test('for another agent it is another press', async () => {
    const ringing = start()
    dialer.world.users['1003'] = { ...dialer.world.users['1000']! }
    const outcomes = await Promise.all([
      ringing.press(),
      ringing.press({ user: '1000', agent: '1003' }),
    ])
    expect(outcomes.map(({ code }) => code)).toEqual(['sent', 'agent-not-logged-in'])
  })
})

describe('a press that cannot be recorded is not sent', () => {
  const notSaved = { kind: 'refused', code: 'settings-not-saved', press: null }

  test('a file lies where the folder should be', async () => {
    blockFolder(join(folder, 'presses'))
    const ringing = start()
    expect(await ringing.press()).toMatchObject(notSaved)
    expect(dialer.counts.received).toEqual([])
    rmSync(join(folder, 'presses'))
    expect(await ringing.press()).toMatchObject({ code: 'sent' })
  })

  test.skipIf(noSmallDisk).each(['full', 'read-only'] as const)('the disk is %s', async (how) => {
    const disk = smallDisk()
    playScenario(dialer, 'logged-out')
    const ringing = start(disk.folder)
    await ringing.press()
    clock.turn(1_000)
    if (how === 'full') disk.fill()
    else disk.setReadOnly(true)
    expect(await ringing.press()).toMatchObject(notSaved)
    expect(callAgentValues(dialer)).toHaveLength(1)
  })

  test.skipIf(noSmallDisk)(
    'the disk is full by the time the answer comes: it is told',
    async () => {
      const disk = smallDisk()
      dialer.faults.delayMs = 700
      const ringing = start(disk.folder)
      const press = ringing.press()
      await clock.waitsFor(700)
      disk.fill()
      clock.turn(700)
      expect(await press).toMatchObject({ kind: 'sent', press: 1 })
      disk.empty()
      expect(await ringing.press()).toMatchObject({ code: 'already-ringing' })
      expect(callsOf(dialer)).toBe(1)
    },
  )
})

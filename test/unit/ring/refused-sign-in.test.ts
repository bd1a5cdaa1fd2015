import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import { eventually } from './eventually.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { pressFolder } from './press-folder.ts'
import { callsOf, practiceDialer, right, startRinging, wrong, type Ringing } from './ringing.ts'
import { watchedClock, type WatchedClock } from './watched-clock.ts'

const minute = 60_000

let folder: string
let clock: WatchedClock
let dialer: PracticeDialer
beforeEach(async () => {
  folder = freshFolder()
  clock = watchedClock()
  dialer = await practiceDialer({ clock })
})
const start = () => startRinging({ url: dialer.url, folder, clock })
const failedSignIns = () => dialer.counts.failedSignIns['1000'] ?? 0
const key = () => ({ origin: dialer.url, user: '1000' })

/** The press, once the second of rest is over. */
function pressLater(ringing: Ringing, how: Parameters<Ringing['press']>[0] = {}) {
  clock.turn(1_000)
  return ringing.press({ password: wrong, ...how })
}

describe('a refused password', () => {
  test('ten presses with it make one failed sign-in', async () => {
    const ringing = start()
    const outcomes = []
    for (let i = 0; i < 10; i += 1) outcomes.push(await pressLater(ringing))
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ kind: 'refused', code: 'wrong-password' })
      expect(outcome.facts.refusals).toBe(1)
    }
    expect(failedSignIns()).toBe(1)
    expect(dialer.counts.received).toHaveLength(1)
  })

  test('ten presses at once make one failed sign-in', async () => {
    const ringing = start()
    await Promise.all(Array.from({ length: 10 }, () => ringing.press({ password: wrong })))
    expect(failedSignIns()).toBe(1)
  })

  test('“send it again” sends it once more, and the count goes up', async () => {
    const ringing = start()
    await pressLater(ringing)
    expect((await pressLater(ringing, { insist: true })).facts.refusals).toBe(2)
    expect((await pressLater(ringing)).facts.refusals).toBe(2)
    expect(failedSignIns()).toBe(2)
  })

  test('stays unsent after a restart', async () => {
    await pressLater(start())
    expect(await pressLater(start())).toMatchObject({ code: 'wrong-password', press: null })
    expect(failedSignIns()).toBe(1)
  })

  test('neither keeps another account back, nor the same user at another server', async () => {
    const ringing = start()
    await pressLater(ringing)
    const elsewhere = await practiceDialer({ clock })
    const there = startRinging({ url: elsewhere.url, folder, clock })
    expect(await pressLater(there, { password: right })).toMatchObject({ code: 'sent' })
    const other = { user: '6666', agent: '1000', password: '1234' }
    expect(await pressLater(ringing, other)).toMatchObject({ code: 'sent' })
  })

  test('another one typed is sent, also after a restart', async () => {
    await pressLater(start())
    const ringing = start()
    await ringing.careful.passwordTyped(key(), right)
    expect(await pressLater(ringing, { password: right })).toMatchObject({ code: 'sent' })
  })

  test('the same one typed again is not', async () => {
    const ringing = start()
    await ringing.careful.passwordTyped(key(), wrong)
    await pressLater(ringing)
    await ringing.careful.passwordTyped(key(), wrong)
    expect(await pressLater(ringing)).toMatchObject({ code: 'wrong-password' })
    expect(failedSignIns()).toBe(1)
  })

  test('an accepted sign-in lifts the mark', async () => {
    const ringing = start()
    await pressLater(ringing)
    await pressLater(ringing, { password: right, insist: true })
    expect(ringing.records.blocked(key())).toBeNull()
    clock.turn(30_000)
    expect(await pressLater(start(), { password: right })).toMatchObject({ code: 'sent' })
  })

  test('a refusal that came after the sign-in marks nothing', async () => {
    playScenario(dialer, 'api-access-off')
    const ringing = start()
    await pressLater(ringing, { password: right })
    expect(await pressLater(ringing, { password: right })).toMatchObject({ code: 'api-access-off' })
    expect(dialer.counts.received).toHaveLength(2)
  })

  test('what is kept of it holds no password', async () => {
    await pressLater(start())
    expect(readFileSync(join(folder, 'accounts.json'), 'utf8')).not.toContain(wrong)
  })
})

describe('a locked account', () => {
  async function lockedOut(): Promise<Ringing> {
    playScenario(dialer, 'locked-out')
    const ringing = start()
    const outcome = await ringing.press()
    expect(outcome).toMatchObject({ kind: 'refused', code: 'account-locked' })
    expect(outcome.facts.minutesLeft).toBe(15)
    return ringing
  }

  test('nothing goes out for 15 minutes, also after a restart', async () => {
    await lockedOut()
    clock.turn(14 * minute)
    const later = await start().press()
    expect(later).toMatchObject({ code: 'account-locked', facts: { minutesLeft: 1 } })
    clock.turn(minute - 1)
    expect(await start().press()).toMatchObject({ code: 'account-locked' })
    expect(dialer.counts.received).toHaveLength(1)
    clock.turn(2)
    expect(await start().press()).toMatchObject({ code: 'sent' })
  })

  test('whoever insists is heard', async () => {
    const ringing = await lockedOut()
    expect(await pressLater(ringing, { password: right, insist: true })).toMatchObject({
      code: 'account-locked',
    })
    expect(dialer.counts.received).toHaveLength(2)
    playScenario(dialer, 'healthy')
    expect(await pressLater(ringing, { password: right, insist: true })).toMatchObject({
      code: 'sent',
    })
  })

  test('another password does not open it', async () => {
    const ringing = await lockedOut()
    await ringing.careful.passwordTyped(key(), 'another1')
    expect(await pressLater(ringing)).toMatchObject({ code: 'account-locked' })
    expect(dialer.counts.received).toHaveLength(1)
  })
})

describe('one at a time', () => {
  const account = (password: string) => ({
    server: { origin: dialer.url, folder: '' },
    user: '1000',
    agent: '1000',
    password,
  })
  const look = ({ careful, agentApi }: Ringing, password: string) =>
    careful.ask(key(), false, () => agentApi.session(account(password)))
  const countCallers = ({ careful, agentApi }: Ringing, password: string) =>
    careful.ask(key(), false, () => agentApi.callsInQueue(account(password)))

  /** Three functions at once; whatever is sent at once has reached the dialer before it answers. */
  async function threeAtOnce(ringing: Ringing, password: string) {
    const signedIn = ['recording', 'calls_in_queue_count', 'call_agent']
    Object.assign(dialer.faults, { delayMs: 700, onlyFunctions: signedIn })
    const asked = [
      look(ringing, password),
      countCallers(ringing, password),
      ringing.press({ password }),
    ]
    await clock.waitsFor(700)
    for (let i = 0; i < 5; i += 1) await ringing.agentApi.version(account('').server)
    dialer.faults.delayMs = 0
    clock.turn(700)
    return Promise.all(asked)
  }

  test('three functions at once with a wrong password make one failed sign-in', async () => {
    const answers = await threeAtOnce(start(), wrong)
    for (const answer of answers) expect(answer).toMatchObject({ code: 'wrong-password' })
    expect(failedSignIns()).toBe(1)
  })

  test('once a sign-in was accepted, requests go side by side', async () => {
    const ringing = start()
    await look(ringing, right)
    dialer.faults.delayMs = 700
    const both = [ringing.press(), look(ringing, right)]
    await clock.waitsFor(700, 2)
    clock.turn(700)
    expect(await Promise.all(both)).toMatchObject([{ code: 'sent' }, { ok: true }])
  })

  test('a password typed anew has to be accepted first', async () => {
    const ringing = start()
    await look(ringing, right)
    await ringing.careful.passwordTyped(key(), wrong)
    await threeAtOnce(ringing, wrong)
    expect(failedSignIns()).toBe(1)
  })

  test('a look after a press that was refused is not sent', async () => {
    const ringing = start()
    await pressLater(ringing)
    expect(await look(ringing, wrong)).toMatchObject({ code: 'wrong-password', written: false })
    expect(await look(start(), wrong)).toMatchObject({ code: 'wrong-password', written: false })
    expect(failedSignIns()).toBe(1)
  })

  test('a press that waited while another program was refused is not sent', async () => {
    // That program's mark is still on its way to the disk when the press asks for its turn.
    const lock = join(folder, 'accounts.json.lock')
    writeFileSync(lock, `${process.pid} 1`)
    const other = start().press({ password: wrong })
    await eventually(() => {
      expect(readFileSync(join(pressFolder(folder), '1.json'), 'utf8')).toContain('refused')
    })
    const press = start().press({ password: wrong })
    await clock.waitsFor(1_000)
    rmSync(lock)
    await other
    clock.turn(1_000)
    expect(await press).toMatchObject({ kind: 'refused', code: 'wrong-password' })
    expect(failedSignIns()).toBe(1)
    expect(callsOf(dialer)).toBe(0)
  })
})

import { describe, expect, test } from 'vitest'
import type { AppState, RingState } from '../../../src-main/contract.ts'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import { callAgentValues, callsOf, right } from '../ring/ringing.ts'
import { newDesk, signedInApp, startApp } from './opened-app.ts'

const windowMs = 30_000

/** The phases the ring went through, without repeats. */
function phases(shown: AppState[]): string[] {
  const all = shown.map(({ ring }) => ring.phase)
  return all.filter((phase, index) => phase !== all[index - 1])
}

describe('a press', () => {
  test('is drawn from asking to its ring window', async () => {
    const { app, send, shown, clock, dialer } = await signedInApp()
    expect(await send('ring', {})).toEqual({ ok: true })
    expect(phases(shown)).toEqual(['idle', 'asking', 'sent'])
    expect(app.state().ring).toEqual<RingState>({
      phase: 'sent',
      press: 1,
      finding: { code: 'sent', facts: { server: dialer.url, user: '1000', agent: '1000' } },
      at: clock.now(),
      windowEndsAt: clock.now() + windowMs,
      rang: null,
      elapsedMs: 0,
      reply: 'SUCCESS: call_agent function sent - 1000\n',
    })
    expect(callsOf(dialer)).toBe(1)
  })

  test('that was refused opens no window and tells why', async () => {
    const { app, send, dialer } = await signedInApp()
    playScenario(dialer, 'entry-empty')
    expect(await send('ring', {})).toMatchObject({ ok: false, code: 'phone-entry-empty' })
    expect(app.state().ring).toMatchObject({
      phase: 'refused',
      windowEndsAt: null,
      finding: { code: 'phone-entry-empty' },
    })
  })

  test('nobody knows the end of opens a window', async () => {
    const { app, send, dialer, clock } = await signedInApp()
    dialer.faults.close = 'after-request'
    expect(await send('ring', {})).toMatchObject({ ok: false, code: 'connection-lost' })
    expect(app.state().ring).toMatchObject({
      phase: 'unsure',
      windowEndsAt: clock.now() + windowMs,
    })
  })

  test('from page, tray and menu together is one', async () => {
    const { app, dialer, clock } = await signedInApp()
    dialer.faults.delayMs = 700
    const by = ['page', 'tray', 'menu', 'page', 'tray', 'terminal'] as const
    const presses = by.map((whom) => app.command('ring', {}, whom))
    await clock.waitsFor(700)
    clock.turn(700)
    expect(new Set((await Promise.all(presses)).map(({ ok }) => ok))).toEqual(new Set([true]))
    expect(callAgentValues(dialer)).toEqual(['CALL'])
  })

  test('before anybody signed in asks nothing', async () => {
    const desk = await newDesk()
    const { app } = await startApp(desk)
    for (const by of ['page', 'tray'] as const) {
      expect(await app.command('ring', {}, by)).toMatchObject({ code: 'not-set-up' })
    }
    expect(app.state().ring.phase).toBe('idle')
    expect(desk.dialer.counts.connections).toBe(0)
  })

  test('whose answer comes after signing out is not drawn', async () => {
    const { app, send, dialer, clock } = await signedInApp()
    dialer.faults.delayMs = 700
    const press = send('ring', {})
    await clock.waitsFor(700)
    await send('signOut', {})
    clock.turn(700)
    expect(await press).toEqual({ ok: true })
    expect(app.state().ring.phase).toBe('idle')
    expect(app.state().account.signedIn).toBe(false)
  })
})

describe('a press while the phone may still be ringing', () => {
  test('from the page asks back, leaves the window as it is, and rings again on yes', async () => {
    const { app, send, dialer, clock } = await signedInApp()
    await send('ring', {})
    const { ring } = app.state()
    clock.turn(12_000)
    const asked = await send('ring', {})
    expect(asked).toMatchObject({ ok: false, code: 'already-ringing' })
    expect(asked).toMatchObject({ facts: { secondsLeft: 18 } })
    expect(app.state().ring).toBe(ring)
    expect(await send('ring', { again: ring.press! })).toEqual({ ok: true })
    expect(app.state().ring).toMatchObject({ press: 2, windowEndsAt: clock.now() + windowMs })
    expect(callsOf(dialer)).toBe(2)
  })

  test('after a restart the page can ask back too', async () => {
    const desk = await signedInApp()
    await desk.send('ring', {})
    desk.clock.turn(12_000)
    const { app, send } = await startApp(desk)
    expect(await send('ring', {})).toMatchObject({ code: 'already-ringing' })
    expect(app.state().ring).toMatchObject({
      phase: 'refused',
      press: 1,
      windowEndsAt: desk.clock.now() + 18_000,
    })
    expect(await send('ring', { again: 1 })).toEqual({ ok: true })
    expect(callsOf(desk.dialer)).toBe(2)
  })

  test.each(['tray', 'menu', 'terminal'] as const)('from the %s is only told', async (by) => {
    const { app, send, dialer } = await signedInApp()
    await send('ring', {})
    const told = await app.command('ring', { again: 1 }, by)
    expect(told).toMatchObject({ code: 'already-ringing', facts: { secondsLeft: 30 } })
    expect(callsOf(dialer)).toBe(1)
  })
})

describe('a press while the agent is on a call', () => {
  async function onCall(status = 'INCALL') {
    const opened = await signedInApp()
    playScenario(opened.dialer, 'in-call', { status })
    await opened.send('lookAtSession', {})
    return opened
  }

  test.each(['INCALL', 'QUEUE', 'MQUEUE'])('%s: asks first, and rings on yes', async (status) => {
    const { app, send, dialer } = await onCall(status)
    const { ring } = app.state()
    const facts = { status }
    expect(await send('ring', {})).toEqual({ ok: false, code: 'on-a-call', facts })
    expect(app.state().ring).toBe(ring)
    expect(callAgentValues(dialer)).toEqual([])
    expect(await send('ring', { duringCall: true })).toEqual({ ok: true })
  })

  test('from elsewhere is told so, whatever it says', async () => {
    const { app, dialer } = await onCall()
    for (const by of ['tray', 'menu', 'terminal'] as const) {
      expect(await app.command('ring', { duringCall: true }, by)).toMatchObject({
        code: 'on-a-call',
      })
    }
    expect(callAgentValues(dialer)).toEqual([])
  })

  test('known from longer ago than a watch looks does not count', async () => {
    const { send, clock } = await onCall()
    clock.turn(69_999)
    expect(await send('ring', {})).toMatchObject({ code: 'on-a-call' })
    clock.turn(1)
    expect(await send('ring', {})).toEqual({ ok: true })
  })

  test.each(['READY', 'PAUSED', 'CLOSER', 'NEWSTATUS'])('%s: rings at once', async (status) => {
    const { send } = await onCall(status)
    expect(await send('ring', {})).toEqual({ ok: true })
  })
})

describe('“Did your phone ring?”', () => {
  test('yes closes the window, and the next press rings after a second', async () => {
    const { app, send, clock, dialer } = await signedInApp()
    await send('ring', {})
    expect(await send('answer', { press: 1, rang: true })).toEqual({ ok: true })
    expect(app.state().ring).toMatchObject({ phase: 'sent', rang: true, windowEndsAt: null })
    const next = send('ring', {})
    await clock.waitsFor(1_000)
    clock.turn(1_000)
    expect(await next).toEqual({ ok: true })
    expect(callsOf(dialer)).toBe(2)
  })

  test('no keeps the window', async () => {
    const { app, send, clock } = await signedInApp()
    await send('ring', {})
    await send('answer', { press: 1, rang: false })
    expect(app.state().ring).toMatchObject({
      phase: 'sent',
      rang: false,
      windowEndsAt: clock.now() + windowMs,
    })
    expect(await send('ring', {})).toMatchObject({ code: 'already-ringing' })
  })

  test('about another press changes nothing', async () => {
    const { app, send } = await signedInApp()
    await send('ring', {})
    const { ring } = app.state()
    expect(await send('answer', { press: 2, rang: true })).toEqual({ ok: true })
    expect(app.state().ring).toBe(ring)
    expect(await send('ring', {})).toMatchObject({ code: 'already-ringing' })
  })

  test('while the dialer is being asked changes nothing', async () => {
    const { app, send, clock, dialer } = await signedInApp()
    dialer.faults.delayMs = 700
    const press = send('ring', {})
    await clock.waitsFor(700)
    await send('answer', { press: 1, rang: true })
    expect(app.state().ring).toMatchObject({ phase: 'asking', rang: null })
    clock.turn(700)
    await press
    expect(await send('ring', {})).toMatchObject({ code: 'already-ringing' })
  })
})

test('an account that a script gave is used for this start alone, keychain and settings left alone', async () => {
  const desk = await newDesk()
  const server = { origin: desk.dialer.url, folder: '' }
  const given = { server, user: '1000', agent: '1000', password: right, allowHttp: true }
  const { send } = await startApp(desk, given)
  expect(await send('ring', {})).toEqual({ ok: true })
  expect(desk.keychain.asked).toBe(0)
  expect((await startApp(desk)).app.state().account.signedIn).toBe(false)
  desk.clock.turn(windowMs)
  const refused = await (await startApp(desk, { ...given, allowHttp: false })).send('ring', {})
  expect(refused).toMatchObject({ code: 'http-not-allowed' })
  expect(callsOf(desk.dialer)).toBe(1)
})

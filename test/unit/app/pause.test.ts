import { describe, expect, test } from 'vitest'
import type { AppState } from '../../../src-main/contract.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import { eventually } from '../ring/eventually.ts'
import { right, wrong } from '../ring/ringing.ts'
import { functionsAsked, newDesk, signedInApp, signIn, startApp } from './opened-app.ts'

/** The `value` of each external_pause request so far. */
function pausesAsked({ counts }: PracticeDialer): (string | undefined)[] {
  return counts.received
    .filter((request) => request.function === 'external_pause')
    .map(({ params }) => params['value'])
}

/** The phases a pause went through, without repeats. */
function phases(shown: AppState[]): string[] {
  const all = shown.map(({ pause }) => pause.phase)
  return all.filter((phase, index) => phase !== all[index - 1])
}

describe('a pause', () => {
  test('is drawn from asking until the session shows it, and back', async () => {
    const { app, send, shown, clock, dialer } = await signedInApp()
    expect(app.state().pause).toMatchObject({ offer: 'pause', phase: 'idle' })
    expect(await send('setPause', { paused: true })).toEqual({ ok: true })
    expect(phases(shown)).toEqual(['idle', 'asking', 'set'])
    expect(app.state().pause).toEqual({
      offer: 'resume',
      phase: 'set',
      wish: 'pause',
      finding: null,
      at: clock.now(),
      reply: expect.stringContaining('function set - PAUSE|') as string,
    })
    await send('lookAtSession', {})
    expect(app.state().session.status).toBe('PAUSED')
    expect(app.state().pause).toMatchObject({ offer: 'resume', phase: 'idle', wish: null })
    expect(await send('setPause', { paused: false })).toEqual({ ok: true })
    await send('lookAtSession', {})
    expect(app.state().session.status).toBe('READY')
    expect(app.state().pause).toMatchObject({ offer: 'pause', phase: 'idle' })
    expect(pausesAsked(dialer)).toEqual(['PAUSE', 'RESUME'])
  })

  test('in a call waits for its end, and can be taken back until then', async () => {
    const { app, send, dialer } = await signedInApp()
    playScenario(dialer, 'in-call')
    await send('lookAtSession', {})
    await send('setPause', { paused: true })
    await send('lookAtSession', {})
    expect(app.state().session.status).toBe('INCALL')
    expect(app.state().pause).toMatchObject({ phase: 'set', wish: 'pause', offer: 'resume' })
    dialer.world.sessions['1000']!.status = 'READY'
    await send('lookAtSession', {})
    expect(app.state().session.status).toBe('PAUSED')
    expect(app.state().pause.phase).toBe('idle')
  })

  test('without a session asks nothing, and says why', async () => {
    const { app, send, dialer } = await signedInApp()
    playScenario(dialer, 'logged-out')
    await send('lookAtSession', {})
    expect(app.state().pause.offer).toBeNull()
    expect(await send('setPause', { paused: true })).toMatchObject({ code: 'agent-not-logged-in' })
    playScenario(dialer, 'ring-only')
    await send('lookAtSession', {})
    expect(await send('setPause', { paused: true })).toMatchObject({ code: 'function-not-allowed' })
    expect(pausesAsked(dialer)).toEqual([])
    const { send: fromNobody } = await startApp(await newDesk())
    expect(await fromNobody('setPause', { paused: true })).toMatchObject({ code: 'not-set-up' })
  })

  test('that was refused tells why, of a pause, until a session is seen again', async () => {
    const { app, send, dialer } = await signedInApp()
    const session = dialer.world.sessions['1000']!
    playScenario(dialer, 'logged-out')
    const facts = { agent: '1000', vicidialFunction: 'external_pause' }
    expect(await send('setPause', { paused: true })).toMatchObject({
      code: 'agent-not-logged-in',
      facts,
    })
    await send('lookAtSession', {})
    expect(app.state().pause).toMatchObject({ offer: null, phase: 'refused', finding: { facts } })
    dialer.world.sessions['1000'] = session
    await send('lookAtSession', {})
    expect(app.state().pause).toMatchObject({ offer: 'pause', phase: 'idle', finding: null })
  })

  test('nobody knows the end of is unsure, and asked for once', async () => {
    const { app, send, dialer } = await signedInApp()
    dialer.faults.close = 'after-request'
    expect(await send('setPause', { paused: true })).toMatchObject({ code: 'connection-lost' })
    expect(app.state().pause).toMatchObject({ phase: 'unsure', wish: 'pause' })
    expect(pausesAsked(dialer)).toEqual(['PAUSE'])
  })

  test('whose answer comes after signing out is not drawn', async () => {
    const { app, send, dialer, clock } = await signedInApp()
    dialer.faults.delayMs = 700
    const pause = send('setPause', { paused: true })
    await clock.waitsFor(700)
    await send('signOut', {})
    clock.turn(700)
    await pause
    expect(app.state().pause).toMatchObject({ phase: 'idle', offer: null })
  })
})

describe('presses while one is under way', () => {
  async function pressed(...wishes: boolean[]) {
    const opened = await signedInApp()
    const { send, dialer, clock } = opened
    dialer.faults.delayMs = 700
    const presses = wishes.map((paused) => send('setPause', { paused }))
    await clock.waitsFor(700)
    expect(pausesAsked(dialer)).toEqual(['PAUSE'])
    dialer.faults.delayMs = 0
    clock.turn(700)
    for (const result of await Promise.all(presses)) expect(result).toEqual({ ok: true })
    return opened
  }

  test('for the same join it', async () => {
    const { dialer } = await pressed(true, true, true)
    expect(pausesAsked(dialer)).toEqual(['PAUSE'])
  })

  test('for the opposite wait, and the last one wins', async () => {
    const { app, dialer } = await pressed(true, false, true, false)
    expect(pausesAsked(dialer)).toEqual(['PAUSE', 'RESUME'])
    expect(app.state().pause).toMatchObject({ wish: 'resume', phase: 'set' })
    expect(dialer.world.sessions['1000']!.status).toBe('READY')
  })

  test('that change back ask for nothing more', async () => {
    const { app, dialer } = await pressed(true, false, true)
    expect(pausesAsked(dialer)).toEqual(['PAUSE'])
    expect(app.state().pause).toMatchObject({ wish: 'pause', phase: 'set' })
  })
})

describe('the password of a pause', () => {
  test('asked for each time is typed with it', async () => {
    const { send, dialer } = await signedInApp({ keepPassword: 'ask' })
    expect(await send('setPause', { paused: true })).toMatchObject({
      code: 'password-needed',
      facts: { user: '1000', vicidialFunction: 'external_pause' },
    })
    expect(dialer.counts.received).toEqual([])
    expect(await send('setPause', { paused: true, password: right })).toEqual({ ok: true })
    expect(dialer.world.sessions['1000']!.status).toBe('PAUSED')
  })

  test('refused and typed ten times makes one failed sign-in', async () => {
    const { send, dialer } = await signedInApp({ keepPassword: 'ask' })
    for (let i = 0; i < 10; i += 1) {
      const result = await send('setPause', { paused: i % 2 === 0, password: wrong })
      expect(result).toMatchObject({ code: 'wrong-password', facts: { refusals: 1 } })
    }
    expect(dialer.counts.failedSignIns).toEqual({ '1000': 1 })
    expect(await send('setPause', { paused: true, password: right })).toEqual({ ok: true })
  })

  test('changed at the server is refused once, whoever presses how often', async () => {
    const { app, dialer } = await signedInApp()
    playScenario(dialer, 'wrong-password')
    for (const by of ['page', 'menu', 'tray', 'page'] as const) {
      const result = await app.command('setPause', { paused: true }, by)
      expect(result).toMatchObject({ code: 'wrong-password' })
      expect(await app.command('ring', {}, by)).toMatchObject({ code: 'wrong-password' })
    }
    expect(dialer.counts.failedSignIns).toEqual({ '1000': 1 })
  })
})

test('after a pause the watch looks two seconds later', async () => {
  const desk = await newDesk()
  const { app, send } = await startApp(desk, undefined, true)
  await signIn({ app, send, shown: [] }, desk)
  const { dialer, clock } = desk
  dialer.reset()
  const looked = (times: number) =>
    eventually(() => {
      expect(functionsAsked(dialer).filter((name) => name === 'recording')).toHaveLength(times)
    })
  clock.turn(0)
  await looked(1)
  await clock.waitsFor(60_000)
  await send('setPause', { paused: true })
  await clock.waitsFor(2_000)
  clock.turn(2_000)
  await looked(2)
  await eventually(() => {
    expect(app.state()).toMatchObject({ session: { status: 'PAUSED' }, pause: { phase: 'idle' } })
  })
})

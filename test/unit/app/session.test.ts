import { describe, expect, test } from 'vitest'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import { eventually } from '../ring/eventually.ts'
import { right, wrong } from '../ring/ringing.ts'
import { functionsAsked, newDesk, signedInApp, signIn, startApp } from './opened-app.ts'

const gesture = { patience: 'gesture', callsInQueue: false } as const

describe('a look at the session', () => {
  test('says what VICIdial says, and how many callers wait if asked', async () => {
    const { app, dialer, clock } = await signedInApp()
    dialer.world.sessions['1000']!.callsInQueue = 3
    clock.turn(5_000)
    const expected = {
      kind: 'loggedIn',
      status: 'READY',
      sessionId: '8600051',
      callsInQueue: null,
      finding: null,
      lookedAt: clock.now(),
    }
    expect(await app.lookAtSession(gesture)).toEqual(expected)
    const withQueue = { ...expected, callsInQueue: 3 }
    expect(await app.lookAtSession({ ...gesture, callsInQueue: true })).toEqual(withQueue)
    expect(app.state().session).toEqual(withQueue)
    expect(functionsAsked(dialer)).toEqual(['recording', 'recording', 'calls_in_queue_count'])
  })

  test.each([
    ['logged-out', 'loggedOut', { ok: true }],
    ['ring-only', 'notAvailable', { ok: true }],
    ['locked-out', 'unknown', { ok: false, code: 'account-locked' }],
  ] as const)('%s: %s', async (scenario, kind, result) => {
    const { app, send, dialer } = await signedInApp()
    playScenario(dialer, scenario)
    expect(await send('lookAtSession', {})).toMatchObject(result)
    expect(app.state().session).toMatchObject({ kind, status: null, sessionId: null })
  })

  test('never keeps the number of a recorded call', async () => {
    const { app, dialer } = await signedInApp()
    playScenario(dialer, 'in-call')
    await app.lookAtSession(gesture)
    expect(app.state().session.status).toBe('INCALL')
    expect(JSON.stringify(app.state())).not.toContain('7275551212')
  })

  test('whose answer comes after signing out is not drawn', async () => {
    const { app, send, dialer, clock } = await signedInApp()
    dialer.faults.delayMs = 700
    const look = app.lookAtSession(gesture)
    await clock.waitsFor(700)
    await send('signOut', {})
    clock.turn(700)
    expect(await look).toMatchObject({ kind: 'loggedIn' })
    expect(app.state().session).toMatchObject({ kind: 'unknown', status: null })
  })

  test('with a password given for it is sent whatever was refused before', async () => {
    const desk = await newDesk()
    const server = { origin: desk.dialer.url, folder: '' }
    const given = { server, user: '1000', agent: '1000', password: wrong, allowHttp: true }
    const first = await startApp(desk, given)
    expect(await first.app.lookAtSession({ ...gesture, password: wrong })).toMatchObject({
      finding: { code: 'wrong-password' },
    })
    const second = await startApp(desk, { ...given, password: right })
    expect(await second.app.lookAtSession(gesture)).toMatchObject({
      finding: { code: 'wrong-password' },
    })
    expect(await second.app.lookAtSession({ ...gesture, password: right })).toMatchObject({
      kind: 'loggedIn',
    })
    expect(desk.dialer.counts.failedSignIns).toEqual({ '1000': 1 })
  })
})

test('a look that the network swallows keeps what was known, and says why', async () => {
  const { app, send, dialer } = await signedInApp()
  const before = app.state().session
  playScenario(dialer, 'database-down')
  expect(await send('lookAtSession', {})).toMatchObject({ ok: false, code: 'server-error' })
  const { finding, ...rest } = app.state().session
  expect(finding?.code).toBe('server-error')
  expect({ ...rest, finding: null }).toEqual(before)
})

describe('a watched session', () => {
  async function watchedApp() {
    const desk = await newDesk()
    const opened = await startApp(desk, undefined, true)
    expect(await signIn(opened, desk)).toEqual({ ok: true })
    desk.dialer.reset()
    return { ...desk, ...opened }
  }

  test('is looked at by itself, and with the callers while the popup is open', async () => {
    const { app, clock, dialer } = await watchedApp()
    clock.turn(0)
    await eventually(() => {
      expect(functionsAsked(dialer)).toEqual(['recording'])
    })
    app.popupShown(true)
    await clock.waitsFor(10_000)
    playScenario(dialer, 'paused')
    clock.turn(10_000)
    await eventually(() => {
      expect(functionsAsked(dialer)).toEqual(['recording', 'recording', 'calls_in_queue_count'])
    })
    await eventually(() => {
      expect(app.state().session).toMatchObject({ status: 'PAUSED', callsInQueue: 0 })
    })
  })

  test('is left alone while the computer sleeps, and after signing out', async () => {
    const { app, send, clock, dialer } = await watchedApp()
    app.away('suspended', true)
    for (let hour = 0; hour < 8; hour += 1) clock.turn(3_600_000)
    expect(functionsAsked(dialer)).toEqual([])
    app.away('suspended', false)
    await send('signOut', {})
    clock.turn(3_600_000)
    expect(functionsAsked(dialer)).toEqual([])
  })

  test('whose password is refused is not asked for again, however long and after restarts', async () => {
    const desk = await watchedApp()
    const { clock, dialer } = desk
    playScenario(dialer, 'wrong-password')
    clock.turn(0)
    await eventually(() => {
      expect(desk.app.state().account.problem?.code).toBe('wrong-password')
    })
    for (let start = 0; start < 3; start += 1) {
      const { app } = await startApp(desk, undefined, true)
      app.popupShown(true)
      for (let minute = 0; minute < 600; minute += 1) clock.turn(60_000)
      app.popupShown(false)
    }
    expect(dialer.counts.failedSignIns).toEqual({ '1000': 1 })
    expect(functionsAsked(dialer)).toEqual(['recording'])
  })
})

describe('when the popup opens', () => {
  test('a connection waits for the press, and is let go when it closes', async () => {
    const { app, send, clock, dialer } = await signedInApp()
    clock.turn(5_000)
    app.popupShown(true)
    await eventually(() => {
      expect(dialer.counts.connections).toBe(1)
    })
    expect(dialer.counts.received).toEqual([])
    expect(await send('ring', {})).toEqual({ ok: true })
    expect(dialer.counts.connections).toBe(1)
    app.popupShown(false)
    clock.turn(10_000)
    expect(clock.timers()).toBe(0)
    expect(dialer.counts.connections).toBe(1)
  })

  test('a popup left open lets go of the dialer after half a minute', async () => {
    const { app, clock } = await signedInApp()
    app.popupShown(true)
    for (let i = 0; i < 40; i += 1) clock.turn(1_000)
    expect(clock.timers()).toBe(0)
  })

  test.each([
    ['nobody is signed in', { signOut: true }],
    ['the password is asked for each time', { keepPassword: 'ask' }],
  ] as const)('and %s, nobody is asked', async (_, how) => {
    const opened = await signedInApp('keepPassword' in how ? { keepPassword: 'ask' } : {})
    if ('signOut' in how) await opened.send('signOut', {})
    opened.clock.turn(60_000)
    const asked = opened.keychain.asked
    opened.app.popupShown(true)
    expect(opened.keychain.asked).toBe(asked)
    expect(opened.dialer.counts.received).toEqual([])
  })
})

test('a closed app leaves neither timer nor connection', async () => {
  const { app, dialer, clock } = await signedInApp()
  app.popupShown(true)
  await app.lookAtSession(gesture)
  expect(functionsAsked(dialer)).toEqual(['recording'])
  await app.close()
  // The dialer's own timer goes with its last connection.
  await eventually(() => {
    expect(clock.timers()).toBe(0)
  })
})

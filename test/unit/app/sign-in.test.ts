import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import { right, wrong } from '../ring/ringing.ts'
import { functionsAsked, newDesk, signIn, startApp } from './opened-app.ts'
import type { Desk, OpenedApp } from './opened-app.ts'

let desk: Desk
let opened: OpenedApp
beforeEach(async () => {
  desk = await newDesk()
  opened = await startApp(desk)
})
const account = () => opened.app.state().account
const failedSignIns = () => desk.dialer.counts.failedSignIns['1000'] ?? 0
const entry = (user = '1000') => `${user}@${desk.dialer.url}`
const settings = () => readFileSync(join(desk.folder, 'settings.json'), 'utf8')

describe('an accepted sign-in', () => {
  test('keeps the account, puts the password into the keychain and shows the session', async () => {
    expect(await signIn(opened, desk)).toEqual({ ok: true })
    expect(account()).toEqual({
      server: desk.dialer.url,
      apiVersion: '2.14-81',
      user: '1000',
      agent: '1000',
      signedIn: true,
      hasPassword: true,
      keepPassword: 'keychain',
      unencrypted: true,
      waitingForKeyring: false,
      problem: null,
    })
    expect(opened.app.state().session).toMatchObject({
      kind: 'loggedIn',
      status: 'READY',
      sessionId: '8600051',
      lookedAt: desk.clock.now(),
    })
    expect([...desk.keychain.kept]).toEqual([[entry(), right]])
    expect(functionsAsked(desk.dialer)).toEqual(['version', 'recording'])
  })

  test('survives a restart', async () => {
    await signIn(opened, desk, { agent: '1001' })
    const later = await startApp(desk)
    expect(later.app.state().account).toMatchObject({
      server: desk.dialer.url,
      user: '1000',
      agent: '1001',
      signedIn: true,
      hasPassword: true,
    })
  })

  test.each([
    ['logged-out', 'loggedOut', 'agent-not-logged-in'],
    ['ring-only', 'notAvailable', 'function-not-allowed'],
    ['api-access-off', 'unknown', 'api-access-off'],
  ] as const)('%s: the password was right, the session is %s', async (scenario, kind, code) => {
    playScenario(desk.dialer, scenario)
    expect(await signIn(opened, desk)).toEqual({ ok: true })
    expect(account().signedIn).toBe(true)
    expect(opened.app.state().session).toMatchObject({ kind, finding: { code } })
  })

  test.each(['spanish', 'russian'] as const)('is known in %s', async (language) => {
    playScenario(desk.dialer, language)
    expect(await signIn(opened, desk)).toEqual({ ok: true })
    expect(opened.app.state().session).toMatchObject({ kind: 'loggedIn', status: 'READY' })
    playScenario(desk.dialer, 'logged-out', { onTop: true })
    expect(await signIn(opened, desk)).toEqual({ ok: true })
    expect(opened.app.state().session).toMatchObject({
      kind: 'unknown',
      finding: { code: 'unrecognised-reply' },
    })
  })

  test('with every character that VICIdial keeps in a password', async () => {
    const password = 'aZ09-_.+/='
    desk.dialer.world.users['1000']!.password = password
    expect(await signIn(opened, desk, { password })).toEqual({ ok: true })
    expect(await opened.send('ring', {})).toEqual({ ok: true })
    expect(settings()).not.toContain(password)
    expect(JSON.stringify(opened.app.state())).not.toContain(password)
  })
})

describe('a refused sign-in', () => {
  test('keeps nothing', async () => {
    const result = await signIn(opened, desk, { password: wrong })
    expect(result).toMatchObject({ ok: false, code: 'wrong-password' })
    expect(result).toMatchObject({
      facts: { server: desk.dialer.url, user: '1000', agent: '1000', refusals: 1 },
    })
    expect(account()).toMatchObject({ signedIn: false, user: null, hasPassword: false })
    expect(desk.keychain.kept.size).toBe(0)
  })

  test('of the same password typed again is not sent, unless the person insists', async () => {
    for (let i = 0; i < 5; i += 1) {
      const again = await signIn(opened, desk, { password: wrong })
      expect(again).toMatchObject({ code: 'wrong-password', facts: { refusals: 1 } })
    }
    expect(failedSignIns()).toBe(1)
    const insisted = await signIn(opened, desk, { password: wrong, sendRefusedPassword: true })
    expect(insisted).toMatchObject({ code: 'wrong-password', facts: { refusals: 2 } })
    expect(failedSignIns()).toBe(2)
  })

  test('is not forgotten by sending the field empty', async () => {
    await signIn(opened, desk, { password: wrong })
    await signIn(opened, desk, { password: '' })
    await signIn(opened, desk, { password: wrong })
    expect(failedSignIns()).toBe(1)
  })

  test('another password is sent', async () => {
    await signIn(opened, desk, { password: wrong })
    expect(await signIn(opened, desk, { password: 'another1' })).toMatchObject({
      facts: { refusals: 2 },
    })
    expect(await signIn(opened, desk)).toEqual({ ok: true })
    expect(account().problem).toBeNull()
  })

  test.each([
    ['locked-out', 'account-locked'],
    ['ip-blocked', 'ip-blocked'],
    ['no-active-servers', 'no-active-servers'],
    ['agent-limit', 'agent-limit'],
    ['api-off', 'system-api-off'],
    ['hang', 'reply-timeout'],
    ['database-down', 'server-error'],
  ] as const)('%s: %s', async (scenario, code) => {
    await opened.send('findServer', { address: desk.dialer.url, allowHttp: true })
    playScenario(desk.dialer, scenario)
    const signingIn = opened.send('signIn', {
      user: '1000',
      agent: '1000',
      password: right,
      keepPassword: 'keychain',
    })
    if (scenario === 'hang') {
      await desk.clock.waitsFor(10_000)
      desk.clock.turn(10_000)
    }
    expect(await signingIn).toMatchObject({ ok: false, code })
    expect(account().signedIn).toBe(false)
    expect(desk.keychain.kept.size).toBe(0)
  })
})

describe('nothing is sent', () => {
  test('before a server was found', async () => {
    const typed = { user: '1000', agent: '1000', password: right, keepPassword: 'ask' } as const
    expect(await opened.send('signIn', typed)).toMatchObject({ code: 'not-set-up' })
  })

  test.each([
    [{ password: 'with a blank' }, 'password-characters', ' '],
    [{ password: 'p@ss!' }, 'password-characters', '@!'],
    [{ user: 'agent 7' }, 'user-characters', ' '],
    [{ password: '' }, 'password-needed', undefined],
  ])('of %j', async (typed, code, droppedCharacters) => {
    const result = await signIn(opened, desk, typed)
    expect(result).toMatchObject({ ok: false, code })
    expect('facts' in result ? result.facts.droppedCharacters : null).toBe(droppedCharacters)
    expect(functionsAsked(desk.dialer)).toEqual(['version'])
  })

  test('over plain HTTP to a saved server that nobody agreed to', async () => {
    await signIn(opened, desk)
    const saved = JSON.parse(settings()) as object
    writeFileSync(join(desk.folder, 'settings.json'), JSON.stringify({ ...saved, httpAgreed: [] }))
    desk.dialer.reset()
    const { app, send } = await startApp(desk)
    const refused = { ok: false, code: 'http-not-allowed', facts: { server: desk.dialer.url } }
    const typed = { user: '1000', agent: '1000', password: right, keepPassword: 'ask' } as const
    expect(app.state().account.problem).toEqual({ code: refused.code, facts: refused.facts })
    expect(await send('signIn', typed)).toEqual(refused)
    expect(await send('ring', {})).toEqual(refused)
    expect(await send('lookAtSession', {})).toEqual(refused)
    app.popupShown(true)
    expect(desk.dialer.counts.connections).toBe(0)
    expect(desk.keychain.asked).toBe(0)
  })
})

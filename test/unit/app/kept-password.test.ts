import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { newDesk, signIn, startApp } from './opened-app.ts'
import type { Desk, OpenedApp } from './opened-app.ts'

let desk: Desk
let opened: OpenedApp
beforeEach(async () => {
  desk = await newDesk()
  opened = await startApp(desk)
})
const account = () => opened.app.state().account

describe('a keychain that takes no password', () => {
  test.each([
    ['locked', 'keychain-locked'],
    ['unavailable', 'keychain-unavailable'],
    ['too-slow', 'keychain-timeout'],
    ['cancelled', 'keychain-timeout'],
  ] as const)('%s: told, and the account is not kept', async (mood, code) => {
    desk.keychain.mood = mood
    expect(await signIn(opened, desk)).toEqual({ ok: false, code, facts: {} })
    expect(account()).toMatchObject({ signedIn: false, hasPassword: false })
    expect((await startApp(desk)).app.state().account.signedIn).toBe(false)
    // The way out that its card offers.
    expect(await signIn(opened, desk, { keepPassword: 'ask' })).toEqual({ ok: true })
    expect(account()).toMatchObject({ signedIn: true, hasPassword: false, keepPassword: 'ask' })
  })

  test('a disk that takes no settings: told, and nobody is signed in', async () => {
    rmSync(desk.folder, { recursive: true })
    writeFileSync(desk.folder, 'in the way')
    expect(await signIn(opened, desk)).toMatchObject({ code: 'settings-not-saved' })
    expect(account().signedIn).toBe(false)
    rmSync(desk.folder)
    expect(await signIn(opened, desk)).toEqual({ ok: true })
  })
})

describe('“ask me each time”', () => {
  const ask = { keepPassword: 'ask' } as const

  test('keeps no password anywhere', async () => {
    expect(await signIn(opened, desk, ask)).toEqual({ ok: true })
    expect(account()).toMatchObject({ hasPassword: false, keepPassword: 'ask' })
    expect(desk.keychain.kept.size).toBe(0)
    expect(await opened.send('ring', {})).toMatchObject({ code: 'password-needed' })
    expect(await opened.send('lookAtSession', {})).toMatchObject({ code: 'password-needed' })
    expect(desk.keychain.asked).toBe(0)
  })

  test('takes the password kept before out of the keychain', async () => {
    await signIn(opened, desk)
    await signIn(opened, desk, ask)
    expect(desk.keychain.kept.size).toBe(0)
    expect(account().hasPassword).toBe(false)
  })

  test('does not wait for a locked keychain, and takes the password out at sign-out', async () => {
    await signIn(opened, desk)
    desk.keychain.mood = 'locked'
    expect(await signIn(opened, desk, ask)).toEqual({ ok: true })
    expect(account()).toMatchObject({ signedIn: true, hasPassword: true, keepPassword: 'ask' })
    expect(await opened.send('ring', {})).toMatchObject({ code: 'password-needed' })
    desk.keychain.mood = 'open'
    await opened.send('signOut', {})
    expect(desk.keychain.kept.size).toBe(0)
  })
})

test('signing in as somebody else takes the first one’s password out of the keychain', async () => {
  await signIn(opened, desk)
  await signIn(opened, desk, { user: '6666', agent: '1000', password: '1234' })
  expect([...desk.keychain.kept]).toEqual([[`6666@${desk.dialer.url}`, '1234']])
  expect(account()).toMatchObject({ user: '6666', agent: '1000' })
})

describe('signing out', () => {
  test('forgets the account and its password, here and after a restart', async () => {
    await signIn(opened, desk)
    await opened.send('ring', {})
    expect(await opened.send('signOut', {})).toEqual({ ok: true })
    expect(account()).toMatchObject({ signedIn: false, user: null, hasPassword: false })
    expect(account().server).toBe(desk.dialer.url)
    expect(opened.app.state()).toMatchObject({
      session: { kind: 'unknown', lookedAt: null },
      ring: { phase: 'idle', press: null },
    })
    expect(desk.keychain.kept.size).toBe(0)
    expect((await startApp(desk)).app.state().account.signedIn).toBe(false)
    expect(await opened.send('ring', {})).toMatchObject({ code: 'not-set-up' })
  })

  test('twice is no error', async () => {
    await signIn(opened, desk)
    await opened.send('signOut', {})
    expect(await opened.send('signOut', {})).toEqual({ ok: true })
  })

  test('with a locked keychain signs out all the same, and says what was left', async () => {
    await signIn(opened, desk)
    desk.keychain.mood = 'locked'
    expect(await opened.send('signOut', {})).toMatchObject({ code: 'keychain-locked' })
    expect(account().signedIn).toBe(false)
  })

  test('on a disk that takes no settings stays signed in, and says so', async () => {
    await signIn(opened, desk)
    rmSync(desk.folder, { recursive: true })
    writeFileSync(desk.folder, 'in the way')
    expect(await opened.send('signOut', {})).toMatchObject({ code: 'settings-not-saved' })
    expect(account()).toMatchObject({ signedIn: true, hasPassword: true })
    expect(desk.keychain.kept.size).toBe(1)
    rmSync(desk.folder)
    mkdirSync(desk.folder)
  })
})

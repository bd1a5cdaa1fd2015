import { describe, expect, test } from 'vitest'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import { right, wrong } from '../ring/ringing.ts'
import { signedInApp } from './opened-app.ts'

describe('the password of a press', () => {
  test('asked for each time is typed with the press', async () => {
    const { app, send, dialer } = await signedInApp({ keepPassword: 'ask' })
    const asked = await send('ring', {})
    expect(asked).toMatchObject({ ok: false, code: 'password-needed', facts: { user: '1000' } })
    expect(await send('ring', { password: '' })).toMatchObject({ code: 'password-needed' })
    expect(dialer.counts.received).toEqual([])
    expect(await send('ring', { password: right })).toEqual({ ok: true })
    expect(app.state().ring.press).toBe(1)
  })

  test('refused and typed ten times makes one failed sign-in', async () => {
    const { send, clock, dialer } = await signedInApp({ keepPassword: 'ask' })
    for (let i = 0; i < 10; i += 1) {
      clock.turn(1_000)
      expect(await send('ring', { password: wrong })).toMatchObject({ code: 'wrong-password' })
    }
    expect(dialer.counts.failedSignIns).toEqual({ '1000': 1 })
    const again = await send('ring', { password: wrong, sendRefusedPassword: true })
    expect(again).toMatchObject({ facts: { refusals: 2 } })
    clock.turn(1_000)
    expect(await send('ring', { password: right })).toEqual({ ok: true })
  })

  test('that VICIdial would cut lifts no refusal of the one before', async () => {
    const { app, send, clock, dialer } = await signedInApp()
    playScenario(dialer, 'wrong-password')
    await send('ring', {})
    clock.turn(1_000)
    expect(await send('ring', { password: 'p@ss' })).toMatchObject({ ok: false })
    clock.turn(1_000)
    expect(await app.command('ring', {}, 'menu')).toMatchObject({ code: 'wrong-password' })
    expect(dialer.counts.failedSignIns).toEqual({ '1000': 1 })
  })

  test('kept and refused is a problem of the account until it was put right', async () => {
    const { app, send, clock, dialer } = await signedInApp()
    playScenario(dialer, 'wrong-password')
    const by = ['page', 'tray', 'menu', 'page', 'tray', 'menu', 'page', 'tray', 'menu'] as const
    expect(await send('ring', {})).toMatchObject({ code: 'wrong-password' })
    for (const whom of by) {
      clock.turn(1_000)
      expect(await app.command('ring', {}, whom)).toMatchObject({ code: 'wrong-password' })
    }
    app.popupShown(true)
    await send('lookAtSession', {})
    expect(dialer.counts.failedSignIns).toEqual({ '1000': 1 })
    expect(app.state().account.problem).toEqual({ code: 'wrong-password', facts: { refusals: 1 } })

    dialer.world.users['1000']!.password = 'another1'
    const typed = { user: '1000', agent: '1000', password: 'another1' }
    expect(await send('signIn', { ...typed, keepPassword: 'keychain' })).toEqual({ ok: true })
    expect(app.state().account.problem).toBeNull()
    clock.turn(1_000)
    expect(await send('ring', {})).toEqual({ ok: true })
  })

  test('behind a locked keychain: told until it opens, and no press is used up', async () => {
    const { app, send, keychain, dialer } = await signedInApp()
    keychain.mood = 'locked'
    expect(await send('ring', {})).toMatchObject({ code: 'keychain-locked' })
    expect(app.state().account.problem).toMatchObject({ code: 'keychain-locked' })
    expect(dialer.counts.received).toEqual([])
    keychain.mood = 'open'
    expect(await send('ring', {})).toEqual({ ok: true })
    expect(app.state().ring.press).toBe(1)
    expect(app.state().account.problem).toBeNull()
  })

  test.each([
    ['unavailable', 'keychain-unavailable'],
    ['too-slow', 'keychain-timeout'],
    ['cancelled', 'keychain-timeout'],
  ] as const)('in a keychain that is %s: %s', async (mood, code) => {
    const { send, keychain } = await signedInApp()
    keychain.mood = mood
    expect(await send('ring', {})).toMatchObject({ ok: false, code })
  })

  test('gone from the keychain is asked for', async () => {
    const { send, keychain } = await signedInApp()
    keychain.kept.clear()
    expect(await send('ring', {})).toMatchObject({ code: 'password-needed' })
    expect(await send('ring', { password: right })).toEqual({ ok: true })
  })

  test('a wait for the computer’s keyring shows, and can be ended', async () => {
    const { app, send, keychain } = await signedInApp()
    keychain.setWaiting(true)
    expect(app.state().account.waitingForKeyring).toBe(true)
    expect(await send('cancelKeychain', {})).toEqual({ ok: true })
    expect(app.state().account.waitingForKeyring).toBe(false)
  })
})

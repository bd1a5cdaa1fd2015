import { rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CommandName } from '../../../src-main/contract.ts'
import { links } from '../../../src-main/links.ts'
import { expectShareable, signedInApp, startApp } from './opened-app.ts'

const badMessage = { ok: false, code: 'bad-message', facts: {} }
const signIn = { user: '1000', agent: '1000', password: 'x', keepPassword: 'ask' }

test.each<[string, unknown]>([
  ['ring', undefined],
  ['ring', null],
  ['ring', 'now'],
  ['ring', []],
  ['ring', { again: '1' }],
  ['ring', { duringCall: false }],
  ['ring', { sendRefusedPassword: 'yes' }],
  ['ring', { password: 'x'.repeat(101) }],
  ['ring', { server: 'http://elsewhere.example.com' }],
  ['answer', { press: 1 }],
  ['answer', { press: '1', rang: true }],
  ['lookAtSession', { callsInQueue: true }],
  ['findServer', { address: 'dialer.example.com' }],
  ['findServer', { address: 'x'.repeat(501), allowHttp: true }],
  ['signIn', { user: '1000', agent: '1000', password: 'x' }],
  ['signIn', { ...signIn, keepPassword: 'file' }],
  ['signIn', { ...signIn, user: 1000 }],
  ['signIn', { ...signIn, server: 'http://elsewhere.example.com' }],
  ['signOut', { user: '1000' }],
  ['cancelKeychain', 1],
  ['setPreferences', { trayClick: 'explode' }],
  ['setPreferences', { theme: 'dark' }],
  ['setPreferences', { startAtLogin: 'yes' }],
  ['openLink', { id: 'https://elsewhere.example.com' }],
  ['openLink', {}],
  ['quit', { code: 1 }],
  ['runEverything', {}],
  ['constructor', {}],
  ['__proto__', {}],
  ['toString', {}],
  ['', {}],
])('%s with %j is a bad message, and nothing comes of it', async (name, payload) => {
  const { app, dialer, did, keychain } = await signedInApp()
  const asked = keychain.asked
  const before = app.state()
  for (const by of ['page', 'tray'] as const) {
    expect(await app.command(name as CommandName, payload, by)).toEqual(badMessage)
  }
  expect(app.state()).toBe(before)
  expect(dialer.counts.received).toEqual([])
  expect(keychain.asked).toBe(asked)
  expect(did).toEqual([])
})

test('preferences are kept over a restart', async () => {
  const desk = await signedInApp()
  expect(desk.app.state().preferences).toMatchObject({ trayClick: 'open' })
  expect(await desk.send('setPreferences', { trayClick: 'ring' })).toEqual({ ok: true })
  expect(desk.app.state().preferences).toMatchObject({ trayClick: 'ring' })
  expect(await desk.send('setPreferences', {})).toEqual({ ok: true })
  const later = await startApp(desk)
  expect(later.app.state()).toMatchObject({
    preferences: { trayClick: 'ring' },
    account: { signedIn: true },
  })
})

test('preferences that cannot be saved stay as they were', async () => {
  const { app, send, folder } = await signedInApp()
  rmSync(folder, { recursive: true })
  writeFileSync(folder, 'in the way')
  expect(await send('setPreferences', { trayClick: 'ring' })).toMatchObject({
    code: 'settings-not-saved',
  })
  expect(app.state().preferences).toMatchObject({ trayClick: 'open' })
  rmSync(folder)
  expect(await send('setPreferences', { trayClick: 'ring' })).toEqual({ ok: true })
})

test('a link is opened by its name', async () => {
  const { send, did } = await signedInApp()
  expect(await send('openLink', { id: 'vicidial-agent-api' })).toEqual({ ok: true })
  expect(await send('quit', {})).toEqual({ ok: true })
  expect(did).toEqual([links['vicidial-agent-api'], 'quit'])
})

test('whoever has stopped listening hears no more', async () => {
  const { app, send } = await signedInApp()
  let heard = 0
  const stop = app.subscribe(() => (heard += 1))
  await send('setPreferences', {})
  expect(heard).toBe(1)
  stop()
  await send('setPreferences', {})
  expect(heard).toBe(1)
})

test('what the app shows is plain data', async () => {
  const { app, send, shown } = await signedInApp()
  await send('ring', {})
  await send('lookAtSession', {})
  await send('answer', { press: 1, rang: false })
  for (const state of [...shown, app.state()]) expectShareable(state)
  expect(app.state().about).toEqual({ version: '1.2.3', platform: 'linux', practiceDialer: true })
})

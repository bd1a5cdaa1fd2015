import { describe, expect, test } from 'vitest'
import type { App } from '../../../src-main/app-ports.ts'
import { answerPage } from '../../../src-main/shell/page-door.ts'
import { runningApp } from './running-app.ts'

const refused = { result: { ok: false, code: 'bad-message', facts: {} }, reload: false }
const noBug = (bug: unknown) => {
  throw bug
}
const ask = (app: App, name: unknown, payload: unknown) =>
  answerPage(app, true, name, payload, noBug)
const account = { user: '1000', agent: '1000', password: '1000pass', keepPassword: 'ask' }

describe('a message of the page', () => {
  test('is a command of the app', async () => {
    const { app } = await runningApp({ signedIn: false })
    expect(await ask(app, 'setPreferences', { trayClick: 'ring' })).toEqual({
      result: { ok: true },
      reload: false,
    })
    expect(app.state().preferences.trayClick).toBe('ring')
  })

  test('of a stranger is refused, and does nothing', async () => {
    const { app, dialer } = await runningApp({ signedIn: true })
    expect(await answerPage(app, false, 'ring', {}, noBug)).toEqual(refused)
    expect(dialer.counts.received).toEqual([])
  })

  const names = [
    'nothing',
    'toString',
    '__proto__',
    'constructor',
    '',
    7,
    null,
    undefined,
    {},
    ['ring'],
  ]
  for (const name of names) {
    test(`that names ${JSON.stringify(name)} is refused`, async () => {
      const { app } = await runningApp({ signedIn: false })
      expect(await ask(app, name, {})).toEqual(refused)
    })
  }

  const payloads = [undefined, null, 'text', [], { more: 1 }, { password: 7 }]
  for (const payload of payloads) {
    test(`whose payload is ${JSON.stringify(payload)} is refused`, async () => {
      const { app, dialer } = await runningApp({ signedIn: true })
      expect(await ask(app, 'ring', payload)).toEqual(refused)
      expect(dialer.counts.received).toEqual([])
    })
  }

  test('that meets a bug in the app is answered all the same, and the bug is told', async () => {
    const { app } = await runningApp({ signedIn: false })
    const bug = new Error('a bug')
    const broken: App = { ...app, command: () => Promise.reject(bug) }
    const told: unknown[] = []
    expect(await answerPage(broken, true, 'ring', {}, (found) => told.push(found))).toEqual(refused)
    expect(told).toEqual([bug])
  })
})

describe('the page is loaded anew, so that the typed password leaves its memory', () => {
  test('after a sign-in that was accepted', async () => {
    const { app, dialer } = await runningApp({ signedIn: false })
    await ask(app, 'findServer', { address: dialer.url, allowHttp: true })
    expect(await ask(app, 'signIn', account)).toEqual({ result: { ok: true }, reload: true })
  })

  test('not after one that was refused, which the person is about to correct', async () => {
    const { app, dialer } = await runningApp({ signedIn: false })
    await ask(app, 'findServer', { address: dialer.url, allowHttp: true })
    const { result, reload } = await ask(app, 'signIn', { ...account, password: 'wrong' })
    expect(result).toMatchObject({ ok: false, code: 'wrong-password' })
    expect(reload).toBe(false)
  })

  test('after a ring that the password was typed for', async () => {
    const { app, dialer } = await runningApp({ signedIn: false })
    await ask(app, 'findServer', { address: dialer.url, allowHttp: true })
    await ask(app, 'signIn', account)
    expect(await ask(app, 'ring', { password: '1000pass' })).toEqual({
      result: { ok: true },
      reload: true,
    })
  })
})

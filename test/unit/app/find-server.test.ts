import { beforeEach, describe, expect, test } from 'vitest'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import { functionsAsked, newDesk, signIn, startApp } from './opened-app.ts'
import type { Desk, OpenedApp } from './opened-app.ts'

let desk: Desk
let opened: OpenedApp
beforeEach(async () => {
  desk = await newDesk()
  opened = await startApp(desk)
})
const find = (address: string, allowHttp = false) =>
  opened.send('findServer', { address, allowHttp })
const account = () => opened.app.state().account
/** The dialer's address as people type it. */
const bare = () => desk.dialer.url.replace('http://', '')

describe('an address without encryption', () => {
  test('is found once the person has agreed', async () => {
    expect(await find(desk.dialer.url, true)).toEqual({ ok: true })
    expect(account()).toMatchObject({
      server: desk.dialer.url,
      apiVersion: '2.14-81',
      unencrypted: true,
      signedIn: false,
      problem: null,
    })
    expect(opened.app.state().about.practiceDialer).toBe(true)
  })

  test('is not even asked before', async () => {
    const facts = { server: desk.dialer.url }
    expect(await find(desk.dialer.url)).toEqual({ ok: false, code: 'http-not-allowed', facts })
    expect(account().server).toBeNull()
    expect(desk.dialer.counts.connections).toBe(0)
  })

  test('is offered where https was only assumed, and not taken', async () => {
    const facts = { server: desk.dialer.url }
    expect(await find(bare())).toEqual({ ok: false, code: 'http-not-allowed', facts })
    expect(account().server).toBeNull()
    expect(functionsAsked(desk.dialer)).toEqual(['version'])
    expect(desk.dialer.counts.received[0]?.params).toEqual({ function: 'version' })
  })

  test('is taken where https was only assumed and the person has agreed already', async () => {
    expect(await find(bare(), true)).toEqual({ ok: true })
    expect(account()).toMatchObject({ server: desk.dialer.url, unencrypted: true })
  })

  test('is remembered as agreed to once somebody signed in there', async () => {
    await signIn(opened, desk)
    const later = await startApp(desk)
    const allowHttp = false
    expect(await later.send('findServer', { address: desk.dialer.url, allowHttp })).toEqual({
      ok: true,
    })
    expect(await later.send('findServer', { address: bare(), allowHttp })).toEqual({ ok: true })
  })

  test('agreed to for one server is not agreed to for another', async () => {
    await signIn(opened, desk)
    expect(await find('http://127.0.0.1:9')).toMatchObject({ code: 'http-not-allowed' })
  })
})

test('the folder of a page inside VICIdial is kept, and the password of a pasted link dropped', async () => {
  desk.dialer.world.system.folder = '/sub'
  const link = `${desk.dialer.url}/sub/agc/api.php?user=1000&pass=1000pass&function=version`
  expect(await find(link, true)).toEqual({ ok: true })
  expect(account().server).toBe(`${desk.dialer.url}/sub`)
  expect(desk.dialer.counts.passwordInUrl).toBe(false)
})

test.each([
  '',
  ' ',
  'ftp://dialer.example.com',
  'http://1000:1000pass@dialer.example.com',
  'dialer example com',
  'javascript:alert(1)',
  '///',
  'http://dialer.example.com/?a=b c',
])('%j is no address and nobody is asked', async (address) => {
  expect(await find(address, true)).toEqual({
    ok: false,
    code: 'server-address-invalid',
    facts: {},
  })
  expect(desk.dialer.counts.connections).toBe(0)
})

test.each([
  ['login-page', 'not-vicidial'],
  ['not-found', 'not-found'],
  ['forbidden', 'forbidden'],
  ['database-down', 'server-error'],
  ['moved', 'redirected'],
  ['rubbish', 'reply-too-large'],
  ['half-reply', 'connection-lost'],
] as const)('a server that is no VICIdial (%s): %s', async (scenario, code) => {
  playScenario(desk.dialer, scenario)
  const result = await find(desk.dialer.url, true)
  expect(result).toMatchObject({ ok: false, code, facts: { server: desk.dialer.url } })
  expect(account()).toMatchObject({ server: null, apiVersion: null, signedIn: false })
})

test('nobody listens: the failure of the address that was assumed is told', async () => {
  await desk.dialer.close()
  const facts = { server: desk.dialer.url.replace('http:', 'https:') }
  expect(await find(bare())).toMatchObject({ code: 'connection-refused', facts })
})

test('a search that failed leaves the server found before', async () => {
  await find(desk.dialer.url, true)
  await find('http://127.0.0.1:9', true)
  expect(account().server).toBe(desk.dialer.url)
})

test('while signed in, another server is shown until the person turns away', async () => {
  await signIn(opened, desk)
  const other = await newDesk()
  await find(other.dialer.url, true)
  expect(account()).toMatchObject({ server: other.dialer.url, signedIn: true })
  opened.app.popupShown(true)
  opened.app.popupShown(false)
  expect(account()).toMatchObject({ server: desk.dialer.url, signedIn: true })
})

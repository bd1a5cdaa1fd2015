import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { wordsFor } from '../../../src-main/words/index.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { noKeyringHere, openDesk, type Desk } from '../account/keyring.ts'
import { eventually } from '../ring/eventually.ts'
import { callsOf, practiceDialer, right, wrong } from '../ring/ringing.ts'
import { asScript, jsonOf, runCli, startCli } from './run-cli.ts'
import { isRunning, traced } from './traces.ts'

const { terminal: say } = wordsFor()

let folder: string
let dialer: PracticeDialer
beforeEach(async () => {
  folder = freshFolder()
  dialer = await practiceDialer()
})

/** Everything in the data folder, keyring aside. */
function filesOf(where: string): string {
  return readdirSync(where, { recursive: true, encoding: 'utf8' })
    .map((name) => join(where, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
}

describe.skipIf(noKeyringHere)('with a keyring', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = await openDesk()
  })
  afterEach(() => desk.close())
  const run = (words: string[], more: { input?: string; env?: NodeJS.ProcessEnv } = {}) => {
    return runCli(words, { folder, ...more, env: { ...desk.env, HOME: folder, ...more.env } })
  }

  test('sign in, ring and look without options, sign out', async () => {
    await desk.startKeyring('unlocked')
    const { env, traces } = traced(folder)
    const signedIn = await run(['sign-in', ...asScript(dialer.url), '--json'], {
      input: right,
      env,
    })
    expect(signedIn).toMatchObject({ exit: 0, err: '' })
    expect(jsonOf(signedIn)).toEqual({
      kind: 'signedIn',
      server: dialer.url,
      user: '1000',
      agent: '1000',
      apiVersion: '2.14-81',
    })
    expect(filesOf(folder)).not.toContain(right)

    const rung = await run(['ring', '--json'], { env })
    expect(rung).toMatchObject({ exit: 0, err: '' })
    const looked = await run(['status', '--json'], { env })
    expect(jsonOf(looked)).toMatchObject({ kind: 'loggedIn', status: 'READY' })

    const signedOut = await run(['sign-out'], { env })
    expect(signedOut).toMatchObject({ exit: 0, out: `${say.signedOut}\n`, err: '' })
    expect(jsonOf(await run(['ring', '--json']))).toMatchObject({ code: 'not-set-up' })
    const twice = await run(['sign-out', '--json'])
    expect(jsonOf(twice)).toEqual({ kind: 'signedOut' })

    // Each run started a helper for the keychain, which went with it.
    const helpers = traces().filter(({ file }) => file.endsWith('keychain-helper.js'))
    expect(helpers).toHaveLength(4)
    await eventually(() => {
      expect(helpers.filter(({ pid }) => isRunning(pid))).toEqual([])
    })
    expect(JSON.stringify([signedIn, rung, looked, signedOut, traces()])).not.toContain(right)
    expect(callsOf(dialer)).toBe(1)
  })

  test('the password is out of the keyring after signing out', async () => {
    await desk.startKeyring('unlocked')
    await run(['sign-in', ...asScript(dialer.url)], { input: right })
    const settings = readFileSync(join(folder, 'settings.json'), 'utf8')
    await run(['sign-out'])
    // As if somebody had put the account back by hand.
    writeFileSync(join(folder, 'settings.json'), settings)
    expect(jsonOf(await run(['ring', '--json']))).toMatchObject({ code: 'keychain-locked' })
    expect(callsOf(dialer)).toBe(0)
  })

  test('the saved account with another password piped in', async () => {
    await desk.startKeyring('unlocked')
    await run(['sign-in', ...asScript(dialer.url)], { input: right })
    dialer.world.users['1000']!.password = 'another1'
    expect(await run(['status'])).toMatchObject({ exit: 1 })
    const input = 'another1\n'
    expect(await run(['status', '--password-stdin'], { input })).toMatchObject({ exit: 0 })
    expect(await run(['ring', '--password-stdin'], { input })).toMatchObject({ exit: 0 })
    expect(dialer.counts.failedSignIns).toEqual({ '1000': 1 })
  })

  test('a locked keyring: told, nothing kept and nothing sent', async () => {
    await desk.startKeyring('unlocked')
    await run(['sign-in', ...asScript(dialer.url)], { input: right })
    await desk.stopKeyring()
    await desk.startKeyring('locked')
    const asked = dialer.counts.received.length
    const rung = await run(['ring', '--json'])
    expect(rung.exit).toBe(1)
    expect(jsonOf(rung)).toMatchObject({ kind: 'refused', code: 'keychain-locked' })
    expect(dialer.counts.received).toHaveLength(asked)

    folder = freshFolder()
    const signedIn = await run(['sign-in', ...asScript(dialer.url), '--json'], { input: right })
    expect(signedIn.exit).toBe(1)
    expect(jsonOf(signedIn)).toMatchObject({ code: 'keychain-locked' })
    expect(existsSync(join(folder, 'settings.json'))).toBe(false)
  })

  test('a program that is killed while the keyring hangs takes its helper with it', async () => {
    await desk.startKeyring('unlocked')
    await run(['sign-in', ...asScript(dialer.url)], { input: right })
    desk.freezeKeyring()
    const { env, traces } = traced(folder)
    const running = startCli(['ring'], { folder, env: { ...desk.env, HOME: folder, ...env } })
    const helpers = () => traces().filter(({ file }) => file.endsWith('keychain-helper.js'))
    await eventually(() => {
      expect(helpers()).toHaveLength(1)
    })
    running.child.kill('SIGKILL')
    await eventually(() => {
      expect(helpers().filter(({ pid }) => isRunning(pid))).toEqual([])
    })
    expect(callsOf(dialer)).toBe(0)
  })

  test('signing in anew at another server says which one', async () => {
    await desk.startKeyring('unlocked')
    await run(['sign-in', ...asScript(dialer.url)], { input: right })
    const other = await practiceDialer()
    const again = await run(['sign-in', ...asScript(other.url), '--json'], { input: right })
    expect(jsonOf(again)).toMatchObject({ kind: 'signedIn', server: other.url })
    expect((await run(['ring'])).exit).toBe(0)
    expect([callsOf(dialer), callsOf(other)]).toEqual([0, 1])
  })
})

describe('without a keyring', () => {
  test('signing in is told so, and nothing is kept', async () => {
    const ran = await runCli(['sign-in', ...asScript(dialer.url), '--json'], {
      folder,
      input: right,
      env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/none` },
    })
    if (process.platform === 'linux') {
      expect(ran.exit).toBe(1)
      expect(jsonOf(ran)).toMatchObject({ kind: 'refused', code: 'keychain-unavailable' })
      expect(existsSync(join(folder, 'settings.json'))).toBe(false)
    }
    expect(filesOf(folder)).not.toContain(right)
  })

  test('a refused password is told, and not kept', async () => {
    const words = ['sign-in', ...asScript(dialer.url), '--json']
    const ran = await runCli(words, { folder, input: wrong })
    expect(ran.exit).toBe(1)
    expect(jsonOf(ran)).toMatchObject({ kind: 'refused', code: 'wrong-password' })
    expect(ran.out + ran.err + filesOf(folder)).not.toContain(wrong)
  })

  test('plain HTTP needs its own option, and the way is shown', async () => {
    const words = ['sign-in', '--user', '1000', '--password-stdin', '--server']
    for (const address of [dialer.url, dialer.url.replace('http://', '')]) {
      const ran = await runCli([...words, address], { folder, input: right })
      expect(ran).toMatchObject({ exit: 1, err: `${say.allowHttp}\n` })
    }
    expect(dialer.counts.received.map(({ params }) => params)).toEqual([{ function: 'version' }])
  })

  test.each([
    [['--user', '1000', '--password-stdin'], '--server'],
    [['--server', 'a.b', '--password-stdin'], '--user'],
    [['--server', 'a.b', '--user', '1000'], '--password-stdin'],
  ])('without a person to ask, %j lacks %s', async (words, missing) => {
    const ran = await runCli(['sign-in', ...words], { folder, input: right })
    expect(ran).toMatchObject({ exit: 2, out: '', err: `${say.options.required(missing)}\n` })
  })

  test('an empty password: exit 2', async () => {
    const ran = await runCli(['sign-in', ...asScript(dialer.url)], { folder, input: '\n' })
    expect(ran).toMatchObject({ exit: 2, err: `${say.options.passwordMissing}\n` })
    expect(dialer.counts.failedSignIns).toEqual({})
  })
})

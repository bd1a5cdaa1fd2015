import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { forkHelper } from '../../../src-main/account/keychain-fork.ts'
import { createKeychain, type Keychain } from '../../../src-main/account/keychain.ts'
import type { Clock } from '../../../src-main/clock.ts'
import { bundle } from './bundle.ts'
import { noKeyringHere, openDesk, type Desk } from './keyring.ts'
import { isOnDBus, pidsOf, processText, until } from './processes.ts'
import { turnedClock } from '../turned-clock.ts'

const here = import.meta.dirname
const account = { origin: 'https://dialer.example.com:8443', user: '1000' }
const looked = { patience: 'background', expected: false } as const
const expected = { patience: 'gesture', expected: true } as const
const gesture = { patience: 'gesture' } as const

describe.skipIf(noKeyringHere)(`with a real keyring ${noKeyringHere ?? ''}`.trim(), () => {
  let built: string
  let helper: string
  let desk: Desk
  const keychains: Keychain[] = []

  beforeAll(async () => {
    built = mkdtempSync(join(tmpdir(), 'rmp-account-'))
    const programs = {
      'keychain-helper': resolve(here, '../../../src-main/account/keychain-helper.ts'),
      'utility-process': join(here, 'programs/utility-process.ts'),
      'ask-keychain': join(here, 'programs/ask-keychain.ts'),
    }
    await bundle(programs, built)
    helper = join(built, 'keychain-helper.mjs')
  })
  afterAll(() => {
    rmSync(built, { recursive: true, force: true })
  })
  beforeEach(async () => {
    desk = await openDesk()
  })
  afterEach(async () => {
    for (const keychain of keychains.splice(0)) keychain.close()
    await desk.close()
  })

  function keychainOn(env: NodeJS.ProcessEnv, clock: Clock = turnedClock(), program = helper) {
    const keychain = createKeychain({
      startHelper: () => forkHelper(program, env),
      clock,
      platform: process.platform,
    })
    keychains.push(keychain)
    return keychain
  }

  /** The helper's process, once it is in the middle of asking the keyring. */
  async function helperAsking(): Promise<number> {
    await until(() => pidsOf(helper).some(isOnDBus))
    return pidsOf(helper).find(isOnDBus) ?? 0
  }

  function ask(mode: 'wait' | 'exit'): ChildProcess {
    const program = [join(built, 'ask-keychain.mjs'), helper, mode]
    return spawn(process.execPath, program, { env: desk.env, stdio: ['pipe', 'pipe', 'inherit'] })
  }

  it('keeps, finds and forgets a password of any script, for one user of one origin', async () => {
    await desk.startKeyring('unlocked')
    const keychain = keychainOn(desk.env)
    const password = 'pä€ß"\\ 日本🔔'
    expect(await keychain.find(account, looked)).toEqual({ kind: 'none' })
    expect(await keychain.save(account, password, gesture)).toEqual({ kind: 'done' })
    expect(await keychain.find(account, looked)).toEqual({ kind: 'found', password })
    expect(await keychain.find({ ...account, user: '1001' }, looked)).toEqual({ kind: 'none' })
    const elsewhere = { ...account, origin: 'https://dialer.example.com' }
    expect(await keychain.find(elsewhere, looked)).toEqual({ kind: 'none' })
    expect(await keychain.forget(account, gesture)).toEqual({ kind: 'done' })
    expect(await keychain.find(account, looked)).toEqual({ kind: 'none' })
  })

  it('works through the door that Electron gives its helper processes', async () => {
    await desk.startKeyring('unlocked')
    const keychain = keychainOn(desk.env, turnedClock(), join(built, 'utility-process.mjs'))
    expect(await keychain.save(account, 'secret1', gesture)).toEqual({ kind: 'done' })
    expect(await keychain.find(account, looked)).toEqual({ kind: 'found', password: 'secret1' })
  })

  it('tells a locked keyring from an empty one, and writes nothing into it', async () => {
    await desk.startKeyring('unlocked')
    await keychainOn(desk.env).save(account, 'before', gesture)
    await desk.stopKeyring()
    await desk.startKeyring('locked')
    const keychain = keychainOn(desk.env)
    expect(await keychain.find(account, expected)).toEqual({ kind: 'maybe-locked' })
    expect(await keychain.save(account, 'after', gesture)).toEqual({ kind: 'locked' })
    expect(await keychain.forget(account, expected)).toEqual({ kind: 'locked' })
    await desk.stopKeyring()
    await desk.startKeyring('unlocked')
    expect(await keychain.find(account, expected)).toEqual({ kind: 'found', password: 'before' })
  })

  it('serves again at once after the keyring was restarted behind its back', async () => {
    await desk.startKeyring('unlocked')
    const keychain = keychainOn(desk.env)
    await keychain.save(account, 'secret1', gesture)
    await desk.stopKeyring()
    await desk.startKeyring('unlocked')
    expect(await keychain.find(account, looked)).toEqual({ kind: 'found', password: 'secret1' })
  })

  it('is unavailable where no keyring was ever made and nobody can be asked for one', async () => {
    await desk.startKeyring('locked')
    const keychain = keychainOn(desk.env)
    expect(await keychain.save(account, 'secret1', gesture)).toEqual({ kind: 'unavailable' })
    expect(await keychain.find(account, looked)).toEqual({ kind: 'none' })
  })

  it('is unavailable without a keyring service', async () => {
    const keychain = keychainOn(desk.env)
    expect(await keychain.find(account, looked)).toEqual({ kind: 'unavailable' })
    expect(await keychain.save(account, 'secret1', gesture)).toEqual({ kind: 'unavailable' })
    expect(await keychain.forget(account, gesture)).toEqual({ kind: 'unavailable' })
  })

  it('is unavailable without any D-Bus', async () => {
    const keychain = keychainOn({ PATH: process.env['PATH'] })
    expect(await keychain.find(account, looked)).toEqual({ kind: 'unavailable' })
    expect(await keychain.save(account, 'secret1', gesture)).toEqual({ kind: 'unavailable' })
  })

  it('gives up on a frozen keyring after 2 s in the background, and its helper is gone', async () => {
    await desk.startKeyring('unlocked')
    desk.freezeKeyring()
    const clock = turnedClock()
    const finding = keychainOn(desk.env, clock).find(account, looked)
    const pid = await helperAsking()
    clock.turn(2_000)
    expect(await finding).toEqual({ kind: 'too-slow' })
    await until(() => processText(pid, 'cmdline') === '')
  })

  it('says after 1.5 s of a gesture that the computer may be asking, until it is cancelled', async () => {
    await desk.startKeyring('unlocked')
    desk.freezeKeyring()
    const clock = turnedClock()
    const keychain = keychainOn(desk.env, clock)
    const finding = keychain.find(account, expected)
    const pid = await helperAsking()
    clock.turn(1_500)
    expect(keychain.waiting()).toBe(true)
    keychain.cancel()
    expect(keychain.waiting()).toBe(false)
    expect(await finding).toEqual({ kind: 'cancelled' })
    await until(() => processText(pid, 'cmdline') === '')
    desk.thawKeyring()
    expect(await keychain.find(account, looked)).toEqual({ kind: 'none' })
  })

  it('survives its helper being killed in the middle of a request', async () => {
    await desk.startKeyring('unlocked')
    const keychain = keychainOn(desk.env)
    await keychain.save(account, 'secret1', gesture)
    desk.freezeKeyring()
    const finding = keychain.find(account, looked)
    process.kill(await helperAsking(), 'SIGKILL')
    expect(await finding).toEqual({ kind: 'unavailable' })
    desk.thawKeyring()
    expect(await keychain.find(account, looked)).toEqual({ kind: 'found', password: 'secret1' })
  })

  it('never shows the password to other programs, in arguments, environment or files', async () => {
    await desk.startKeyring('unlocked')
    const password = 'marked-password-4711'
    const keychain = keychainOn(desk.env)
    await keychain.save(account, password, gesture)
    await keychain.find(account, looked)
    const pid = await helperAsking()
    expect(processText(pid, 'cmdline')).toContain('keychain-helper')
    expect(processText(pid, 'cmdline')).not.toContain(password)
    expect(processText(pid, 'environ')).toContain('DBUS_SESSION_BUS_ADDRESS')
    expect(processText(pid, 'environ')).not.toContain(password)
    const home = desk.env['HOME'] ?? ''
    for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      expect(readFileSync(join(entry.parentPath, entry.name), 'latin1')).not.toContain(password)
    }
  })

  it('lets a program end by itself, in bounded time, although the keyring never answers', async () => {
    await desk.startKeyring('unlocked')
    desk.freezeKeyring()
    const started = performance.now()
    const program = ask('wait')
    const [lines] = await Promise.all([linesOf(program), once(program, 'exit')])
    expect(lines).toEqual(['asked', '{"kind":"too-slow"}'])
    expect(program.exitCode).toBe(0)
    expect(performance.now() - started).toBeLessThan(5_000)
    await until(() => pidsOf(helper).length === 0)
  })

  it.each(['exit', 'kill'])('leaves no helper behind: %s while a request waits', async (end) => {
    await desk.startKeyring('unlocked')
    desk.freezeKeyring()
    const program = ask('exit')
    await helperAsking()
    const started = performance.now()
    if (end === 'exit') program.stdin?.write('now\n')
    else program.kill('SIGKILL')
    await once(program, 'exit')
    await until(() => pidsOf(helper).length === 0)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

async function linesOf(program: ChildProcess): Promise<string[]> {
  const lines: string[] = []
  if (program.stdout) for await (const line of createInterface(program.stdout)) lines.push(line)
  return lines
}

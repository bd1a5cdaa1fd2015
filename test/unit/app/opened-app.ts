import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { GivenAccount } from '../../../src-main/account/account-in-use.ts'
import type { App, StartAtLogin } from '../../../src-main/app-ports.ts'
import { openApp } from '../../../src-main/app.ts'
import type { AppState, CommandName, CommandPayload, Result } from '../../../src-main/contract.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { createTransport } from '../../../src-main/vicidial/transport.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { practiceDialer, right, wrong } from '../ring/ringing.ts'
import { watchedClock, type WatchedClock } from '../ring/watched-clock.ts'
import { memoryKeychain, type MemoryKeychain } from './memory-keychain.ts'

/** What the person may have typed, and what must be found nowhere but in the keychain. */
const secrets = [right, wrong, 'another1']

/** One computer with the app on it: what survives a restart of the app, and the dialer it asks. */
export interface Desk {
  dialer: PracticeDialer
  clock: WatchedClock
  keychain: MemoryKeychain
  folder: string
  /** What the app asked of its surroundings. */
  did: string[]
  startAtLogin?: StartAtLogin
}

export async function newDesk(): Promise<Desk> {
  const clock = watchedClock()
  const dialer = await practiceDialer({ clock })
  return { dialer, clock, keychain: memoryKeychain(), folder: freshFolder(), did: [] }
}

export interface OpenedApp {
  app: App
  /** Sends a command as the page does. */
  send: <N extends CommandName>(name: N, payload: CommandPayload<N>) => Promise<Result>
  /** Every state the app has shown so far. */
  shown: AppState[]
}

const atTheDesk = { idleMs: () => 0, online: () => true }

/** Starts the app; over a desk that was used before, a restart. Each state it shows is searched. */
export async function startApp(
  desk: Desk,
  given?: GivenAccount,
  watched = false,
): Promise<OpenedApp> {
  const { clock, keychain, folder, did, startAtLogin } = desk
  const app = await openApp({
    clock,
    transport: createTransport({ clock, userAgent: 'test', online: () => true }),
    keychain,
    folder,
    ...(given ? { given } : {}),
    ...(watched ? { watch: { presence: atTheDesk, random: () => 0.5 } } : {}),
    ...(startAtLogin ? { startAtLogin } : {}),
    about: { version: '1.2.3', platform: 'linux' },
    openAddress: (address) => did.push(address),
    quit: () => did.push('quit'),
  })
  const shown: AppState[] = []
  app.subscribe((state) => shown.push(state))
  onTestFinished(async () => {
    await app.close()
    for (const state of [...shown, app.state()]) expectShareable(state)
    expectNoSecretIn(folder)
  })
  return { app, shown, send: (name, payload) => app.command(name, payload, 'page') }
}

/** Plain data without a secret in it, whatever is deep inside. */
export function expectShareable(value: unknown): void {
  expect(structuredClone(value)).toStrictEqual(value)
  const text = JSON.stringify(value)
  for (const secret of secrets) {
    expect(text).not.toContain(secret)
    expect(decodeURIComponent(text.replaceAll('%', '%25'))).not.toContain(secret)
  }
}

function expectNoSecretIn(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    for (const secret of secrets) expect(text, file).not.toContain(secret)
  }
}

type SignIn = Partial<CommandPayload<'signIn'>>

/** Finds the desk's dialer and signs in to it, as agent 1000 unless told otherwise. */
export async function signIn({ send }: OpenedApp, { dialer }: Desk, own: SignIn = {}) {
  await send('findServer', { address: dialer.url, allowHttp: true })
  const user = own.user ?? '1000'
  const usual = { user, agent: user, password: right, keepPassword: 'keychain' as const }
  return send('signIn', { ...usual, ...own })
}

/** An app that is signed in to its desk's dialer, whose counts start anew. */
export async function signedInApp(own: SignIn = {}): Promise<OpenedApp & Desk> {
  const desk = await newDesk()
  const opened = await startApp(desk)
  expect(await signIn(opened, desk, own)).toEqual({ ok: true })
  desk.dialer.reset()
  return { ...desk, ...opened }
}

/** The functions VICIdial was asked for so far. */
export function functionsAsked({ counts }: PracticeDialer): string[] {
  return counts.received.map((request) => request.function)
}

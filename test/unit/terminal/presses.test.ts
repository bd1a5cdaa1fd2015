import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openApp } from '../../../src-main/app.ts'
import { systemClock as clock } from '../../../src-main/clock.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import { createTransport } from '../../../src-main/vicidial/transport.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { noKeyringHere, openDesk } from '../account/keyring.ts'
import { memoryKeychain } from '../app/memory-keychain.ts'
import { eventually } from '../ring/eventually.ts'
import { callAgentValues, callsOf, practiceDialer, right } from '../ring/ringing.ts'
import { asScript, jsonOf, runCli, startCli, type Ran, type Running } from './run-cli.ts'

let folder: string
let dialer: PracticeDialer
beforeEach(async () => {
  folder = freshFolder()
  dialer = await practiceDialer()
})
const ring = () => ['ring', ...asScript(dialer.url, ['--json'])]
const press = () => runCli(ring(), { folder, input: right })

/** The tray app, running over the same folder. */
async function trayApp() {
  const server = { origin: dialer.url, folder: '' }
  const app = await openApp({
    clock,
    transport: createTransport({ clock, userAgent: 'test' }),
    keychain: memoryKeychain(),
    folder,
    given: { server, user: '1000', agent: '1000', password: right, allowHttp: true },
    about: { version: '1.2.3', platform: process.platform },
    openAddress: () => undefined,
    quit: () => undefined,
  })
  onTestFinished(() => app.close())
  return app
}

/** Whether the process waits for its input: its poll set then holds descriptor 0. */
function waitsForInput({ child }: Running): boolean {
  const polled = `/proc/${child.pid}/fdinfo`
  return readdirSync(polled).some((name) =>
    /^tfd:\s+0\s/m.test(readFileSync(join(polled, name), 'utf8')),
  )
}

async function started(count: number): Promise<Running[]> {
  const running = Array.from({ length: count }, () => startCli(ring(), { folder, input: null }))
  if (process.platform === 'linux') {
    await eventually(() => {
      expect(running.filter((program) => !waitsForInput(program))).toHaveLength(0)
    })
  }
  return running
}

const codeOf = (ran: Ran) => jsonOf(ran)['code'] as string

test('fifty presses together, in page, tray, menu and thirty terminals, make one call', async () => {
  const app = await trayApp()
  const terminals = await started(30)
  // The second of rest after a refusal brings them all to the start line at the same moment.
  playScenario(dialer, 'logged-out')
  expect(await app.ring({}, 'page')).toMatchObject({ code: 'agent-not-logged-in' })
  playScenario(dialer, 'healthy')
  for (const { child } of terminals) child.stdin?.end(right)
  const by = ['page', 'tray', 'menu', 'page'] as const
  const inApp = Array.from({ length: 20 }, (_, i) => app.ring({}, by[i % by.length] ?? 'page'))

  const codes = (await Promise.all(terminals.map(({ ended }) => ended))).map(codeOf)
  const appCodes = new Set((await Promise.all(inApp)).map(({ code }) => code))
  expect(callAgentValues(dialer)).toEqual(['CALL', 'CALL'])
  expect(callsOf(dialer)).toBe(1)
  // The app's presses joined each other, so they have one outcome between them.
  expect(appCodes.size).toBe(1)
  const outcomes = [...codes, ...appCodes].sort()
  expect(outcomes).toEqual([...Array<string>(30).fill('already-ringing'), 'sent'])
}, 60_000)

describe('presses that are killed', () => {
  /** The same numbers for the same seed, from 0 to 1. */
  function randomNumbers(seed: number): () => number {
    let state = seed
    return () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state / 2 ** 32
    }
  }

  /** How long an undisturbed press takes on this machine, now. */
  async function usualMs(): Promise<number> {
    const quiet = await practiceDialer()
    const began = performance.now()
    await runCli(['ring', ...asScript(quiet.url)], { folder: freshFolder(), input: right })
    return performance.now() - began
  }

  /** Presses and kills the program so many milliseconds later, unless it ended by itself. */
  async function killedPress(words: string[], where: string, ms: number): Promise<void> {
    const running = startCli(words, { folder: where, input: right })
    const cancel = clock.after(ms, () => running.child.kill('SIGKILL'))
    await running.ended
    cancel()
  }

  const inLanes = (lane: () => Promise<void>) => Promise.all([lane(), lane(), lane(), lane()])

  test('at any moment, twenty within one window, make one call at most', async () => {
    const random = randomNumbers(1)
    dialer.faults.delayMs = 50
    const longest = 1.5 * (await usualMs())
    const began = performance.now()
    await inLanes(async () => {
      for (let i = 0; i < 5; i += 1) await killedPress(ring(), folder, random() * longest)
    })
    const last = await press()
    // A machine too busy to press as often within the window has shown nothing.
    expect(performance.now() - began).toBeLessThan(30_000)
    expect(callAgentValues(dialer).length).toBeLessThanOrEqual(1)
    expect(callsOf(dialer)).toBeLessThanOrEqual(1)
    expect(['sent', 'already-ringing']).toContain(codeOf(last))
  }, 60_000)

  test('at any moment and pressed again, twelve times over, make one call each at most', async () => {
    const random = randomNumbers(2)
    const longest = await usualMs()
    const calls: number[] = []
    await inLanes(async () => {
      for (let i = 0; i < 3; i += 1) {
        const own = { folder: freshFolder(), input: right }
        const itsDialer = await practiceDialer()
        itsDialer.faults.delayMs = 50
        const words = ['ring', ...asScript(itsDialer.url, ['--json'])]
        await killedPress(words, own.folder, (0.4 + random()) * longest)
        expect(['sent', 'already-ringing']).toContain(codeOf(await runCli(words, own)))
        calls.push(callsOf(itsDialer))
      }
    })
    expect(calls).toHaveLength(12)
    expect(Math.max(...calls)).toBe(1)
  }, 60_000)

  test('while the dialer is asked: the next press is told that it may be ringing', async () => {
    dialer.faults.hang = true
    const running = startCli(ring(), { folder, input: right })
    await eventually(() => {
      expect(callsOf(dialer)).toBe(1)
    })
    running.child.kill('SIGKILL')
    expect(await running.ended).toMatchObject({ signal: 'SIGKILL', out: '' })

    const again = await press()
    expect(again.exit).toBe(1)
    expect(jsonOf(again)).toMatchObject({ kind: 'refused', code: 'already-ringing' })
    const app = await trayApp()
    expect(await app.ring({}, 'page')).toMatchObject({ code: 'already-ringing', press: 1 })
    expect(callsOf(dialer)).toBe(1)
  })

  test('the moment it is recorded: nobody knows whether it was sent, so the window holds', async () => {
    dialer.faults.close = 'before-request'
    const running = startCli(ring(), { folder, input: right })
    await eventually(() => {
      expect(readdirSync(join(folder, 'presses'), { recursive: true })).toHaveLength(2)
    })
    running.child.kill('SIGKILL')
    await running.ended
    dialer.faults.close = null
    expect(codeOf(await press())).toBe('already-ringing')
    expect(callsOf(dialer)).toBe(0)
  })
})

test.skipIf(noKeyringHere)(
  'ten terminals at once with a saved password that is refused make one failed sign-in',
  async () => {
    const desk = await openDesk()
    onTestFinished(() => desk.close())
    await desk.startKeyring('unlocked')
    const env = { ...desk.env, HOME: folder }
    await runCli(['sign-in', ...asScript(dialer.url)], { folder, env, input: right })
    dialer.world.users['1000']!.password = 'another1'
    const presses = Array.from({ length: 10 }, () => runCli(['ring', '--json'], { folder, env }))
    const codes = new Set((await Promise.all(presses)).map(codeOf))
    expect([...codes].every((code) => /^(wrong-password|already-ringing)$/.test(code))).toBe(true)
    expect(dialer.counts.failedSignIns).toEqual({ '1000': 1 })
  },
  60_000,
)

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { pressFolder } from './press-folder.ts'
import { webServer } from './raw-server.ts'
import { callAgentValues, callsOf, practiceDialer, right, startRinging } from './ringing.ts'
import { watchedClock, type WatchedClock } from './watched-clock.ts'

const probed = ['CALL', 'WORDPROBE']

let folder: string
let clock: WatchedClock
let dialer: PracticeDialer
beforeEach(async () => {
  folder = freshFolder()
  clock = watchedClock()
  dialer = await practiceDialer({ clock })
})
const start = () => startRinging({ url: dialer.url, folder, clock })

describe.each(['spanish', 'russian'] as const)('a server that answers in %s', (language) => {
  test('its success is sent, after one call and one probe', async () => {
    playScenario(dialer, language)
    const outcome = await start().press()
    expect(outcome).toMatchObject({ kind: 'sent', code: 'sent', press: 1 })
    expect(JSON.stringify(outcome)).not.toContain(right)
    expect(callAgentValues(dialer)).toEqual(probed)
    expect(callsOf(dialer)).toBe(1)
  })

  test('the word is learned once, and survives a restart', async () => {
    playScenario(dialer, language)
    const ringing = start()
    await ringing.press()
    clock.turn(30_000)
    expect(await ringing.press()).toMatchObject({ kind: 'sent', press: 2 })
    clock.turn(30_000)
    expect(await start().press()).toMatchObject({ kind: 'sent', press: 3 })
    expect(callAgentValues(dialer)).toEqual([...probed, 'CALL', 'CALL'])
  })

  test('a probe whose sign-in was refused teaches nothing, not even that', async () => {
    playScenario(dialer, language)
    let changed = true
    // The password is changed on the server between the call and its probe.
    Object.defineProperty(dialer.world.users['1000'], 'password', {
      get: () => (changed && callsOf(dialer) === 1 ? 'changed1' : right),
    })
    const ringing = start()
    expect(await ringing.press()).toMatchObject({ kind: 'unsure', code: 'unrecognised-reply' })
    expect(dialer.counts.failedSignIns).toEqual({ '1000': 1 })
    changed = false
    clock.turn(30_000)
    expect(await ringing.press({ insist: true })).toMatchObject({ kind: 'sent' })
    expect(callAgentValues(dialer)).toEqual([...probed, ...probed])
  })

  test('the window of a translated success is the 30 s of any other', async () => {
    playScenario(dialer, language)
    await start().press()
    const kept = readFileSync(join(pressFolder(folder), '1.json'), 'utf8')
    expect(JSON.parse(kept)).toEqual({ state: 'sent', at: clock.now() })
    expect(await start().press()).toMatchObject({
      code: 'already-ringing',
      facts: { secondsLeft: 30 },
    })
  })

  test.each(['entry-empty', 'no-session-data', 'logged-out'] as const)(
    '%s is never called sent',
    async (scenario) => {
      playScenario(dialer, language)
      playScenario(dialer, scenario, { onTop: true })
      const ringing = start()
      for (let press = 1; press <= 2; press += 1) {
        expect(await ringing.press()).toMatchObject({ kind: 'unsure', code: 'unrecognised-reply' })
        clock.turn(30_000)
      }
      expect(callAgentValues(dialer)).toEqual([...probed, 'CALL'])
      expect(callsOf(dialer)).toBe(0)
    },
  )

  test('a wrong password is known by its fields, without a probe', async () => {
    playScenario(dialer, language)
    expect(await start().press({ password: 'mistyped1' })).toMatchObject({
      code: 'wrong-password',
    })
    expect(callAgentValues(dialer)).toEqual(['CALL'])
  })
})

describe('when the probe fails', () => {
  test.each([
    ['the connection is lost', { close: 'after-request', closeWith: 'reset' }],
    ['a web page comes back', { instead: 'login-page' }],
    ['the database is down', { instead: 'database-down' }],
  ] as const)('%s: the ring stays unsure, and the next one asks again', async (_, faults) => {
    playScenario(dialer, 'spanish')
    dialer.faults.delayMs = 700
    const ringing = start()
    const press = ringing.press()
    await clock.waitsFor(700)
    // The reply to the call is on its way and healthy; what comes after it is not.
    Object.assign(dialer.faults, faults, { delayMs: 0 })
    clock.turn(700)
    expect(await press).toMatchObject({ kind: 'unsure', code: 'unrecognised-reply' })
    expect(await start().press()).toMatchObject({ code: 'already-ringing' })

    playScenario(dialer, 'spanish')
    clock.turn(30_000)
    expect(await ringing.press()).toMatchObject({ kind: 'sent', press: 2 })
    expect(callsOf(dialer)).toBe(2)
  })
})

describe('no probe', () => {
  test('for a web page, whatever it says', async () => {
    playScenario(dialer, 'login-page')
    const outcome = await start().press()
    expect(outcome).toMatchObject({ kind: 'unsure', code: 'not-vicidial' })
    expect(callAgentValues(dialer)).toEqual(['CALL'])
  })

  test.each([
    [500, 'ÉXITO: función call_agent enviada - 1000\n', 'server-error'],
    [404, 'ÉXITO: función call_agent enviada - 1000\n', 'not-found'],
    [200, '<html>\nÉXITO: función call_agent enviada - 1000\n', 'not-vicidial'],
    [200, 'ÉXITO: función call_agent enviada - 4711\n', 'unrecognised-reply'],
    [200, 'función call_agent enviada\n', 'unrecognised-reply'],
    [200, 'AVISO: call_agent|1000|1\n', 'unrecognised-reply'],
    [200, '', 'empty-reply'],
  ])('for status %i and %j', async (status, body, code) => {
    const server = await webServer((response) => {
      response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(body)
    })
    const ringing = startRinging({ url: `http://127.0.0.1:${server.port}`, folder, clock })
    expect(await ringing.press()).toMatchObject({ code })
    expect(server.requests).toBe(1)
  })

  test('in English', async () => {
    await start().press()
    expect(callAgentValues(dialer)).toEqual(['CALL'])
  })
})

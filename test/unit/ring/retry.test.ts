import { generate } from 'selfsigned'
import { beforeEach, describe, expect, test } from 'vitest'
import type { PracticeDialerOptions } from '../../../src-main/demo/practice-dialer.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { tcpServer } from './raw-server.ts'
import { callsOf, practiceDialer, startRinging, type Ringing } from './ringing.ts'
import { watchedClock, type WatchedClock } from './watched-clock.ts'

let folder: string
let clock: WatchedClock
beforeEach(() => {
  folder = freshFolder()
  clock = watchedClock()
})
const start = (url: string, itsClock = clock) => startRinging({ url, folder, clock: itsClock })

/** A dialer that is down, and can come up at the address where it is looked for. */
async function sleepingDialer(): Promise<{ url: string; wake: () => ReturnType<typeof open> }> {
  const open = (options: PracticeDialerOptions) => practiceDialer({ clock, ...options })
  const dialer = await open({})
  await dialer.close()
  return { url: dialer.url, wake: () => open({ port: Number(new URL(dialer.url).port) }) }
}

/** Takes connections and ends them before the TLS handshake: nothing can have been written. */
async function handshakeBreaker() {
  const server = await tcpServer((socket) => socket.once('data', () => socket.resetAndDestroy()))
  return { server, url: `https://127.0.0.1:${server.port}` }
}

describe('a request that was not written', () => {
  test('is asked once more after a second, and rings once', async () => {
    const { url, wake } = await sleepingDialer()
    const press = start(url).press()
    await clock.waitsFor(1_000)
    const dialer = await wake()
    clock.turn(999)
    expect(dialer.counts.connections).toBe(0)
    clock.turn(1)
    expect(await press).toMatchObject({ kind: 'sent', press: 1, elapsedMs: 1_000 })
    expect(callsOf(dialer)).toBe(1)
  })

  test('is asked once more and never a third time', async () => {
    const { server, url } = await handshakeBreaker()
    const press = start(url).press()
    await clock.waitsFor(1_000)
    expect(server.connections).toBe(1)
    clock.turn(1_000)
    expect(await press).toMatchObject({ kind: 'refused', code: 'connection-refused' })
    expect(server.connections).toBe(2)
    expect(clock.timers()).toBe(0)
  })

  test('is not asked again when the computer slept meanwhile', async () => {
    const { url, wake } = await sleepingDialer()
    let slept = 0
    const press = start(url, { ...clock, now: () => clock.now() + slept }).press()
    await clock.waitsFor(1_000)
    const dialer = await wake()
    slept = 8 * 3_600_000
    clock.turn(1_000)
    expect(await press).toMatchObject({ kind: 'refused', code: 'connection-refused' })
    expect(dialer.counts.connections).toBe(0)
  })

  test('presses meanwhile join it', async () => {
    const { server, url } = await handshakeBreaker()
    const ringing = start(url)
    const first = ringing.press()
    await clock.waitsFor(1_000)
    const second = ringing.press()
    clock.turn(1_000)
    expect(await second).toBe(await first)
    expect(server.connections).toBe(2)
  })

  test('a certificate nobody vouches for does not get better in a second', async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }])
    const dialer = await practiceDialer({ clock, tls: { key, cert } })
    expect(await start(dialer.url).press()).toMatchObject({
      kind: 'refused',
      code: 'tls-untrusted',
    })
    expect(dialer.counts.connections).toBe(1)
  })

  test('nor does a server that takes too long to connect', async () => {
    const server = await tcpServer(() => undefined)
    const press = start(`https://127.0.0.1:${server.port}`).press()
    await clock.waitsFor(5_000)
    clock.turn(5_000)
    expect(await press).toMatchObject({ kind: 'refused', code: 'connect-timeout' })
    expect(server.connections).toBe(1)
    expect(clock.timers()).toBe(0)
  })
})

describe('a request that was written is never repeated', () => {
  async function outcomeOf(ringing: Ringing) {
    const outcome = await ringing.press()
    expect(clock.timers()).toBe(0)
    return outcome
  }

  test.each(['end', 'reset'] as const)('the connection ends with %s', async (closeWith) => {
    const dialer = await practiceDialer({ clock })
    Object.assign(dialer.faults, { close: 'after-request', closeWith })
    const outcome = await outcomeOf(start(dialer.url))
    expect(outcome).toMatchObject({ kind: 'unsure', code: 'connection-lost' })
    expect(dialer.counts.connections).toBe(1)
    expect(callsOf(dialer)).toBe(1)
  })

  test('the server resets the connection without having read it all', async () => {
    const server = await tcpServer((socket) => socket.once('data', () => socket.resetAndDestroy()))
    const outcome = await outcomeOf(start(`http://127.0.0.1:${server.port}`))
    expect(outcome).toMatchObject({ kind: 'unsure', code: 'connection-lost' })
    expect(server.connections).toBe(1)
  })

  test('a connection that was used before proves dead', async () => {
    const dialer = await practiceDialer({ clock })
    dialer.faults.keepAliveSeconds = 60
    const ringing = start(dialer.url)
    await ringing.press()
    clock.turn(30_000)
    Object.assign(dialer.faults, { close: 'after-request', closeWith: 'reset' })
    expect(await ringing.press()).toMatchObject({ kind: 'unsure', code: 'connection-lost' })
    expect(dialer.counts.connections).toBe(1)
    expect(callsOf(dialer)).toBe(2)
  })
})

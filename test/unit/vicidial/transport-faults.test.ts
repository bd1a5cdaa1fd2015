import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createTransport } from '../../../src-main/vicidial/transport.ts'
import { httpReply, type Accepted } from './raw-server.ts'
import { sent, underTest } from './under-test.ts'

const under = underTest()

const close = {
  'a goodbye': (socket: Accepted) => socket.socket.end(),
  'a reset': (socket: Accepted) => socket.raw.resetAndDestroy(),
}
const ways = Object.keys(close) as (keyof typeof close)[]

describe('before anything was written', () => {
  test('nobody listens: refused', async () => {
    expect(await under.ask({ origin: await deadOrigin(), folder: '' })).toEqual({
      ok: false,
      code: 'connection-refused',
      written: false,
      elapsedMs: 0,
    })
  })

  test('a name that does not exist, on a computer with a network and on one without', async () => {
    const nowhere = { origin: 'http://no-such-host.invalid', folder: '' }
    expect(await under.ask(nowhere)).toMatchObject({ code: 'name-not-found', written: false })
    const offline = createTransport({ clock: under.clock, userAgent: 'x', online: () => false })
    const exchange = await offline.post({ server: nowhere, door: 'agent', fields: {} })
    expect(exchange).toMatchObject({ code: 'offline', written: false })
  })

  test('a server that takes the connection and never speaks TLS: given up after 5 s', async () => {
    const server = await under.serve({ scheme: 'https' })
    const asking = under.ask(server.at)
    await server.until(() => (server.accepted[0]?.bytesRead ?? 0) > 0)
    under.clock.turn(4_999)
    expect(under.clock.timers()).toBe(1)
    under.clock.turn(1)
    expect(await asking).toEqual({
      ok: false,
      code: 'connect-timeout',
      written: false,
      elapsedMs: 5_000,
    })
    await server.closed()
    expect(server.accepted).toHaveLength(1)
  })

  test.each(ways)('the TLS handshake ends with %s: refused', async (way) => {
    const server = await under.serve({
      scheme: 'https',
      onAccept: (accepted) => accepted.raw.once('data', () => close[way](accepted)),
    })
    expect(await under.ask(server.at)).toMatchObject({
      code: 'connection-refused',
      written: false,
    })
  })

  test('the connection is taken and reset at once: never said to be unwritten when it was', async () => {
    const server = await under.serve({
      onAccept: ({ raw }) => {
        raw.resetAndDestroy()
      },
    })
    const exchange = await under.ask(server.at)
    expect(exchange.ok).toBe(false)
    // Which of the two depends on whether the reset or the request was first.
    expect([
      { code: 'connection-refused', written: false },
      { code: 'connection-lost', written: true },
    ]).toContainEqual(exchange.ok || { code: exchange.code, written: exchange.written })
    expect(server.accepted).toHaveLength(1)
    expect(server.heard).toEqual([])
  })
})

describe('after it was written, once', () => {
  test.each(ways)('the connection ends with %s instead of a reply: lost', async (way) => {
    const server = await under.serve({ onRequest: (accepted) => void close[way](accepted) })
    expect(await under.ask(server.at)).toMatchObject({ code: 'connection-lost', written: true })
    await server.closed()
    expect(server.heard).toHaveLength(1)
    expect(server.accepted).toHaveLength(1)
  })

  const halves = {
    'half a head': 'HTTP/1.1 200 OK\r\nContent-Le',
    'less than was promised': httpReply(sent.slice(0, 20), { 'Content-Length': '41' }),
    'less than was promised for the last time': httpReply(sent.slice(0, 20), {
      'Content-Length': '41',
      Connection: 'close',
    }),
    'a chunk too few': httpReply('5\r\nSUCCE\r\n', { 'Transfer-Encoding': 'chunked' }),
    'half a chunk': httpReply('29\r\nSUCCE', { 'Transfer-Encoding': 'chunked' }),
    'half a chunk for the last time': httpReply('29\r\nSUCCE', {
      'Transfer-Encoding': 'chunked',
      Connection: 'close',
    }),
  }
  const cuts = Object.entries(halves).flatMap(([name, half]) =>
    ways.map((way) => [name, way, half] as const),
  )
  test.each(cuts)('%s, then %s: lost', async (_, way, half) => {
    const server = await under.serve({
      onRequest(accepted) {
        accepted.socket.write(half, () => close[way](accepted))
        return undefined
      },
    })
    expect(await under.ask(server.at)).toMatchObject({ code: 'connection-lost', written: true })
    await server.closed()
    expect(server.heard).toHaveLength(1)
  })

  test('a server that hangs is given up after 10 s, and what it says then is nobody’s', async () => {
    const server = await under.serve()
    const asking = under.ask(server.at)
    await server.until(() => server.heard.length === 1)
    under.clock.turn(9_999)
    expect(under.clock.timers()).toBe(1)
    under.clock.turn(1)
    server.accepted[0]?.socket.write(httpReply(sent))
    expect(await asking).toEqual({
      ok: false,
      code: 'reply-timeout',
      written: true,
      elapsedMs: 10_000,
    })
    await server.closed()
    expect(server.heard).toHaveLength(1)
  })

  test('a reply that comes in drops is given up after 10 s as well', async () => {
    const server = await under.serve()
    const asking = under.ask(server.at)
    await server.until(() => server.heard.length === 1)
    const drop = () =>
      new Promise((resolve) => {
        server.accepted[0]?.socket.write('H', resolve)
      })
    server.accepted[0]?.socket.write(httpReply('', { 'Content-Length': '9' }))
    for (let second = 1; second < 10; second += 1) {
      await drop()
      under.clock.turn(1_000)
    }
    expect(under.clock.timers()).toBe(1)
    under.clock.turn(1_000)
    expect(await asking).toMatchObject({ code: 'reply-timeout', written: true })
  })

  test.each([
    ['SSH-2.0-OpenSSH_9.2\r\n'],
    ['220 mail.example ESMTP\r\n'],
    ['<html>rubbish</html>'],
    ['\x15\x03\x01\x00\x02\x02\x50'],
    ['HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n'],
  ])('%j is no web server’s reply', async (rubbish) => {
    const server = await under.serve({ onRequest: () => rubbish })
    expect(await under.ask(server.at)).toMatchObject({ code: 'not-vicidial', written: true })
    await server.closed()
  })
})

/** An address where nobody listens: one that was just given up. */
async function deadOrigin(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

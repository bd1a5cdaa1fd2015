import { describe, expect, test } from 'vitest'
import { createTransport } from '../../../src-main/vicidial/transport.ts'
import { httpReply, type RawServer } from './raw-server.ts'
import { fields, sent, underTest } from './under-test.ts'

const under = underTest()

const answering = (headers: Record<string, string> = {}, status?: string) =>
  under.serve({ onRequest: () => httpReply(sent, headers, status) })

const askAndCount = async (server: RawServer) => {
  expect(await under.ask(server.at)).toMatchObject({ ok: true, reply: { body: sent } })
  return server.accepted.length
}

describe('a connection that has carried a reply', () => {
  test.each([
    ['a hint of 5 s', { 'Keep-Alive': 'timeout=5, max=100' }, 3_999],
    ['a hint of 2 s', { 'Keep-Alive': 'timeout=2' }, 999],
    ['a hint behind another word', { 'Keep-Alive': 'max=100, timeout=15' }, 13_999],
    ['a hint of a minute', { 'Keep-Alive': 'timeout=60' }, 58_999],
    ['a hint of a day', { 'Keep-Alive': 'timeout=86400' }, 59_999],
    ['no hint', {}, 1_999],
    ['a hint without seconds', { 'Keep-Alive': 'max=100' }, 1_999],
  ])('after %s is trusted for as long as the server surely holds it', async (_, headers, ms) => {
    const server = await answering(headers)
    expect(await askAndCount(server)).toBe(1)
    under.clock.turn(ms)
    expect(await askAndCount(server)).toBe(1)
    under.clock.turn(ms + 1)
    await server.closed()
    expect(await askAndCount(server)).toBe(2)
    expect(server.heard).toHaveLength(3)
  })

  test.each([
    ['says it closes', { Connection: 'close' }],
    ['says it closes, among other things', { Connection: 'TE, Close' }],
    ['holds it for a second', { 'Keep-Alive': 'timeout=1' }],
    ['holds it for no time', { 'Keep-Alive': 'timeout=0' }],
  ])('is not used again where the server %s', async (_, headers) => {
    const server = await answering(headers)
    expect(await askAndCount(server)).toBe(1)
    await server.closed()
    expect(await askAndCount(server)).toBe(2)
  })

  test('is used again after a refusal by the web server', async () => {
    const server = await answering({}, '403 Forbidden')
    expect(await askAndCount(server)).toBe(1)
    expect(await askAndCount(server)).toBe(1)
  })

  test('is not trusted after a computer’s sleep, which timers do not see', async () => {
    let asleepMs = 0
    const { clock } = under
    const wakeful = createTransport({
      clock: { ...clock, now: () => clock.now() + asleepMs },
      userAgent: 'ring-my-phone/test',
    })
    const server = await answering({ 'Keep-Alive': 'timeout=5' })
    const ask = () => wakeful.post({ server: server.at, door: 'agent', fields })
    await ask()
    asleepMs = 4_000
    expect(await ask()).toMatchObject({ ok: true })
    expect(server.accepted).toHaveLength(2)
    wakeful.close()
  })

  test('is not used again once bytes came that nobody asked for', async () => {
    const server = await answering({ 'Keep-Alive': 'timeout=60' })
    expect(await askAndCount(server)).toBe(1)
    server.accepted[0]?.socket.write(httpReply('SUCCESS: call_agent function sent - 9999'))
    await server.closed()
    expect(await askAndCount(server)).toBe(2)
  })
})

describe('a waiting connection that is dead', () => {
  test.each(['end', 'resetAndDestroy'] as const)(
    'after the server’s %s costs no press: the request goes over a fresh one, once',
    async (close) => {
      const server = await answering({ 'Keep-Alive': 'timeout=60' })
      await askAndCount(server)
      server.accepted[0]?.raw[close]()
      await server.closed()
      expect(await askAndCount(server)).toBe(2)
      expect(server.heard.map(({ connection }) => connection)).toEqual([0, 1])
    },
  )

  test.each(['end', 'resetAndDestroy'] as const)(
    'after a %s that is under way makes a lost request at most, never two',
    async (close) => {
      for (let turns = 0; turns < 12; turns += 1) {
        const server = await answering({ 'Keep-Alive': 'timeout=60' })
        await askAndCount(server)
        server.accepted[0]?.raw[close]()
        for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate)
        const exchange = await under.ask(server.at)
        // A server that has said goodbye may still hear the request without an answer.
        if (exchange.ok) expect(server.heard).toHaveLength(2)
        else expect(exchange).toMatchObject({ code: 'connection-lost', written: true })
        await server.until(() => server.accepted[0]?.closed === true)
        expect(server.heard.length).toBeLessThanOrEqual(2)
      }
    },
  )

  test('closing as the request arrives loses it: it is not sent a second time', async () => {
    const server = await under.serve({
      onRequest({ socket }, _, { length }) {
        if (length === 1) return httpReply(sent, { 'Keep-Alive': 'timeout=60' })
        socket.end()
        return undefined
      },
    })
    await askAndCount(server)
    expect(await under.ask(server.at)).toMatchObject({ code: 'connection-lost', written: true })
    expect(server.heard).toHaveLength(2)
    expect(server.accepted).toHaveLength(1)
  })
})

describe('two requests at once', () => {
  test('use two connections, and both wait for the next', async () => {
    const server = await under.serve()
    const asking = [under.ask(server.at), under.ask(server.at)]
    await server.until(() => server.heard.length === 2)
    for (const { socket } of server.accepted) socket.write(httpReply(sent))
    await Promise.all(asking)
    const again = [under.ask(server.at), under.ask(server.at)]
    await server.until(() => server.heard.length === 4)
    for (const { socket } of server.accepted) socket.write(httpReply(sent))
    expect(await Promise.all(again)).toMatchObject([{ ok: true }, { ok: true }])
    expect(server.accepted).toHaveLength(2)
  })

  test('to two servers never share one', async () => {
    const here = await answering()
    const there = await answering()
    await Promise.all([under.ask(here.at), under.ask(there.at)])
    await Promise.all([under.ask(there.at), under.ask(here.at)])
    expect([here, there].map(({ accepted, heard }) => [accepted.length, heard.length])).toEqual([
      [1, 2],
      [1, 2],
    ])
  })
})

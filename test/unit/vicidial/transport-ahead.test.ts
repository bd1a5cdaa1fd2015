import { describe, expect, test } from 'vitest'
import { httpReply } from './raw-server.ts'
import { sent, underTest } from './under-test.ts'

const under = underTest()

const answering = (headers: Record<string, string> = {}) =>
  under.serve({ onRequest: () => httpReply(sent, headers) })

describe('a connection opened ahead', () => {
  test('sends nothing, and saves the next request the connecting', async () => {
    const server = await answering()
    await under.transport.openAhead(server.at)
    expect(server.accepted).toMatchObject([{ bytesRead: 0, closed: false }])
    under.clock.turn(1_999)
    expect(await under.ask(server.at)).toMatchObject({ ok: true })
    expect(server.accepted).toHaveLength(1)
    expect(server.heard).toHaveLength(1)
  })

  test('is ended after 2 s without having sent anything', async () => {
    const server = await answering()
    await under.transport.openAhead(server.at)
    under.clock.turn(2_000)
    await server.closed()
    expect(server.accepted).toMatchObject([{ bytesRead: 0 }])
    expect(await under.ask(server.at)).toMatchObject({ ok: true })
    expect(server.accepted).toHaveLength(2)
  })

  test('that the server closed is replaced, and the request arrives once', async () => {
    const server = await answering()
    await under.transport.openAhead(server.at)
    server.accepted[0]?.socket.end()
    await server.closed()
    expect(await under.ask(server.at)).toMatchObject({ ok: true })
    expect(server.heard.map(({ connection }) => connection)).toEqual([1])
  })

  test('on which the server lost its patience is not taken for an answer', async () => {
    const server = await answering()
    await under.transport.openAhead(server.at)
    const late = httpReply('too late', { Connection: 'close' }, '408 Request Timeout')
    server.accepted[0]?.socket.end(late)
    await server.closed()
    expect(await under.ask(server.at)).toMatchObject({ ok: true, reply: { status: 200 } })
    expect(server.heard).toHaveLength(1)
  })

  test('is not opened where one waits that will be trusted for another second', async () => {
    const server = await answering({ 'Keep-Alive': 'timeout=5' })
    await under.transport.openAhead(server.at)
    under.clock.turn(1_000)
    await under.transport.openAhead(server.at)
    expect(server.accepted).toHaveLength(1)
    await under.ask(server.at)
    under.clock.turn(3_000)
    await under.transport.openAhead(server.at)
    expect(server.accepted).toHaveLength(1)
    under.clock.turn(1)
    await under.transport.openAhead(server.at)
    expect(server.accepted).toHaveLength(2)
  })

  test('is opened once, however often it is asked for', async () => {
    const server = await answering()
    const elsewhere = await answering()
    await Promise.all([1, 2, 3].map(() => under.transport.openAhead(server.at)))
    await under.transport.openAhead(elsewhere.at)
    expect(server.accepted).toHaveLength(1)
    expect(elsewhere.accepted).toHaveLength(1)
  })

  test('is opened where the one that waited was closed by the server', async () => {
    const server = await answering({ 'Keep-Alive': 'timeout=60' })
    await under.ask(server.at)
    server.accepted[0]?.socket.end()
    await server.closed()
    await under.transport.openAhead(server.at)
    expect(server.accepted).toHaveLength(2)
  })

  test('never lengthens the trust in one that waits', async () => {
    const server = await answering({ 'Keep-Alive': 'timeout=5' })
    await under.ask(server.at)
    under.clock.turn(3_900)
    await under.transport.openAhead(server.at)
    under.clock.turn(100)
    await server.until(() => server.accepted[0]?.closed === true)
    expect(await under.ask(server.at)).toMatchObject({ ok: true })
    expect(server.heard.map(({ connection }) => connection)).toEqual([0, 1])
  })

  test('never shortens the trust in one that waits', async () => {
    const server = await answering({ 'Keep-Alive': 'timeout=15' })
    await under.ask(server.at)
    await under.transport.openAhead(server.at)
    under.clock.turn(13_999)
    await under.ask(server.at)
    expect(server.accepted).toHaveLength(1)
  })

  test('again and again leaves one ready at every moment', async () => {
    const server = await answering()
    for (let round = 0; round < 5; round += 1) {
      await under.transport.openAhead(server.at)
      under.clock.turn(1_800)
      expect(server.accepted.filter(({ closed }) => !closed).length).toBeGreaterThan(0)
    }
    const before = server.accepted.length
    await under.ask(server.at)
    expect(server.accepted).toHaveLength(before)
    expect(server.heard).toHaveLength(1)
  })

  test('to a server that is not there fails without a word', async () => {
    const server = await answering()
    await server.close()
    await under.transport.openAhead(server.at)
    await under.transport.openAhead({ origin: 'http://no-such-host.invalid', folder: '' })
    expect(under.clock.timers()).toBe(0)
  })
})

describe('closing', () => {
  test('ends waiting connections, and nothing is left that could keep the process alive', async () => {
    const server = await answering()
    await under.transport.openAhead(server.at)
    await Promise.all([under.ask(server.at), under.ask(server.at)])
    under.transport.close()
    await server.closed()
    expect(under.clock.timers()).toBe(0)
    // Both ends live in this process: a socket that stays open keeps this from ending.
    while (openSockets() > 0) await new Promise(setImmediate)
  })

  test('fails a request under way', async () => {
    const server = await under.serve()
    const asking = under.ask(server.at)
    await server.until(() => server.heard.length === 1)
    under.transport.close()
    expect(await asking).toMatchObject({ code: 'connection-lost', written: true })
    await server.closed()
    expect(server.heard).toHaveLength(1)
  })

  test('fails a request that is still connecting, and it is never sent', async () => {
    const server = await under.serve({ scheme: 'https' })
    const asking = under.ask(server.at)
    await server.until(() => (server.accepted[0]?.bytesRead ?? 0) > 0)
    under.transport.close()
    expect(await asking).toMatchObject({ ok: false, written: false })
    await server.closed()
    expect(server.accepted).toHaveLength(1)
  })

  test('fails a request that was to go over a waiting connection, and it is never sent', async () => {
    const server = await answering({ 'Keep-Alive': 'timeout=60' })
    await under.ask(server.at)
    const asking = under.ask(server.at)
    under.transport.close()
    expect(await asking).toMatchObject({ ok: false, written: false })
    await server.closed()
    expect(server.heard).toHaveLength(1)
    expect(server.accepted).toHaveLength(1)
  })

  test('fails a request that was to go over a connection opened ahead, too', async () => {
    const server = await answering()
    await under.transport.openAhead(server.at)
    const asking = under.ask(server.at)
    under.transport.close()
    expect(await asking).toMatchObject({ ok: false, written: false })
    await server.closed()
    expect(server.heard).toEqual([])
    expect(server.accepted).toHaveLength(1)
  })

  test('ends a connection that is being opened ahead', async () => {
    const server = await under.serve({ scheme: 'https' })
    const opening = under.transport.openAhead(server.at)
    await server.until(() => (server.accepted[0]?.bytesRead ?? 0) > 0)
    under.transport.close()
    await opening
    await server.closed()
    expect(under.clock.timers()).toBe(0)
  })

  test('is for good: nothing is sent or opened after it, and it may come twice', async () => {
    const server = await answering()
    under.transport.close()
    under.transport.close()
    await under.transport.openAhead(server.at)
    expect(await under.ask(server.at)).toMatchObject({ ok: false, written: false })
    expect(server.accepted).toEqual([])
  })
})

function openSockets(): number {
  const open = process.getActiveResourcesInfo()
  return open.filter((name) => /^(?:TCPSocket|TCPConnect|TLS|GetAddrInfoReq)Wrap$/.test(name))
    .length
}

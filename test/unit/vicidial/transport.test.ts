import { describe, expect, test } from 'vitest'
import { httpReply } from './raw-server.ts'
import { fields, sent, underTest } from './under-test.ts'

const under = underTest()

describe('the request', () => {
  test('is one POST form, with nothing in its address', async () => {
    const server = await under.serve({ onRequest: () => httpReply(sent) })
    await under.ask(server.at)
    const { host } = new URL(server.at.origin)
    const [request, ...others] = server.heard
    expect(others).toEqual([])
    expect(request?.body).toBe(
      'source=ringmyphone&user=1000&pass=1000pass&agent_user=1000&function=call_agent&value=CALL',
    )
    const [first, ...headers] = request?.head.split('\r\n') ?? []
    expect(first).toBe('POST /agc/api.php HTTP/1.1')
    expect(headers.sort()).toEqual([
      'connection: keep-alive',
      `content-length: ${request?.body.length}`,
      'content-type: application/x-www-form-urlencoded',
      `host: ${host}`,
      'user-agent: ring-my-phone/test',
    ])
  })

  test('goes to the other door, and into a sub-folder', async () => {
    const server = await under.serve({ onRequest: () => httpReply(sent) })
    await under.ask({ ...server.at, folder: '/some/where' }, { door: 'nonAgent' })
    expect(server.heard[0]?.head).toMatch(/^POST \/some\/where\/vicidial\/non_agent_api.php HTTP/)
  })

  test('carries every character of a password, and nothing of it in the head', async () => {
    const server = await under.serve({ onRequest: () => httpReply(sent) })
    await under.ask(server.at, { fields: { ...fields, pass: 'a.+/=_-&%é Z' } })
    const [request] = server.heard
    expect(request?.body).toContain('&pass=a.%2B%2F%3D_-%26%25%C3%A9+Z&')
    expect(new URLSearchParams(request?.body).get('pass')).toBe('a.+/=_-&%é Z')
    expect(request?.head).not.toMatch(/pass|1000/)
  })

  test('reaches an IPv6 address', async (context) => {
    const server = await under.serve({ host: '::1', onRequest: () => httpReply(sent) }).catch(
      // A machine may have no IPv6 at all.
      () => context.skip(),
    )
    expect(await under.ask(server.at)).toMatchObject({ ok: true })
  })
})

describe('the reply', () => {
  test('is handed on as it is, with the time it took', async () => {
    const server = await under.serve({
      onRequest() {
        under.clock.turn(70)
        return httpReply(sent)
      },
    })
    expect(await under.ask(server.at)).toEqual({
      ok: true,
      reply: { status: 200, location: null, body: sent },
      elapsedMs: 70,
    })
  })

  test.each([
    ['403 Forbidden', 403, '<html>no</html>'],
    ['404 Not Found', 404, '<html>no</html>'],
    ['500 Internal Server Error', 500, ''],
    ['502 Bad Gateway', 502, '<html>no</html>'],
  ])('%s is a reply like another', async (line, status, body) => {
    const server = await under.serve({ onRequest: () => httpReply(body, {}, line) })
    expect(await under.ask(server.at)).toMatchObject({
      ok: true,
      reply: { status, location: null, body },
    })
  })

  test('a redirect is told and not followed', async () => {
    const elsewhere = await under.serve({ onRequest: () => httpReply(sent) })
    const address = `${elsewhere.at.origin}/agc/api.php`
    const moved = httpReply('', { Location: address }, '301 Moved Permanently')
    const server = await under.serve({ onRequest: () => moved })
    expect(await under.ask(server.at)).toMatchObject({
      ok: true,
      reply: { status: 301, location: address, body: '' },
    })
    expect(server.heard).toHaveLength(1)
    expect(elsewhere.accepted).toEqual([])
  })

  test('is read as UTF-8, also where a letter comes in two pieces', async () => {
    const bytes = httpReply('ÉXITO: функция 📞\n')
    const server = await under.serve({
      onRequest({ socket }) {
        for (const byte of bytes) socket.write(Buffer.of(byte))
        return undefined
      },
    })
    expect(await under.ask(server.at)).toMatchObject({ reply: { body: 'ÉXITO: функция 📞\n' } })
  })

  test('broken UTF-8 is no failure', async () => {
    const latin1 = Buffer.from('ÉXITO\xff\xc3', 'latin1')
    const server = await under.serve({ onRequest: () => httpReply(latin1) })
    expect(await under.ask(server.at)).toMatchObject({ reply: { body: '�XITO��' } })
  })

  test('may come in chunks, or end with the connection', async () => {
    const chunked = Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
    const server = await under.serve({
      onRequest({ socket }, _, { length }) {
        if (length === 1) {
          return Buffer.concat([chunked, Buffer.from('3\r\nSUC\r\n4\r\nCESS\r\n0\r\n\r\n')])
        }
        socket.end('HTTP/1.0 200 OK\r\n\r\nSUCCESS')
        return undefined
      },
    })
    expect(await under.ask(server.at)).toMatchObject({ reply: { body: 'SUCCESS' } })
    expect(await under.ask(server.at)).toMatchObject({ reply: { body: 'SUCCESS' } })
  })

  test('hints sent ahead of it are not taken for it', async () => {
    const early = 'HTTP/1.1 103 Early Hints\r\nLocation: https://early.example/\r\n\r\n'
    const server = await under.serve({
      onRequest: () => Buffer.concat([Buffer.from(early), httpReply(sent)]),
    })
    expect(await under.ask(server.at)).toMatchObject({
      reply: { status: 200, location: null, body: sent },
    })
  })
})

describe('the reply’s length', () => {
  const most = 64 * 1024

  test('64 KiB are read', async () => {
    const server = await under.serve({ onRequest: () => httpReply('x'.repeat(most)) })
    const exchange = await under.ask(server.at)
    expect(exchange.ok && exchange.reply.body.length).toBe(most)
  })

  test('one byte more ends the connection', async () => {
    const head = httpReply('', { 'Content-Length': '1048576' })
    const server = await under.serve({ onRequest: () => head })
    const asking = under.ask(server.at)
    await server.until(() => server.heard.length === 1)
    server.accepted[0]?.socket.write(Buffer.alloc(most, 'x'))
    server.accepted[0]?.socket.write('x')
    expect(await asking).toMatchObject({ ok: false, code: 'reply-too-large', written: true })
    await server.closed()
    expect(server.accepted).toHaveLength(1)
  })

  test('rubbish without an end is not read on', async () => {
    const piece = `4000\r\n${'\xfe'.repeat(0x4000)}\r\n`
    const server = await under.serve({
      onRequest({ socket, raw }) {
        const pour = () => {
          if (!raw.destroyed) socket.write(piece, 'latin1', pour)
        }
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', pour)
        return undefined
      },
    })
    expect(await under.ask(server.at)).toMatchObject({
      ok: false,
      code: 'reply-too-large',
      written: true,
    })
    await server.closed()
  })

  test('a head without an end is not read on', async () => {
    const server = await under.serve({
      onRequest({ socket, raw }) {
        const pour = () => {
          if (!raw.destroyed) socket.write(`X-Rubbish: ${'x'.repeat(1_000)}\r\n`, pour)
        }
        socket.write('HTTP/1.1 200 OK\r\n', pour)
        return undefined
      },
    })
    expect(await under.ask(server.at)).toMatchObject({
      ok: false,
      code: 'reply-too-large',
      written: true,
    })
    await server.closed()
  })
})

import { once } from 'node:events'
import { Agent } from 'node:http'
import { request } from 'node:https'
import { generate } from 'selfsigned'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startPracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { agentPath, get, look, post, rawLine, ring } from './ask.ts'
import { turnedClock } from '../turned-clock.ts'
import type { TurnedClock } from '../turned-clock.ts'

let clock: TurnedClock
let dialer: PracticeDialer
beforeEach(async () => {
  clock = turnedClock(1_800_000_000_000)
  dialer = await startPracticeDialer({ clock, controlPort: null })
})
afterEach(() => dialer.close())

const calls = () => dialer.counts.calls['1000'] ?? 0
const askRing = () => post(dialer.url, agentPath, ring)

describe('closing', () => {
  test('before the request: the connection ends, nothing was read, nobody is rung', async () => {
    dialer.faults.close = 'before-request'
    const line = rawLine(dialer.url, { mute: true })
    await line.closed
    expect(line).toMatchObject({ bytes: 0, ended: true, error: null })
    expect(dialer.counts).toMatchObject({ connections: 1, received: [], calls: {} })
  })

  test('before the request, on a connection from before', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    await post(dialer.url, agentPath, look, agent)
    dialer.faults.close = 'before-request'
    await expect(post(dialer.url, agentPath, ring, agent)).rejects.toThrow(/socket hang up/)
    expect(dialer.counts).toMatchObject({ connections: 1, calls: {} })
    agent.destroy()
  })

  test('after the request: the phone is rung and not a byte comes back', async () => {
    dialer.faults.close = 'after-request'
    const line = rawLine(dialer.url)
    await line.closed
    expect(line).toMatchObject({ bytes: 0, ended: true, error: null })
    expect(calls()).toBe(1)
  })

  test('after half the reply: the phone is rung and the reply is cut', async () => {
    dialer.faults.close = 'half-reply'
    const line = rawLine(dialer.url)
    await line.closed
    expect(line.text).toMatch(/content-length: 41\r\n/i)
    expect(line.text.split('\r\n\r\n')[1]).toBe('SUCCESS: call_agent ')
    expect(calls()).toBe(1)
    await expect(askRing()).rejects.toThrow(/aborted/)
  })

  test('half of an empty reply is still no whole one', async () => {
    dialer.faults.close = 'half-reply'
    await expect(post(dialer.url, agentPath, { ...ring, function: 'none' })).rejects.toThrow(
      /aborted/,
    )
  })

  test.each(['before-request', 'after-request'] as const)('%s, with a reset', async (close) => {
    dialer.faults.close = close
    dialer.faults.closeWith = 'reset'
    const line = rawLine(dialer.url)
    await line.closed
    expect(line.error).toMatch(/ECONNRESET|EPIPE/)
    expect(line.bytes).toBe(0)
    expect(calls()).toBe(close === 'before-request' ? 0 : 1)
  })
})

describe('waiting', () => {
  test('a hang acts on the request and never answers', async () => {
    dialer.faults.hang = true
    dialer.faults.times = 1
    const line = rawLine(dialer.url)
    await vi.waitFor(() => {
      expect(calls()).toBe(1)
    })
    clock.turn(24 * 3600_000)
    expect((await askRing()).body).toContain('SUCCESS')
    expect(line).toMatchObject({ bytes: 0, ended: false, error: null })
  })

  test('a delayed answer leaves when its time has come', async () => {
    Object.assign(dialer.faults, { delayMs: 3000, times: 1 })
    const slow = askRing()
    let arrived = false
    void slow.then(() => (arrived = true))
    await vi.waitFor(() => {
      expect(calls()).toBe(1)
    })
    clock.turn(2999)
    await post(dialer.url, agentPath, look)
    expect(arrived).toBe(false)
    clock.turn(1)
    expect((await slow).body).toContain('SUCCESS')
  })

  test('closing the dialer ends what hangs', async () => {
    dialer.faults.hang = true
    const line = rawLine(dialer.url)
    await vi.waitFor(() => {
      expect(calls()).toBe(1)
    })
    await dialer.close()
    await line.closed
  })
})

describe("a web server's own answers", () => {
  test.each([
    ['database-down', 500, /^$/],
    ['moved', 301, /Moved/],
    ['forbidden', 403, /Forbidden/],
    ['not-found', 404, /Not Found/],
    ['bad-gateway', 502, /<html>.*Bad Gateway/],
    ['login-page', 200, /<form/],
  ] as const)('%s is %i, and nobody is rung', async (instead, status, body) => {
    dialer.faults.instead = instead
    const answered = await askRing()
    expect(answered.status).toBe(status)
    expect(answered.body).toMatch(body)
    expect(answered.headers.location).toBe(
      instead === 'moved' ? 'https://elsewhere.example.com/' : undefined,
    )
    expect(calls()).toBe(0)
    expect(dialer.counts.requests.agent).toEqual({ call_agent: 1 })
  })

  test('rubbish is 1 MiB of the same bytes each time', async () => {
    dialer.faults.instead = 'rubbish'
    const [one, two] = [await askRing(), await askRing()]
    expect(one.bytes.length).toBe(1024 * 1024)
    expect(one.bytes.equals(two.bytes)).toBe(true)
    expect(new Set(one.bytes.subarray(0, 4096)).size).toBeGreaterThan(200)
  })
})

describe('before the reply', () => {
  test('a byte-order mark, a PHP warning, or both', async () => {
    const success = 'SUCCESS: call_agent function sent - 1000\n'
    dialer.faults.byteOrderMark = true
    expect([...(await askRing()).bytes.subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x53])
    dialer.faults.phpWarning = true
    const both = (await askRing()).body
    expect(both).toMatch(/^\uFEFF<br \/>\n<b>Warning<\/b>: .* on line <b>\d+<\/b><br \/>\n/)
    expect(both.endsWith(success)).toBe(true)
    dialer.faults.byteOrderMark = false
    expect((await askRing()).body).toMatch(/^<br/)
  })
})

test('faults can be held to some functions and to some requests', async () => {
  Object.assign(dialer.faults, { instead: 'forbidden', onlyFunctions: ['call_agent'], times: 2 })
  expect((await post(dialer.url, agentPath, look)).status).toBe(200)
  expect([(await askRing()).status, (await askRing()).status, (await askRing()).status]).toEqual([
    403, 403, 200,
  ])
})

describe('Keep-Alive', () => {
  test('the hint names the seconds after which an idle connection is closed', async () => {
    const line = rawLine(dialer.url, { params: look })
    await vi.waitFor(() => {
      expect(line.text).toContain('READY')
    })
    expect(line.text).toMatch(/\r\nkeep-alive: timeout=5\r\n/i)
    clock.turn(4999)
    await post(dialer.url, agentPath, look)
    expect(line.ended).toBe(false)
    clock.turn(1)
    await line.closed
  })

  test('a connection may carry many requests without gathering listeners', async () => {
    const warnings: Error[] = []
    const note = (warning: Error) => warnings.push(warning)
    process.on('warning', note)
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let i = 0; i < 15; i += 1) await post(dialer.url, agentPath, look, agent)
    await new Promise(setImmediate)
    process.off('warning', note)
    agent.destroy()
    expect(warnings).toEqual([])
    expect(dialer.counts.connections).toBe(1)
  })

  test('without a hint the connection stays open until told otherwise', async () => {
    dialer.faults.keepAliveSeconds = null
    const line = rawLine(dialer.url, { params: look })
    await vi.waitFor(() => {
      expect(line.text).toContain('READY')
    })
    expect(line.text).not.toMatch(/keep-alive: /i)
    clock.turn(3600_000)
    await post(dialer.url, agentPath, look)
    expect(line.ended).toBe(false)
    dialer.closeIdleConnections()
    await line.closed
  })
})

describe('TLS', () => {
  test('the dialer speaks https, and its connections can be reset', async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
    })
    const secure = await startPracticeDialer({ clock, controlPort: null, tls: { key, cert } })
    const ask = async () => {
      const query = new URLSearchParams(ring).toString()
      const sent = request(`${secure.url}${agentPath}?${query}`, { ca: cert, agent: false }).end()
      const [response] = (await once(sent, 'response')) as [AsyncIterable<Buffer>]
      let body = ''
      for await (const chunk of response) body += chunk.toString()
      return body
    }
    expect(secure.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    expect(await ask()).toContain('SUCCESS')
    secure.faults.close = 'after-request'
    secure.faults.closeWith = 'reset'
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(secure.counts.calls).toEqual({ 1000: 2 })
    secure.faults.close = 'before-request'
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(secure.counts).toMatchObject({ calls: { 1000: 2 }, connections: 3 })
    await secure.close()
  })
})

test('GET is served like POST', async () => {
  expect((await get(dialer.url, agentPath, ring)).body).toContain('SUCCESS')
})

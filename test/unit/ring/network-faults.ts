import { generate } from 'selfsigned'
import { expect } from 'vitest'
import type { Code, Facts } from '../../../src-main/contract.ts'
import type { Faults } from '../../../src-main/demo/faults.ts'
import { eventually } from './eventually.ts'
import { tcpServer, webServer } from './raw-server.ts'
import { callsOf, practiceDialer, right } from './ringing.ts'
import type { WatchedClock } from './watched-clock.ts'

/** What a press meets, and what the far side saw of it. */
export interface Met {
  url: string
  calls: () => number
  /** Connections that reached the far side. */
  connections: () => number
  /** What has to happen while the press waits. */
  meanwhile?: () => Promise<void>
}

export interface Fault {
  name: string
  open: (clock: WatchedClock) => Promise<Met>
  code: Code
  kind: 'refused' | 'unsure'
  calls: 0 | 1
  connections: number
  online?: boolean
  facts?: Facts
}

const silent = () => undefined
const retried = (clock: WatchedClock) => async () => {
  await clock.waitsFor(1_000)
  clock.turn(1_000)
}

/** The practice dialer with faults; `after`: what the press waits for before time goes on by `ms`. */
function faulty(faults: Partial<Faults>, waits?: { calls: number; ms: number }) {
  return async (clock: WatchedClock): Promise<Met> => {
    const dialer = await practiceDialer({ clock })
    Object.assign(dialer.faults, faults)
    const met: Met = {
      url: dialer.url,
      calls: () => callsOf(dialer),
      connections: () => dialer.counts.connections,
    }
    if (!waits) return met
    const meanwhile = async () => {
      await eventually(() => {
        expect(callsOf(dialer)).toBe(waits.calls)
      })
      clock.turn(waits.ms)
    }
    return { ...met, meanwhile }
  }
}

function away(url: string) {
  return (clock: WatchedClock): Promise<Met> =>
    Promise.resolve({ url, calls: () => 0, connections: () => 0, meanwhile: retried(clock) })
}

const nobodyListens: Fault['open'] = async (clock) => {
  const dialer = await practiceDialer({ clock })
  await dialer.close()
  return away(dialer.url)(clock)
}

/** No resolver is asked for it: a label may have 63 letters. */
const unknownName = away(`http://${'a'.repeat(64)}.example`)

const neverConnects: Fault['open'] = async (clock) => {
  const server = await tcpServer(silent)
  return {
    url: `https://127.0.0.1:${server.port}`,
    calls: () => server.requests,
    connections: () => server.connections,
    async meanwhile() {
      await clock.waitsFor(5_000)
      clock.turn(5_000)
    },
  }
}

const resetBeforeRequest: Fault['open'] = async (clock) => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }])
  const dialer = await practiceDialer({ clock, tls: { key, cert } })
  Object.assign(dialer.faults, { close: 'before-request', closeWith: 'reset' })
  return {
    url: dialer.url,
    calls: () => callsOf(dialer),
    connections: () => dialer.counts.connections,
    meanwhile: retried(clock),
  }
}

const resetUnread: Fault['open'] = async () => {
  const server = await tcpServer((socket) => socket.once('data', () => socket.resetAndDestroy()))
  return {
    url: `http://127.0.0.1:${server.port}`,
    calls: () => server.requests,
    connections: () => server.connections,
  }
}

const selfSigned: Fault['open'] = async (clock) => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }])
  const dialer = await practiceDialer({ clock, tls: { key, cert } })
  return {
    url: dialer.url,
    calls: () => callsOf(dialer),
    connections: () => dialer.counts.connections,
  }
}

/** Headers and half of what they promise, and then nothing more. */
const stuckReply: Fault['open'] = async (clock) => {
  const server = await webServer((response) => {
    response
      .writeHead(200, { 'Content-Length': '41' })
      .write('SUCCESS: call_agent function sent - 1')
  })
  return {
    url: `http://127.0.0.1:${server.port}`,
    calls: () => server.requests,
    connections: () => server.connections,
    async meanwhile() {
      await eventually(() => {
        expect(server.requests).toBe(1)
      })
      clock.turn(10_000)
    },
  }
}

const emptyReply: Fault['open'] = async () => {
  const server = await webServer((response) => response.writeHead(200).end())
  return {
    url: `http://127.0.0.1:${server.port}`,
    calls: () => server.requests,
    connections: () => server.connections,
  }
}

const notHttp: Fault['open'] = async () => {
  const server = await tcpServer((socket) =>
    socket.once('data', () => socket.end('220 mail.example.com ESMTP\r\n')),
  )
  return {
    url: `http://127.0.0.1:${server.port}`,
    calls: () => server.requests,
    connections: () => server.connections,
  }
}

const before = { kind: 'refused', calls: 0 } as const
const turnedAway = { kind: 'refused', calls: 0, connections: 1 } as const
const rung = { kind: 'unsure', calls: 1, connections: 1 } as const
const notRung = { kind: 'unsure', calls: 0, connections: 1 } as const

const lost = 'connection-lost'
const elsewhere = 'https://elsewhere.example.com'

/** Each network fault with the code and the kind of a press that meets it. */
export const networkFaults: Fault[] = [
  { name: 'refused', open: nobodyListens, code: 'connection-refused', ...before, connections: 0 },
  { name: 'unknown name', open: unknownName, code: 'name-not-found', ...before, connections: 0 },
  {
    name: 'unknown name without any network',
    open: unknownName,
    code: 'offline',
    ...before,
    connections: 0,
    online: false,
  },
  { name: 'connect time-out', open: neverConnects, code: 'connect-timeout', ...turnedAway },
  {
    name: 'reset before the request',
    open: resetBeforeRequest,
    code: 'connection-refused',
    ...before,
    connections: 2,
  },
  { name: 'self-signed TLS', open: selfSigned, code: 'tls-untrusted', ...turnedAway },
  { name: 'reset with the request unread', open: resetUnread, code: lost, ...notRung },
  {
    name: 'reset after the request',
    open: faulty({ close: 'after-request', closeWith: 'reset' }),
    code: lost,
    ...rung,
  },
  {
    name: 'closed after the request',
    open: faulty({ close: 'after-request' }),
    code: lost,
    ...rung,
  },
  { name: 'half a reply', open: faulty({ close: 'half-reply' }), code: lost, ...rung },
  {
    name: 'half a reply, with a reset',
    open: faulty({ close: 'half-reply', closeWith: 'reset' }),
    code: lost,
    ...rung,
  },
  { name: 'half a reply, then silence', open: stuckReply, code: 'reply-timeout', ...rung },
  {
    name: 'hang',
    open: faulty({ hang: true }, { calls: 1, ms: 10_000 }),
    code: 'reply-timeout',
    ...rung,
  },
  {
    name: 'an answer a moment too late',
    open: faulty({ delayMs: 10_001 }, { calls: 1, ms: 10_001 }),
    code: 'reply-timeout',
    ...rung,
  },
  {
    name: '301',
    open: faulty({ instead: 'moved', movedTo: `${elsewhere}/agc/api.php?pass=${right}` }),
    code: 'redirected',
    ...turnedAway,
    facts: { httpStatus: 301, newAddress: elsewhere },
  },
  { name: '403', open: faulty({ instead: 'forbidden' }), code: 'forbidden', ...turnedAway },
  { name: '404', open: faulty({ instead: 'not-found' }), code: 'not-found', ...turnedAway },
  {
    name: 'empty 500',
    open: faulty({ instead: 'database-down' }),
    code: 'server-error',
    ...notRung,
    facts: { httpStatus: 500 },
  },
  { name: '502', open: faulty({ instead: 'bad-gateway' }), code: 'server-error', ...notRung },
  {
    name: '1 MB of rubbish',
    open: faulty({ instead: 'rubbish' }),
    code: 'reply-too-large',
    ...notRung,
  },
  { name: 'a web page', open: faulty({ instead: 'login-page' }), code: 'not-vicidial', ...notRung },
  { name: 'an empty reply', open: emptyReply, code: 'empty-reply', ...rung },
  { name: 'not HTTP at all', open: notHttp, code: 'not-vicidial', ...notRung },
]

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { DialerServer } from '../../../src-main/vicidial/dialer-server.ts'

/** One request as its bytes came. */
export interface Heard {
  head: string
  body: string
  /** The number of its connection, from 0. */
  connection: number
}

export interface Accepted {
  /** What is written to it travels encrypted on a TLS server. */
  socket: Socket
  /** The TCP connection itself: under TLS, only it can be reset. */
  raw: Socket
  bytesRead: number
  closed: boolean
}

export interface RawServer {
  at: DialerServer
  heard: Heard[]
  accepted: Accepted[]
  /** Waits until this holds; looked at after everything that happens here. */
  until(fact: () => boolean): Promise<void>
  closed(): Promise<void>
  close(): Promise<void>
}

export interface RawServerOptions {
  tls?: { key: string; cert: string }
  host?: string
  /** The scheme that clients are told, where it is not the one spoken. */
  scheme?: 'http' | 'https'
  onAccept?: (accepted: Accepted) => void
  /** Sees each whole request; a text or bytes given back are written as they are. */
  onRequest?: (accepted: Accepted, heard: Heard, all: Heard[]) => string | Buffer | undefined
}

/** A server that understands just enough HTTP to count requests, and answers byte for byte. */
export async function openRawServer(options: RawServerOptions = {}): Promise<RawServer> {
  const { tls, host = '127.0.0.1', onAccept, onRequest } = options
  const heard: Heard[] = []
  const accepted: Accepted[] = []
  const rawByPort = new Map<number, Accepted>()
  const waiting = new Set<() => void>()
  const happened = () => {
    for (const look of [...waiting]) look()
  }

  function accept(raw: Socket): Accepted {
    const connection: Accepted = { socket: raw, raw, bytesRead: 0, closed: false }
    accepted.push(connection)
    rawByPort.set(raw.remotePort ?? 0, connection)
    raw.on('error', happened)
    raw.on('close', () => {
      connection.closed = true
      happened()
    })
    onAccept?.(connection)
    happened()
    return connection
  }

  function listen(socket: Socket, connection: Accepted): void {
    let unread = Buffer.alloc(0)
    connection.socket = socket
    happened()
    socket.on('error', happened)
    socket.on('data', (chunk) => {
      connection.bytesRead += chunk.length
      unread = Buffer.concat([unread, chunk])
      for (let next = wholeRequest(unread); next; next = wholeRequest(unread)) {
        unread = unread.subarray(next.length)
        const { head, body } = next
        const request = { head, body, connection: accepted.indexOf(connection) }
        heard.push(request)
        const answer = onRequest?.(connection, request, heard)
        if (answer !== undefined) socket.write(answer)
      }
      happened()
    })
  }

  let server: Server
  if (tls) {
    server = createTlsServer(tls, (socket) => {
      const connection = rawByPort.get(socket.remotePort ?? 0)
      if (connection) listen(socket, connection)
    })
    server.on('connection', accept)
    server.on('tlsClientError', happened)
  } else {
    server = createServer((raw) => {
      listen(raw, accept(raw))
    })
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port: 0 }, resolve)
  })
  const { port } = server.address() as AddressInfo
  const scheme = options.scheme ?? (tls ? 'https' : 'http')

  const until = (fact: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!fact()) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  return {
    at: { origin: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`, folder: '' },
    heard,
    accepted,
    until,
    closed: () => until(() => accepted.every(({ closed }) => closed)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        for (const { raw } of accepted) raw.destroy()
      }),
  }
}

function wholeRequest(bytes: Buffer): { head: string; body: string; length: number } | null {
  const headLength = bytes.indexOf('\r\n\r\n')
  if (headLength < 0) return null
  const head = bytes.subarray(0, headLength).toString('latin1')
  const bodyLength = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  const length = headLength + 4 + bodyLength
  if (bytes.length < length) return null
  return { head, body: bytes.subarray(headLength + 4, length).toString('latin1'), length }
}

/** A reply as a web server writes it, its length told unless the headers tell something else. */
export function httpReply(
  body: string | Buffer,
  headers: Record<string, string> = {},
  status = '200 OK',
): Buffer {
  const bytes = Buffer.from(body)
  const framed = Object.keys(headers).some((name) => /^(?:content-length|transfer-)/i.test(name))
  const all = {
    'Content-type': 'text/html; charset=utf-8',
    ...(framed ? {} : { 'Content-Length': `${bytes.length}` }),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), bytes])
}

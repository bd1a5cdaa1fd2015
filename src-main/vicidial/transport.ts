import { networkInterfaces } from 'node:os'
import { buildConnector, Client } from 'undici'
import type { Clock } from '../clock.ts'
import type { NetworkCode } from '../contract.ts'
import type { DialerServer } from './dialer-server.ts'
import { createIdleConnections } from './idle-connections.ts'
import { connectFailure, replyFailure } from './network-failure.ts'

const connectLimitMs = 5_000
const replyLimitMs = 10_000
const replyLimitBytes = 64 * 1024

const doors = { agent: '/agc/api.php', nonAgent: '/vicidial/non_agent_api.php' } as const

export interface DialerRequest {
  server: DialerServer
  /** VICIdial's agent API or its non-agent API. */
  door: keyof typeof doors
  fields: Record<string, string>
}

/** What a web server answered. `location` is the address of a redirect, which is never followed. */
export interface ServerReply {
  status: number
  location: string | null
  body: string
}

export type Exchange =
  | { ok: true; reply: ServerReply; elapsedMs: number }
  /** `written`: some of the request may have left this computer, so the server may have acted. */
  | { ok: false; code: NetworkCode; written: boolean; elapsedMs: number }

export interface Transport {
  /**
   * Sends one POST form and reads one reply, as UTF-8. Never follows a redirect, never repeats a
   * request. Connecting may take 5 s, the reply 10 s and 64 KiB.
   */
  post(request: DialerRequest): Promise<Exchange>
  /** Opens a connection for the next request, unless a usable one waits. Sends nothing over it. */
  openAhead(server: DialerServer): Promise<void>
  /** Ends every connection; a request under way fails. */
  close(): void
}

export interface TransportOptions {
  clock: Clock
  userAgent: string
  /** Whether this computer has a network at all; by default, any address but its own loopback. */
  online?: () => boolean
}

/** One connection, which carries one request at a time. */
interface Connection {
  send(path: string, fields: Record<string, string>): Promise<Answered | Failed>
  ended(): boolean
  end(): void
}
type Answered = { ok: true; reply: ServerReply; keepAliveHint: string | null; reusable: boolean }
type Failed = { ok: false; code: NetworkCode; written: boolean }

export function createTransport(options: TransportOptions): Transport {
  const { clock, online = hasNetwork } = options
  const idle = createIdleConnections<Connection>(clock)
  const busy = new Set<Connection>()

  async function sendOver(
    connection: Connection,
    origin: string,
    path: string,
    fields: Record<string, string>,
  ): Promise<Answered | Failed> {
    busy.add(connection)
    const sent = await connection.send(path, fields)
    busy.delete(connection)
    if (sent.ok && sent.reusable) idle.keep(origin, connection, sent.keepAliveHint)
    else connection.end()
    return sent
  }

  return {
    async post({ server: { origin, folder }, door, fields }) {
      const startedAt = clock.now()
      const elapsedMs = () => clock.now() - startedAt
      const path = folder + doors[door]
      const waiting = idle.take(origin)
      let sent = waiting && (await sendOver(waiting, origin, path, fields))
      // A waiting connection that proves dead before anything was written costs no press.
      if (!sent || (!sent.ok && !sent.written)) {
        const fresh = await connect(origin, options)
        sent =
          fresh instanceof Error
            ? { ok: false, code: connectFailure(fresh, online()), written: false }
            : await sendOver(fresh, origin, path, fields)
      }
      return sent.ok
        ? { ok: true, reply: sent.reply, elapsedMs: elapsedMs() }
        : { ...sent, elapsedMs: elapsedMs() }
    },
    async openAhead({ origin }) {
      const connection = idle.take(origin) ?? (await connect(origin, options))
      // A failure is told by the request that needs the connection, not by this rehearsal.
      if (!(connection instanceof Error)) idle.keep(origin, connection, null)
    },
    close() {
      idle.endAll()
      for (const connection of busy) connection.end()
    },
  }
}

/** Opens the socket first and hands it to undici after, so that no failure here can have sent anything. */
function connect(origin: string, options: TransportOptions): Promise<Connection | Error> {
  const { clock } = options
  const { protocol, hostname, host, port } = new URL(origin)
  // undici's own timer is coarse (it ticks in half seconds) and cannot be turned by a test.
  const open = buildConnector({ timeout: 0, allowH2: false })
  return new Promise((resolve) => {
    const target = { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), host, port }
    // undici's types leave out that the connector returns the socket it is opening.
    const opening = open(target, (error, socket) => {
      cancelLimit()
      if (error) resolve(error)
      else resolve(connectionOver(new Client(origin, clientOptions(socket)), socket, options))
    }) as unknown as Socket
    const cancelLimit = clock.after(connectLimitMs, () => {
      opening.destroy()
      resolve(Object.assign(new Error('connect time-out'), { code: 'ETIMEDOUT' }))
    })
  })
}

type Socket = Extract<Parameters<buildConnector.Callback>, [null, unknown]>[1]

function clientOptions(socket: Socket): Client.Options {
  let handedOver = false
  return {
    pipelining: 1,
    // Ours are the limits that count, see `idle-connections` and `send`.
    keepAliveTimeout: 3_600_000,
    keepAliveMaxTimeout: 3_600_000,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect(_, callback) {
      const ended = handedOver || socket.destroyed
      handedOver = true
      // undici is still looking for a socket when it asks, and overlooks one that comes at once.
      queueMicrotask(() => {
        if (ended) callback(connectionEnded(), null)
        else callback(null, socket)
      })
    },
  }
}

function connectionEnded(): Error {
  return Object.assign(new Error('the connection has ended'), { code: 'ECONNRESET' })
}

function connectionOver(
  client: Client,
  socket: Socket,
  { clock, userAgent }: TransportOptions,
): Connection {
  client.on('disconnect', end)

  function end(): void {
    // A connection that ends while idle has nobody to tell; a request over it fails by itself.
    client.destroy().catch(() => undefined)
    // Until its first request the socket is not undici's to end.
    socket.destroy()
  }

  function send(path: string, fields: Record<string, string>): Promise<Answered | Failed> {
    return new Promise((resolve) => {
      let written = false
      let status = 0
      let headers: Record<string, string | string[] | undefined> = {}
      const chunks: Buffer[] = []
      let bytes = 0
      const fail = (code: NetworkCode): void => {
        settle({ ok: false, code, written })
        end()
      }
      const cancelLimit = clock.after(replyLimitMs, () => {
        fail(written ? 'reply-timeout' : 'connect-timeout')
      })
      const settle = (result: Answered | Failed): void => {
        cancelLimit()
        resolve(result)
      }
      client.dispatch(
        {
          method: 'POST',
          path,
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'user-agent': userAgent,
          },
          body: new URLSearchParams(fields).toString(),
        },
        {
          onRequestStart(controller) {
            // undici may start a request over when it thinks it can; a ring must never go twice.
            if (written) controller.abort(connectionEnded())
            written = true
          },
          onResponseStart(_, statusCode, responseHeaders) {
            status = statusCode
            headers = responseHeaders
          },
          onResponseData(_, chunk) {
            bytes += chunk.length
            if (bytes > replyLimitBytes) fail('reply-too-large')
            else chunks.push(chunk)
          },
          onResponseEnd() {
            settle({
              ok: true,
              reply: {
                status,
                location: single(headers['location']),
                body: new TextDecoder().decode(Buffer.concat(chunks)),
              },
              keepAliveHint: single(headers['keep-alive']),
              reusable: single(headers['connection'])?.toLowerCase() !== 'close',
            })
          },
          onResponseError(_, error) {
            fail(written ? replyFailure(error) : connectFailure(error, true))
          },
        },
      )
    })
  }

  return { send, ended: () => client.destroyed || socket.destroyed, end }
}

function single(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null
}

function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some((address) => !address.internal),
  )
}

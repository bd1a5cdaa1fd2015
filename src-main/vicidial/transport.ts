import { buildConnector, Client } from 'undici'
import type { Clock } from '../clock.ts'
import type { NetworkCode } from '../contract.ts'
import type { DialerServer } from './dialer-server.ts'
import type { DialerRequest, Exchange } from './exchange.ts'
import { createIdleConnections } from './idle-connections.ts'
import { incomingReply, type WholeReply } from './incoming-reply.ts'
import { connectFailure, hasNetwork, replyFailure } from './network-failure.ts'

export type { DialerRequest, Exchange, ServerReply } from './exchange.ts'

const connectLimitMs = 5_000
const replyLimitMs = 10_000
/**
 * How long one of a name's addresses may take before the next is tried. Node's own 250 ms give a
 * far-away dialer up for an IPv6 address that the computer has no route to.
 */
const addressLimitMs = 1_500

const doors = { agent: '/agc/api.php', nonAgent: '/vicidial/non_agent_api.php' }

export interface Transport {
  /**
   * Sends one POST form and reads one reply, as UTF-8. Never follows a redirect, never repeats a
   * request. Connecting may take 5 s, the reply 10 s and 64 KiB.
   */
  post(request: DialerRequest): Promise<Exchange>
  /**
   * Opens a connection for the next request, unless one waits that can be trusted for another
   * second, or is being opened. Sends nothing over it.
   */
  openAhead(server: DialerServer): Promise<void>
  /** Ends every connection for good: a request under way fails, and nothing is sent any more. */
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
  /** After a failure the connection is of no use and has to be ended. */
  send(path: string, fields: Record<string, string>): Promise<Answered | Failed>
  ended(): boolean
  end(): void
}
type Answered = { ok: true } & WholeReply
type Failed = { ok: false; code: NetworkCode; written: boolean }

export function createTransport(options: TransportOptions): Transport {
  const { clock, online = hasNetwork } = options
  const idle = createIdleConnections<Connection>(clock)
  const underWay = new Set<{ end(): void }>()
  const openingAhead = new Set<string>()
  let closed = false

  async function connect(origin: string): Promise<Connection | Error> {
    if (closed) return noConnection('the transport is closed')
    const opening = openConnection(origin, options)
    underWay.add(opening)
    const opened = await opening.opened
    underWay.delete(opening)
    return opened
  }

  async function sendOver(
    connection: Connection,
    origin: string,
    path: string,
    fields: Record<string, string>,
  ): Promise<Answered | Failed> {
    underWay.add(connection)
    const sent = await connection.send(path, fields)
    underWay.delete(connection)
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
        const fresh = await connect(origin)
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
      if (idle.waits(origin) || openingAhead.has(origin)) return
      openingAhead.add(origin)
      const connection = await connect(origin)
      openingAhead.delete(origin)
      // A failure is told by the request that needs the connection, not by this rehearsal.
      if (!(connection instanceof Error)) idle.keep(origin, connection, null)
    },
    close() {
      closed = true
      idle.endAll()
      for (const part of underWay) part.end()
    },
  }
}

interface Opening {
  opened: Promise<Connection | Error>
  end(): void
}

/** Opens the socket first and hands it to undici after, so that no failure here can have sent anything. */
function openConnection(origin: string, options: TransportOptions): Opening {
  const { protocol, hostname, host, port } = new URL(origin)
  const open = buildConnector({
    // undici's own timer is coarse (it ticks in half seconds) and cannot be turned by a test.
    timeout: 0,
    allowH2: false,
    autoSelectFamilyAttemptTimeout: addressLimitMs,
  })
  const target = { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), host, port }
  let end = () => {}
  const opened = new Promise<Connection | Error>((resolve) => {
    // undici's types leave out that the connector returns the socket it is opening.
    const opening = open(target, (error, socket) => {
      cancelLimit()
      if (error) resolve(error)
      else resolve(connectionOver(new Client(origin, clientOptions(socket)), socket, options))
    }) as unknown as Socket
    end = () => {
      cancelLimit()
      opening.destroy()
      resolve(noConnection('no connection in time'))
    }
    const cancelLimit = options.clock.after(connectLimitMs, end)
  })
  return { opened, end }
}

function noConnection(why: string): Error {
  return Object.assign(new Error(why), { code: 'ETIMEDOUT' })
}

type Socket = Extract<Parameters<buildConnector.Callback>, [null, unknown]>[1]

function clientOptions(socket: Socket): Client.Options {
  let handedOver = false
  return {
    pipelining: 1,
    // Ours are the limits that count, see `idle-connections` and `send`.
    keepAliveTimeout: 3_600_000,
    keepAliveMaxTimeout: 3_600_000,
    keepAliveTimeoutThreshold: 0,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect(_, callback) {
      const ended = handedOver || !socket.writable
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
  // Before the first request a server has nothing to say but goodbye.
  socket.once('readable', end)

  function end(): void {
    // A connection that ends while idle has nobody to tell; a request over it fails by itself.
    client.destroy().catch(() => undefined)
    // Until its first request the socket is not undici's to end.
    socket.destroy()
  }

  function send(path: string, fields: Record<string, string>): Promise<Answered | Failed> {
    return new Promise((resolve) => {
      let written = false
      const incoming = incomingReply()
      const cancelLimit = clock.after(replyLimitMs, () => {
        fail(written ? 'reply-timeout' : 'connect-timeout')
      })
      const settle = (result: Answered | Failed): void => {
        cancelLimit()
        resolve(result)
      }
      const fail = (code: NetworkCode): void => {
        settle({ ok: false, code, written })
      }
      socket.off('readable', end)
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
          onResponseStart(_, status, headers) {
            incoming.head(status, headers)
          },
          onResponseData(_, chunk) {
            if (!incoming.add(chunk)) fail('reply-too-large')
          },
          onResponseEnd() {
            settle({ ok: true, ...incoming.whole() })
          },
          onResponseError(_, error) {
            fail(written ? replyFailure(error) : connectFailure(error, true))
          },
        },
      )
    })
  }

  return { send, ended: () => client.destroyed || !socket.writable, end }
}

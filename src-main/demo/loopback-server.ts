import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'

export interface LoopbackOptions {
  /** 0 takes any free port. */
  port: number
  /** PEM texts; with them the server speaks https. */
  tls?: { key: string; cert: string } | undefined
  /** Sees each TCP connection before a byte of it is read (with TLS: before the handshake). */
  onConnection?: (socket: Socket) => void
  onRequest: (request: IncomingMessage, response: ServerResponse) => void
}

export interface LoopbackServer {
  /** `http://127.0.0.1:port`, or https. */
  url: string
  /** Closes a connection: `end` with a FIN, `reset` with an RST. */
  drop(socket: Socket, how: 'end' | 'reset'): void
  closeIdleConnections(): void
  /** Ends all connections, also those with an answer under way. */
  close(): Promise<void>
}

/** Listens on 127.0.0.1 and nowhere else. Rejects with the system's error if the port is taken. */
export async function openLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const { tls, port, onRequest, onConnection } = options
  // The raw sockets by their far port: under TLS, only they can be reset.
  const open = new Map<number, Socket>()
  const server = tls ? createTlsServer(tls, onRequest) : createServer(onRequest)
  // Node's own idle time-out would add a Keep-Alive hint that cannot be switched off.
  server.keepAliveTimeout = 0
  server.on('connection', (socket: Socket) => {
    const farPort = socket.remotePort
    if (farPort === undefined) return
    open.set(farPort, socket)
    socket.once('close', () => open.delete(farPort))
    onConnection?.(socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port: ownPort } = server.address() as AddressInfo
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${ownPort}`,
    drop(socket, how) {
      if (how === 'end') {
        socket.destroy()
      } else {
        const raw = socket.remotePort === undefined ? undefined : open.get(socket.remotePort)
        ;(raw ?? socket).resetAndDestroy()
      }
    },
    closeIdleConnections() {
      server.closeIdleConnections()
    },
    close() {
      return new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        for (const socket of open.values()) socket.destroy()
      })
    },
  }
}

import { createServer, type Server, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface RawServer {
  port: number
  /** TCP connections so far. */
  connections: number
  /** Requests read to their end so far. */
  requests: number
}

/** A TCP server of the running test's own; what comes in is `meet`'s to deal with. */
export async function tcpServer(meet: (socket: Socket) => void): Promise<RawServer> {
  const open = new Set<Socket>()
  const server = createTcpServer((socket) => {
    raw.connections += 1
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => open.delete(socket))
    meet(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const raw = { port: (server.address() as AddressInfo).port, connections: 0, requests: 0 }
  onTestFinished(() => {
    server.close()
    for (const socket of open) socket.destroy()
  })
  return raw
}

/** A web server that reads each request to its end and then has `answer` write. */
export async function webServer(answer: (response: ServerResponse) => void): Promise<RawServer> {
  const server: Server = createServer((request, response) => {
    request.resume().on('end', () => {
      raw.requests += 1
      answer(response)
    })
  })
  server.on('connection', () => (raw.connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const raw = { port: (server.address() as AddressInfo).port, connections: 0, requests: 0 }
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return raw
}

import type { Socket } from 'node:net'
import type { Clock } from '../clock.ts'

/** Closes connections that were idle for the time the Keep-Alive hint promised, by the clock. */
export function idleConnections(clock: Clock) {
  const known = new WeakSet<Socket>()
  const cancels = new WeakMap<Socket, () => void>()
  const busy = (socket: Socket) => {
    cancels.get(socket)?.()
    cancels.delete(socket)
  }
  return {
    /** Call when a request arrives on a connection. */
    busy,
    /** Call when its answer was written: the connection may carry the next request. */
    idle(socket: Socket, seconds: number) {
      busy(socket)
      if (!known.has(socket)) {
        known.add(socket)
        socket.once('close', () => {
          busy(socket)
        })
      }
      const cancel = clock.after(seconds * 1000, () => {
        socket.destroy()
      })
      cancels.set(socket, cancel)
    },
  }
}

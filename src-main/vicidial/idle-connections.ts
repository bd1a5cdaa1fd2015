import type { Clock } from '../clock.ts'

/** How long a connection may idle before a request must not trust it, when the server gave no hint. */
const withoutHintMs = 2_000
/** Less than this left, and a connection opened ahead needs another beside it. */
const soonOverMs = 1_000
/** Taken off the server's own hint, so that we never race its closing. */
const hintMarginMs = 1_000
/** Between us and the server others forget idle connections too: routers, VPNs, another Wi-Fi. */
const mostMs = 60_000

interface Connection {
  ended(): boolean
  end(): void
}

interface Idle<C> {
  connection: C
  keepUntil: number
  cancelExpiry: () => void
}

/** Connections that wait for their next request, by origin; each is ended when it could go stale. */
export interface IdleConnections<C> {
  /** The connection that went idle last, if the server surely still holds it. */
  take(origin: string): C | undefined
  /** Whether one waits that will still be trusted in a second. */
  waits(origin: string): boolean
  /** @param hint the server's Keep-Alive header, such as `timeout=5, max=100` (seconds). */
  keep(origin: string, connection: C, hint: string | null): void
  endAll(): void
}

export function createIdleConnections<C extends Connection>(clock: Clock): IdleConnections<C> {
  const idle = new Map<string, Idle<C>[]>()

  function waitingAt(origin: string): Idle<C>[] {
    const waiting = idle.get(origin) ?? []
    idle.set(origin, waiting)
    return waiting
  }

  return {
    take(origin) {
      const waiting = waitingAt(origin)
      for (let last = waiting.pop(); last; last = waiting.pop()) {
        last.cancelExpiry()
        if (last.keepUntil > clock.now() && !last.connection.ended()) return last.connection
        last.connection.end()
      }
      return undefined
    },
    waits: (origin) =>
      waitingAt(origin).some(
        ({ connection, keepUntil }) => !connection.ended() && keepUntil - clock.now() >= soonOverMs,
      ),
    keep(origin, connection, hint) {
      const ms = idleMs(hint)
      if (connection.ended() || ms <= 0) {
        connection.end()
        return
      }
      const entry: Idle<C> = {
        connection,
        keepUntil: clock.now() + ms,
        cancelExpiry: clock.after(ms, () => {
          const waiting = waitingAt(origin)
          waiting.splice(waiting.indexOf(entry), 1)
          connection.end()
        }),
      }
      waitingAt(origin).push(entry)
    },
    endAll() {
      for (const { connection, cancelExpiry } of [...idle.values()].flat()) {
        cancelExpiry()
        connection.end()
      }
      idle.clear()
    },
  }
}

function idleMs(hint: string | null): number {
  const seconds = /(?:^|[\s,;])timeout=(\d{1,6})/i.exec(hint ?? '')?.[1]
  if (seconds === undefined) return withoutHintMs
  return Math.min(Number(seconds) * 1_000 - hintMarginMs, mostMs)
}

import type { Clock } from '../clock.ts'
import type { DialerServer } from '../vicidial/dialer-server.ts'
import type { Transport } from '../vicidial/transport.ts'

/** A little less than an unused connection is trusted for, so that one is always ready. */
const renewMs = 1_800
/** A popup left open must not keep a place at the dialer's web server. */
const mostMs = 30_000

/** Keeps a connection open while the popup is, so that a press costs one trip. Sends nothing. */
export interface ConnectionAhead {
  start(server: DialerServer): void
  stop(): void
}

export function createConnectionAhead(transport: Transport, clock: Clock): ConnectionAhead {
  let cancel = () => {}

  function renew(server: DialerServer, until: number): void {
    void transport.openAhead(server)
    if (clock.now() >= until) return
    cancel = clock.after(renewMs, () => {
      renew(server, until)
    })
  }

  return {
    start(server) {
      cancel()
      renew(server, clock.now() + mostMs)
    },
    stop() {
      cancel()
    },
  }
}

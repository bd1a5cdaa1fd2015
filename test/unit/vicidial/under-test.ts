import { afterEach, beforeEach, expect } from 'vitest'
import type { DialerServer } from '../../../src-main/vicidial/dialer-server.ts'
import {
  createTransport,
  type DialerRequest,
  type Exchange,
  type Transport,
} from '../../../src-main/vicidial/transport.ts'
import { turnedClock, type TurnedClock } from '../turned-clock.ts'
import { openRawServer, type RawServer, type RawServerOptions } from './raw-server.ts'

export const fields = {
  source: 'ringmyphone',
  user: '1000',
  pass: '1000pass',
  agent_user: '1000',
  function: 'call_agent',
  value: 'CALL',
}
export const sent = 'SUCCESS: call_agent function sent - 1000\n'

export interface UnderTest {
  clock: TurnedClock
  transport: Transport
  serve(options?: RawServerOptions): Promise<RawServer>
  ask(server: DialerServer, own?: Partial<DialerRequest>): Promise<Exchange>
}

/**
 * A fresh real transport on a turned clock for each test. After each: it is closed, which must
 * leave no connection, no timer and no rejection that nobody handled.
 */
export function underTest(): UnderTest {
  const servers: RawServer[] = []
  const rejections: unknown[] = []
  const noteRejection = (reason: unknown) => {
    rejections.push(reason)
  }
  const under = {
    async serve(options) {
      const server = await openRawServer(options)
      servers.push(server)
      return server
    },
    ask: (server, own) => under.transport.post({ server, door: 'agent', fields, ...own }),
  } as UnderTest

  beforeEach(() => {
    under.clock = turnedClock()
    under.transport = createTransport({
      clock: under.clock,
      userAgent: 'ring-my-phone/test',
      online: () => true,
    })
    process.on('unhandledRejection', noteRejection)
  })
  afterEach(async () => {
    under.transport.close()
    const opened = servers.splice(0)
    await Promise.all(opened.map((server) => server.closed()))
    await Promise.all(opened.map((server) => server.close()))
    process.off('unhandledRejection', noteRejection)
    expect(rejections.splice(0)).toEqual([])
    expect(under.clock.timers()).toBe(0)
  })
  return under
}

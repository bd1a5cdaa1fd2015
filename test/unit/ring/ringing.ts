import { onTestFinished } from 'vitest'
import { openAccountRecords } from '../../../src-main/account/account-record.ts'
import { createCarefulRequests } from '../../../src-main/account/careful-requests.ts'
import type { Clock } from '../../../src-main/clock.ts'
import { startPracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import type {
  PracticeDialer,
  PracticeDialerOptions,
} from '../../../src-main/demo/practice-dialer.ts'
import { openPressGuard } from '../../../src-main/ring/press-guard.ts'
import { createRingOnce, type RingRequest } from '../../../src-main/ring/ring-once.ts'
import type { RingOutcome } from '../../../src-main/ring/ring-outcome.ts'
import { createAgentApi } from '../../../src-main/vicidial/agent-api.ts'
import { createTransport } from '../../../src-main/vicidial/transport.ts'

/** The password that the practice dialer accepts, and one it does not. */
export const right = '1000pass'
export const wrong = 'mistyped1'

/** A practice dialer that the running test alone uses, gone afterwards. */
export async function practiceDialer(options: PracticeDialerOptions = {}): Promise<PracticeDialer> {
  const dialer = await startPracticeDialer({ controlPort: null, ...options })
  onTestFinished(() => dialer.close())
  return dialer
}

export interface Ringing {
  press(how?: Press): Promise<RingOutcome>
  careful: ReturnType<typeof createCarefulRequests>
  agentApi: ReturnType<typeof createAgentApi>
  records: ReturnType<typeof openAccountRecords>
}

interface Press extends Pick<RingRequest, 'again' | 'insist' | 'onAsking'> {
  user?: string
  agent?: string
  password?: string
}

export interface Machine {
  url: string
  folder: string
  clock: Clock
  /** Whether the computer has a network at all. */
  online?: boolean
}

/** One start of the program, as far as ringing goes; another over the same folder is a restart. */
export function startRinging({ url, folder, clock, online = true }: Machine): Ringing {
  const transport = createTransport({ clock, userAgent: 'test', online: () => online })
  onTestFinished(() => {
    transport.close()
  })
  const agentApi = createAgentApi(transport)
  const records = openAccountRecords(folder, clock)
  const careful = createCarefulRequests(records)
  const guard = openPressGuard(folder, clock)
  const ringOnce = createRingOnce({ agentApi, careful, guard, records, clock })
  const server = { origin: url, folder: '' }
  return {
    careful,
    agentApi,
    records,
    press({ user = '1000', agent = user, password = right, ...how } = {}) {
      const given = Promise.resolve({ ok: true as const, password })
      return ringOnce({ account: { server, user, agent }, password: () => given, ...how })
    },
  }
}

/** Calls the dialer has queued, for whomever. */
export function callsOf({ counts }: PracticeDialer): number {
  return Object.values(counts.calls).reduce((sum, calls) => sum + calls, 0)
}

/** The `value` of each call_agent request so far. */
export function callAgentValues({ counts }: PracticeDialer): (string | undefined)[] {
  return counts.received
    .filter((request) => request.function === 'call_agent')
    .map(({ params }) => params['value'])
}

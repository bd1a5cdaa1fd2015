import type { AccountInUse } from '../account/account-in-use.ts'
import { notSent, type CarefulRequests } from '../account/careful-requests.ts'
import type { Clock } from '../clock.ts'
import { beforeRequestCodes, turnedAwayCodes, unknownOutcomeCodes } from '../contract.ts'
import type { Code, SessionState } from '../contract.ts'
import type { AgentApi } from '../vicidial/agent-api.ts'
import type { AgentSession } from '../vicidial/agent-replies.ts'
import type { Answer } from '../vicidial/answer.ts'

export const unknownSession: SessionState = {
  kind: 'unknown',
  status: null,
  sessionId: null,
  callsInQueue: null,
  finding: null,
  lookedAt: null,
}

/** What a read-only look says of the session; `now` is ms since 1970. */
export function sessionState(answer: Answer<AgentSession>, now: number): SessionState {
  const looked = { ...unknownSession, lookedAt: now }
  if (answer.ok) {
    const { status, sessionId } = answer.value
    return { ...looked, kind: 'loggedIn', status, sessionId }
  }
  const { code, facts } = answer
  const finding = { code, facts }
  if (code === 'agent-not-logged-in') return { ...looked, kind: 'loggedOut', finding }
  // The account may ring but not look: said as it is, never as "logged out".
  if (code === 'function-not-allowed') return { ...looked, kind: 'notAvailable', finding }
  return { ...looked, finding }
}

const networkCodes: readonly Code[] = [
  ...beforeRequestCodes,
  ...turnedAwayCodes,
  ...unknownOutcomeCodes,
]

/** Whether asking again later may help; anything else waits for the person. */
export function maySoonBeOver(code: Code): boolean {
  return networkCodes.includes(code)
}

/**
 * What to draw after a look. One that the network swallowed changes nothing but the reason, so that
 * no icon flickers while it is tried again; `lookedAt` tells how old the rest is.
 */
export function settled(before: SessionState, after: SessionState): SessionState {
  const swallowed = after.kind === 'unknown' && after.finding && maySoonBeOver(after.finding.code)
  return swallowed && before.kind !== 'unknown' ? { ...before, finding: after.finding } : after
}

export interface Look {
  patience: 'background' | 'gesture'
  /** Also ask how many callers wait; one more request. */
  callsInQueue: boolean
  /** Given for this look alone by a person, who thereby insists: it is sent whatever was refused. */
  password?: string
}

export interface LookParts {
  agentApi: AgentApi
  careful: CarefulRequests
  account: AccountInUse
  clock: Clock
}

/** Looks at the session once: `recording STATUS`, and the calls waiting if asked to and logged in. */
export async function lookAtSession(
  { agentApi, careful, account, clock }: LookParts,
  how: Look,
): Promise<SessionState> {
  const unasked = (finding: NonNullable<SessionState['finding']>) =>
    sessionState(notSent(finding), clock.now())
  const hindrance = account.hindrance()
  const current = account.current()
  if (hindrance) return unasked(hindrance)
  if (!current) return unasked({ code: 'not-set-up', facts: {} })
  const found = await account.password(how.patience, how.password)
  if (!found.ok) return unasked({ code: found.code, facts: found.facts })

  const credentials = { ...current, password: found.password }
  const key = { origin: current.server.origin, user: current.user }
  const insist = how.password !== undefined
  const answer = await careful.ask(key, insist, () => agentApi.session(credentials))
  const state = sessionState(answer, clock.now())
  if (state.kind !== 'loggedIn' || !how.callsInQueue) return state
  const waiting = await careful.ask(key, false, () => agentApi.callsInQueue(credentials))
  return waiting.ok ? { ...state, callsInQueue: waiting.value } : state
}

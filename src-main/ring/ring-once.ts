import type { AccountRecords } from '../account/account-record.ts'
import type { Clock } from '../clock.ts'
import type { Code, Finding } from '../contract.ts'
import type { AgentApi, RingAnswer } from '../vicidial/agent-api.ts'
import type { Credentials, Refusal } from '../vicidial/answer.ts'
import { notSent, type CarefulRequests } from '../account/careful-requests.ts'
import type { Press, PressGuard } from './press-guard.ts'
import { ringOutcome, type RingOutcome } from './ring-outcome.ts'

const retryAfterMs = 1_000
/** A computer that slept meanwhile wakes up to a person who no longer expects a ring. */
const retryWithinMs = 15_000
/** Nothing was written, and a second later it may work: a network that is just waking up. */
const worthOneRetry: readonly Code[] = ['offline', 'name-not-found', 'connection-refused']

export interface RingRequest {
  account: Omit<Credentials, 'password'>
  /** Fetches the password, or says why there is none. Asked once, before anything else. */
  password: () => Promise<{ ok: true; password: string } | ({ ok: false } & Finding)>
  /** The press whose ring window the person wants to cut short. */
  again?: number | undefined
  /** Send a password that was refused before, or try a locked account. */
  insist?: boolean | undefined
  /** The press was let through and the dialer is being asked. */
  onAsking?: ((press: number) => void) | undefined
}

/** The app's one job. Presses for the same agent while one is under way join it. */
export type RingOnce = (request: RingRequest) => Promise<RingOutcome>

export interface RingParts {
  agentApi: AgentApi
  careful: CarefulRequests
  guard: PressGuard
  records: AccountRecords
  clock: Clock
}

export function createRingOnce(parts: RingParts): RingOnce {
  const underWay = new Map<string, Promise<RingOutcome>>()
  return (request) => {
    const { server, user, agent } = request.account
    const id = JSON.stringify([server.origin, user, agent])
    const joined = underWay.get(id)
    if (joined) return joined
    const ring = ringNow(parts, request).finally(() => underWay.delete(id))
    underWay.set(id, ring)
    return ring
  }
}

async function ringNow(parts: RingParts, request: RingRequest): Promise<RingOutcome> {
  const { careful, records } = parts
  const { server, user, agent } = request.account
  const key = { origin: server.origin, user }
  const facts = { server: server.origin, user, agent }
  const insist = request.insist ?? false

  // A blocked account needs no keychain, and must not make the computer ask for its password.
  const blocked = insist ? null : records.blocked(key)
  if (blocked) return ringOutcome(notSent(blocked), null, facts)
  const found = await request.password()
  if (!found.ok) return ringOutcome(notSent(found), null, facts)
  const credentials = { ...request.account, password: found.password }

  let press: Press | null = null
  let ringing: number | null = null
  const answer = await careful.ask<RingAnswer | Refusal>(key, insist, async () => {
    const claim = await parts.guard.claim({ origin: server.origin, user, agent }, request.again)
    if (claim.kind === 'not-recorded') return notSent({ code: 'settings-not-saved', facts: {} })
    if (claim.kind === 'already-ringing') {
      ringing = claim.number
      return notSent({ code: 'already-ringing', facts: { secondsLeft: claim.secondsLeft } })
    }
    press = claim.press
    // Waiting for its turn it may have been overtaken by a refusal that another program met.
    const refusedMeanwhile = insist ? null : records.blocked(key)
    if (refusedMeanwhile) {
      const unasked = notSent(refusedMeanwhile)
      await settle(press, ringOutcome(unasked, press.number, facts))
      return unasked
    }
    request.onAsking?.(press.number)
    const called = await callOrRetry(parts, credentials)
    await settle(press, ringOutcome(called, press.number, facts))
    return called
  })
  const claimed = press as Press | null
  const outcome = ringOutcome(answer, claimed?.number ?? ringing, facts)
  if (!claimed || !('readAgain' in answer) || !answer.readAgain) return outcome

  const errorWord = await learnErrorWord(parts, credentials)
  if (errorWord === null) return outcome
  const readAgain = ringOutcome(answer.readAgain(errorWord), claimed.number, facts)
  await settle(claimed, readAgain)
  return readAgain
}

async function callOrRetry(parts: RingParts, credentials: Credentials): Promise<RingAnswer> {
  const { agentApi, clock } = parts
  const startedAt = clock.now()
  const first = await agentApi.callAgent(credentials)
  if (first.ok || first.written || !worthOneRetry.includes(first.code)) return first
  await new Promise<void>((resolve) => {
    clock.after(retryAfterMs, resolve)
  })
  if (clock.now() - startedAt > retryWithinMs) return first
  const second = await agentApi.callAgent(credentials)
  return { ...second, elapsedMs: first.elapsedMs + retryAfterMs + second.elapsedMs }
}

async function settle(press: Press, { kind }: RingOutcome): Promise<void> {
  // On a disk that takes no more the press stays `asking`, which reads as `unsure`: never a second ring.
  await press.settle(kind).catch(() => undefined)
}

/** Once per account: the empty word remembers that the server's answer taught nothing. */
async function learnErrorWord(parts: RingParts, credentials: Credentials): Promise<string | null> {
  const { agentApi, careful, records } = parts
  const key = { origin: credentials.server.origin, user: credentials.user }
  const known = records.read(key).errorWord
  if (known !== null) return known === '' ? null : known
  const answer = await careful.ask(key, false, () => agentApi.errorWord(credentials))
  const word = answer.ok ? answer.value : ''
  // Without an answer from behind the sign-in there is nothing to remember; a later press may ask.
  if (answer.accepted === true) await records.learnedErrorWord(key, word)
  return word === '' ? null : word
}

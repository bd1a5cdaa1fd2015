import { isSameAccount, type AccountInUse } from './account/account-in-use.ts'
import type { CarefulRequests } from './account/careful-requests.ts'
import type { StateStore } from './app-state.ts'
import { idleRing } from './app-state.ts'
import type { Clock } from './clock.ts'
import type { CommandPayload, Finding, RingState, SessionState } from './contract.ts'
import { ringWindowMs } from './ring/press-guard.ts'
import type { RingOnce } from './ring/ring-once.ts'
import type { RingOutcome } from './ring/ring-outcome.ts'

/** On a live call, or about to be: ringing now would put a call on top of it. */
const onACall = ['INCALL', 'QUEUE', 'MQUEUE']
/** An older look says nothing of now. */
const trustLookMs = 70_000

export interface RingCommandParts {
  ringOnce: RingOnce
  account: AccountInUse
  careful: CarefulRequests
  store: StateStore
  clock: Clock
  accountChanged: (problem: Finding | null) => void
  /** The press is over; told before its outcome is given back. */
  ended: (outcome: RingOutcome) => void
}

/**
 * A press, from the page, which can ask back, or from elsewhere, which is told a code. Draws it
 * into the state as it goes: `asking`, then the outcome and its ring window.
 */
export function createRingCommand(parts: RingCommandParts) {
  const { ringOnce, account, careful, store, clock, accountChanged, ended } = parts
  return async (payload: CommandPayload<'ring'>, by: 'page' | 'other'): Promise<RingOutcome> => {
    const asksBack = by === 'page' ? payload : {}
    const hindrance = account.hindrance()
    const current = account.current()
    if (hindrance || !current) return refusedHere(hindrance ?? { code: 'not-set-up', facts: {} })
    const { session } = store.get()
    if (!asksBack.duringCall && isOnACall(session, clock.now())) {
      return refusedHere({ code: 'on-a-call', facts: { status: session.status ?? '' } })
    }
    if (payload.password) {
      const key = { origin: current.server.origin, user: current.user }
      await careful.passwordTyped(key, payload.password)
    }
    const before = store.get().ring
    const outcome = await ringOnce({
      account: current,
      password: () => account.password('gesture', payload.password),
      again: asksBack.again,
      insist: payload.sendRefusedPassword,
      onAsking(press) {
        store.change({ ring: { ...idleRing, phase: 'asking', press } })
      },
    })
    // Signed out or in as somebody else meanwhile: their page shows nothing of this press.
    if (!isSameAccount(account.current(), current)) return outcome
    store.change({ ring: ringState(outcome, before, clock.now()) })
    accountChanged(outcome.code.startsWith('keychain-') ? findingOf(outcome) : null)
    ended(outcome)
    return outcome
  }
}

/** A refusal that never reached the dialer leaves the ring window of the press before as it is. */
function ringState(outcome: RingOutcome, before: RingState, now: number): RingState {
  const { kind, press, elapsedMs, reply, code, facts } = outcome
  const windowIsOpen = before.windowEndsAt !== null && before.windowEndsAt > now
  if (windowIsOpen && (press === null || press === before.press)) return before
  const opensWindow = kind !== 'refused' || code === 'already-ringing'
  const windowMs = code === 'already-ringing' ? (facts.secondsLeft ?? 0) * 1_000 : ringWindowMs
  return {
    phase: kind,
    press,
    finding: { code, facts },
    at: now,
    windowEndsAt: opensWindow ? now + windowMs : null,
    rang: null,
    elapsedMs,
    reply,
  }
}

function isOnACall({ status, lookedAt }: SessionState, now: number): boolean {
  return lookedAt !== null && now - lookedAt < trustLookMs && onACall.includes(status ?? '')
}

function refusedHere(finding: Finding): RingOutcome {
  return { kind: 'refused', ...finding, press: null, reply: null, elapsedMs: 0 }
}

function findingOf({ code, facts }: RingOutcome): Finding {
  return { code, facts }
}

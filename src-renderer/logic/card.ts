import type { AppState, Code, Finding, RingState } from '../../src-main/contract.ts'

/** What the explanation card is about; `silent` is the phone that did not ring after a `sent`. */
export type Card =
  | { about: 'finding'; finding: Finding; reply: string | null }
  | { about: 'silent'; reply: string | null }
  | { about: 'pause'; finding: Finding; reply: string | null }

/**
 * The one card of the ring view, or null. What the last press was answered goes first, then the
 * outcome of the last ring or pause, whichever is newer, then a lasting problem of the account.
 */
export function cardFor(state: AppState, answer: Finding | null): Card | null {
  const { ring, account } = state
  if (answer !== null && answer.code !== ring.finding?.code)
    return { about: 'finding', finding: answer, reply: null }
  const outcome = pauseCard(state) ?? outcomeCard(ring)
  if (outcome !== null) return outcome
  if (account.problem !== null && ring.phase === 'idle')
    return { about: 'finding', finding: account.problem, reply: null }
  return null
}

/** The account's problem when another card has its place, so that it is still told. */
export function problemBeside(state: AppState, card: Card | null): Finding | null {
  const { problem } = state.account
  if (problem === null) return null
  if (card && card.about !== 'silent' && card.finding.code === problem.code) return null
  return problem
}

function pauseCard({ pause, ring }: AppState): Card | null {
  const { phase, finding, reply, at } = pause
  if ((phase !== 'refused' && phase !== 'unsure') || !finding) return null
  if (ring.phase === 'asking' || (ring.at ?? 0) > (at ?? 0)) return null
  return isForThePageToAsk(finding.code) ? null : { about: 'pause', finding, reply }
}

function outcomeCard(ring: RingState): Card | null {
  switch (ring.phase) {
    case 'idle':
    case 'asking':
      return null
    case 'refused':
      if (ring.finding && isForThePageToAsk(ring.finding.code)) return null
      return ring.finding && { about: 'finding', finding: ring.finding, reply: ring.reply }
    case 'unsure':
      if (ring.rang === true) return null
      return ring.finding && { about: 'finding', finding: ring.finding, reply: ring.reply }
    case 'sent':
      return ring.rang === false ? { about: 'silent', reply: ring.reply } : null
  }
}

/** The page settles these with a question of its own; a card about them would say it twice. */
export function isForThePageToAsk(code: Code): boolean {
  return code === 'already-ringing' || code === 'password-needed' || code === 'on-a-call'
}

export type Way = 'typePassword' | 'askEachTime' | 'changeServer'

/** Whether the person may insist on sending what VICIdial refused, by a control of its own. */
export function maySendAgain(code: Code): boolean {
  return code === 'wrong-password' || code === 'account-locked'
}

/** What the page itself can do about a code on the ring view, the best way out first. */
export function waysFor(code: Code): readonly Way[] {
  switch (code) {
    case 'wrong-password':
      return ['typePassword']
    case 'password-characters':
    case 'user-characters':
    case 'signed-out':
      return ['typePassword']
    case 'keychain-unavailable':
    case 'keychain-locked':
    case 'keychain-timeout':
      return ['askEachTime']
    case 'http-not-allowed':
    case 'server-address-invalid':
    case 'not-set-up':
      return ['changeServer']
    default:
      return []
  }
}

import type { AppState, Finding } from '../contract.ts'
import type { Language } from '../words/index.ts'
import { isRinging, trouble } from './tray-picture.ts'

/** The state in one line, saying in words what the icon says by its shape. */
export function trayStatus(state: AppState, now: number, words: Language): string {
  const { account, ring, session } = state
  const says = words.tray.tooltip
  if (!account.signedIn) return account.server === null ? says.notSetUp : says.signedOut
  if (isRinging(ring, now)) return ring.phase === 'asking' ? says.asking : says.ringing
  const finding = trouble(state)
  if (finding) {
    const unsure = finding === ring.finding && ring.phase === 'unsure'
    return unsure ? says.unsure : says.problem(titleOf(finding, words))
  }
  switch (session.kind) {
    case 'loggedIn':
      return says.loggedIn(session.status)
    case 'loggedOut':
      return says.loggedOut
    case 'notAvailable':
      return says.notAvailable
    case 'unknown':
      return session.finding ? says.problem(titleOf(session.finding, words)) : says.unknown
  }
}

function titleOf({ code, facts }: Finding, words: Language): string {
  return words.explanations[code](facts).title
}

/** The status and, once it is a minute old, how old. */
export function trayTooltip(state: AppState, now: number, words: Language): string {
  const status = trayStatus(state, now, words)
  const { lookedAt } = state.session
  if (lookedAt === null || !state.account.signedIn) return status
  const minutesAgo = Math.floor((now - lookedAt) / 60_000)
  return minutesAgo < 1 ? status : `${status}\n${words.session.seen(minutesAgo)}`
}

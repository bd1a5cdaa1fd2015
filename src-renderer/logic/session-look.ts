import type { SessionState } from '../../src-main/contract.ts'
import { explain } from '../../src-main/words/index.ts'
import { words } from '../words.ts'

/** Each look of the dot differs in shape as well as in colour. */
export type DotLook = 'waiting' | 'paused' | 'onCall' | 'coming' | 'loggedIn' | 'out' | 'unknown'

const looks: Record<string, DotLook> = {
  READY: 'waiting',
  CLOSER: 'waiting',
  PAUSED: 'paused',
  INCALL: 'onCall',
  QUEUE: 'coming',
  MQUEUE: 'coming',
}

export function dotLook({ kind, status }: SessionState): DotLook {
  if (kind === 'loggedOut') return 'out'
  if (kind !== 'loggedIn') return 'unknown'
  if (status === null || !Object.hasOwn(looks, status)) return 'loggedIn'
  return looks[status] ?? 'loggedIn'
}

/** The session in two lines: how it stands, and what else is known about it. */
export function sessionLines(session: SessionState): { title: string; detail: string } {
  const { kind, status, sessionId, callsInQueue, finding } = session
  if (kind !== 'loggedIn') {
    const detail = kind === 'unknown' && finding ? explain(finding).title : null
    return { title: words.session.kinds[kind], detail: detail ?? words.session.kindHints[kind] }
  }
  const details = [
    sessionId === null ? null : words.session.sessionId(sessionId),
    callsInQueue === null ? null : words.session.callsInQueue(callsInQueue),
  ].filter((detail) => detail !== null)
  return {
    title: status === null ? words.session.kinds.loggedIn : words.session.status(status),
    detail: details.join(' · ') || words.session.kindHints.loggedIn,
  }
}

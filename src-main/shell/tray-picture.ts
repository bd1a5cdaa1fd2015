import type { AppState, Finding, RingState, SessionState } from '../contract.ts'

/** Each has a drawing of its own shape in `assets/source/tray`. */
export const trayPictures = [
  'signed-out',
  'logged-out',
  'paused',
  'ready',
  'in-call',
  'ringing',
  'problem',
  'unknown',
] as const
export type TrayPicture = (typeof trayPictures)[number]

/** The rarest look at a session is every six minutes; a status much older than that is not shown. */
const minuteMs = 60_000
const staleMs = 10 * minuteMs

/** The icon for this state at this time (ms since 1970). */
export function trayPicture(state: AppState, now: number): TrayPicture {
  if (!state.account.signedIn) return 'signed-out'
  if (isRinging(state.ring, now)) return 'ringing'
  return trouble(state) ? 'problem' : sessionPicture(state.session, now)
}

/** From the press until the person answered "Did your phone ring?" or the ring window ended. */
export function isRinging(ring: RingState, now: number): boolean {
  if (ring.phase === 'asking') return true
  return isCalling(ring) && ring.rang === null && now < (ring.windowEndsAt ?? 0)
}

/** What somebody should look into. A press that failed is news until VICIdial was asked again. */
export function trouble({ account, ring, session }: AppState): Finding | null {
  if (account.problem) return account.problem
  const failed = ring.phase === 'refused' || ring.phase === 'unsure'
  return failed && !isCalling(ring) && (ring.at ?? 0) > (session.lookedAt ?? 0)
    ? ring.finding
    : null
}

/** When the icon or tooltip next changes with nothing but time passing, ms since 1970. */
export function nextTrayChange({ ring, session }: AppState, now: number): number | null {
  const minuteOlder =
    session.lookedAt === null ? null : now + minuteMs - ((now - session.lookedAt) % minuteMs)
  // An earlier press' window may have ended long ago.
  const times = [minuteOlder, ring.windowEndsAt].filter((time) => time !== null && time > now)
  return times.length > 0 ? Math.min(...(times as number[])) : null
}

/** A press that another copy or the terminal forestalled is refused, and yet the phone rings. */
function isCalling({ phase, finding }: RingState): boolean {
  return phase === 'sent' || finding?.code === 'already-ringing'
}

function sessionPicture(session: SessionState, now: number): TrayPicture {
  if (session.lookedAt === null || now - session.lookedAt > staleMs) return 'unknown'
  if (session.kind === 'loggedOut') return 'logged-out'
  if (session.kind !== 'loggedIn') return 'unknown'
  switch (session.status) {
    case 'PAUSED':
      return 'paused'
    case 'INCALL':
    case 'QUEUE':
    case 'MQUEUE':
      return 'in-call'
    case 'READY':
    case 'CLOSER':
      return 'ready'
    default:
      return 'unknown'
  }
}

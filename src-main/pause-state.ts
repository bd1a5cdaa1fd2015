import type { PauseState, PauseWish, SessionState } from './contract.ts'

export const idlePause: PauseState = {
  offer: null,
  phase: 'idle',
  wish: null,
  finding: null,
  at: null,
  reply: null,
}

/** What is left of a pause, and what may be asked for next, once the session is known anew. */
export function pauseAfterLook(pause: PauseState, session: SessionState): PauseState {
  const left = isOver(pause, session) ? idlePause : pause
  return { ...left, offer: offerFor(left, session) }
}

/** A wish that VICIdial has still to act on can be taken back, so its opposite is offered. */
function offerFor(pause: PauseState, { kind, status }: SessionState): PauseWish | null {
  if (kind !== 'loggedIn') return null
  if (pause.phase === 'set' || pause.phase === 'asking') {
    return pause.wish === 'pause' ? 'resume' : 'pause'
  }
  return status === 'PAUSED' ? 'resume' : 'pause'
}

function isOver({ phase, wish, finding }: PauseState, { kind, status }: SessionState): boolean {
  if (phase === 'idle' || phase === 'asking') return false
  // A refusal is told until something else is known; a wish ends with the session it was for.
  if (kind === 'loggedOut') return phase !== 'refused'
  if (kind !== 'loggedIn') return false
  return finding?.code === 'agent-not-logged-in' || (status === 'PAUSED') === (wish === 'pause')
}

import type { CommandPayload, Facts, Result, RingState } from '../../src-main/contract.ts'

export type RingPayload = CommandPayload<'ring'>

/** What has to be settled with the person before their press may ring. */
export interface Question {
  code: 'already-ringing' | 'on-a-call' | 'password-needed'
  facts: Facts
  /** What the press carried: an answer adds to it, so earlier answers are not asked for twice. */
  payload: RingPayload
}

/**
 * The question a press raises before it is sent: the page knows of its own open ring window, and
 * asking first spares a person who types the password each time from typing it in vain.
 */
export function questionBefore(
  payload: RingPayload,
  ring: RingState,
  windowOpen: boolean,
): Question | null {
  if (!windowOpen || ring.press === null || payload.again !== undefined) return null
  return { code: 'already-ringing', facts: {}, payload: withoutPassword(payload) }
}

/** The question that the answer to a press raises, or null when it raises none. */
export function questionFrom(result: Result, payload: RingPayload): Question | null {
  if (result.ok) return null
  const { code, facts } = result
  if (code === 'already-ringing' || code === 'on-a-call' || code === 'password-needed')
    return { code, facts, payload: withoutPassword(payload) }
  return null
}

/** The press that follows when the person says yes, or types the password that was asked for. */
export function payloadAfterYes(
  question: Question,
  ring: RingState,
  password: string | null,
): RingPayload {
  switch (question.code) {
    case 'already-ringing':
      return ring.press === null ? question.payload : { ...question.payload, again: ring.press }
    case 'on-a-call':
      return { ...question.payload, duringCall: true }
    case 'password-needed':
      return password === null ? question.payload : { ...question.payload, password }
  }
}

/** A password is held by its field alone, so a question never keeps one. */
function withoutPassword(payload: RingPayload): RingPayload {
  const rest = { ...payload }
  delete rest.password
  return rest
}

import { unknownOutcomeCodes, type Code, type Facts } from '../contract.ts'
import type { Answer } from '../vicidial/answer.ts'

/** How one press ended. */
export interface RingOutcome {
  /** `unsure`: the request was written, and nobody can say whether VICIdial acted on it. */
  kind: 'sent' | 'refused' | 'unsure'
  code: Code
  facts: Facts
  /** The number of this press, or of the one that may still be ringing; null without either. */
  press: number | null
  reply: string | null
  elapsedMs: number
}

export function ringOutcome(
  answer: Answer<'sent'>,
  press: number | null,
  facts: Facts,
): RingOutcome {
  const { reply, elapsedMs } = answer
  if (answer.ok) return { kind: 'sent', code: 'sent', facts, press, reply, elapsedMs }
  const { code, written } = answer
  const unsure = written && (unknownOutcomeCodes as readonly Code[]).includes(code)
  const kind = unsure ? 'unsure' : 'refused'
  return { kind, code, facts: { ...facts, ...answer.facts }, press, reply, elapsedMs }
}

import { expect, test } from 'vitest'
import type { Result } from '../../../src-main/contract.ts'
import {
  payloadAfterYes,
  questionBefore,
  questionFrom,
} from '../../../src-renderer/logic/question.ts'
import { ring } from './states.ts'

const refused = (code: 'already-ringing' | 'on-a-call' | 'password-needed'): Result => ({
  ok: false,
  code,
  facts: {},
})
const ringing = ring({ phase: 'sent', press: 7 })

test('an accepted press asks nothing', () => {
  expect(questionFrom({ ok: true }, {})).toBeNull()
})

test('a refusal that an answer cannot change asks nothing', () => {
  expect(questionFrom({ ok: false, code: 'wrong-password', facts: {} }, {})).toBeNull()
})

test('"ring again" names the press whose window it cuts short', () => {
  const question = questionFrom(refused('already-ringing'), {})
  expect(question && payloadAfterYes(question, ringing, null)).toEqual({ again: 7 })
})

test('ringing during a call is said in so many words', () => {
  const question = questionFrom(refused('on-a-call'), {})
  expect(question && payloadAfterYes(question, ringing, null)).toEqual({ duringCall: true })
})

test('earlier answers are not asked for a second time', () => {
  const first = questionFrom(refused('already-ringing'), {})
  const again = first ? payloadAfterYes(first, ringing, null) : {}
  const second = questionFrom(refused('on-a-call'), again)
  const during = second ? payloadAfterYes(second, ringing, null) : {}
  const third = questionFrom(refused('password-needed'), during)
  expect(third && payloadAfterYes(third, ringing, 'typed')).toEqual({
    again: 7,
    duringCall: true,
    password: 'typed',
  })
})

test('a question keeps no password, whatever the press carried', () => {
  const question = questionFrom(refused('already-ringing'), { password: 'marked-secret' })
  expect(JSON.stringify(question)).not.toContain('marked-secret')
})

test('a press in an open ring window is questioned before it is sent', () => {
  expect(questionBefore({}, ringing, true)?.code).toBe('already-ringing')
})

test('a press is not questioned beforehand without a window, or once "ring again" was said', () => {
  expect(questionBefore({}, ringing, false)).toBeNull()
  expect(questionBefore({ again: 7 }, ringing, true)).toBeNull()
})

test('a window whose press is not known is left to the answer of the press', () => {
  expect(questionBefore({}, { ...ringing, press: null }, true)).toBeNull()
})

import { expect, test } from 'vitest'
import { codes } from '../../../src-main/contract.ts'
import type { Finding } from '../../../src-main/contract.ts'
import { cardFor, maySendAgain, problemBeside, waysFor } from '../../../src-renderer/logic/card.ts'
import { state } from './states.ts'

const wrongPassword: Finding = { code: 'wrong-password', facts: { refusals: 2 } }
const timedOut: Finding = { code: 'reply-timeout', facts: {} }
const keychain: Finding = { code: 'keychain-locked', facts: {} }

test('a quiet app shows no card', () => {
  expect(cardFor(state({}), null)).toBeNull()
})

test('a refusal shows its card with what VICIdial answered', () => {
  const refused = state({
    ring: { phase: 'refused', finding: wrongPassword, reply: 'ERROR: …' },
  })
  expect(cardFor(refused, null)).toEqual({
    about: 'finding',
    finding: wrongPassword,
    reply: 'ERROR: …',
  })
})

test('while VICIdial is being asked there is no old card', () => {
  expect(cardFor(state({ ring: { phase: 'asking', finding: wrongPassword } }), null)).toBeNull()
})

test('a ring that was sent shows no card until the person says it stayed silent', () => {
  const sent: Finding = { code: 'sent', facts: {} }
  expect(cardFor(state({ ring: { phase: 'sent', finding: sent } }), null)).toBeNull()
  expect(cardFor(state({ ring: { phase: 'sent', finding: sent, rang: true } }), null)).toBeNull()
  expect(cardFor(state({ ring: { phase: 'sent', finding: sent, rang: false } }), null)).toEqual({
    about: 'silent',
    reply: null,
  })
})

test('an unsure outcome is explained until the person says that it rang', () => {
  const unsure = { phase: 'unsure', finding: timedOut } as const
  expect(cardFor(state({ ring: unsure }), null)).toMatchObject({ finding: timedOut })
  expect(cardFor(state({ ring: { ...unsure, rang: true } }), null)).toBeNull()
  expect(cardFor(state({ ring: { ...unsure, rang: false } }), null)).toMatchObject({
    finding: timedOut,
  })
})

test('what the page asks about has no card besides', () => {
  for (const code of ['already-ringing', 'password-needed', 'on-a-call'] as const) {
    const refused = state({ ring: { phase: 'refused', finding: { code, facts: {} } } })
    expect(cardFor(refused, null)).toBeNull()
  }
})

test('the answer to the last press goes before an older outcome', () => {
  const card = cardFor(state({ ring: { phase: 'refused', finding: wrongPassword } }), keychain)
  expect(card).toMatchObject({ finding: keychain })
})

test('the outcome in the state is the fuller telling of the same answer', () => {
  const refused = state({ ring: { phase: 'refused', finding: wrongPassword, reply: 'ERROR' } })
  expect(cardFor(refused, { code: 'wrong-password', facts: {} })).toMatchObject({ reply: 'ERROR' })
})

test("the account's problem has the card when nothing else does, and is told beside it otherwise", () => {
  const alone = state({ account: { problem: keychain } })
  expect(cardFor(alone, null)).toMatchObject({ finding: keychain })
  expect(problemBeside(alone, cardFor(alone, null))).toBeNull()

  const both = state({
    account: { problem: keychain },
    ring: { phase: 'refused', finding: wrongPassword },
  })
  expect(cardFor(both, null)).toMatchObject({ finding: wrongPassword })
  expect(problemBeside(both, cardFor(both, null))).toEqual(keychain)
})

test('a refused password may be insisted on, and nothing else', () => {
  expect(codes.filter(maySendAgain)).toEqual(['wrong-password', 'account-locked'])
})

test('every trouble with the keychain offers to ask for the password each time', () => {
  const offering = codes.filter((code) => waysFor(code).includes('askEachTime'))
  expect(offering).toEqual(['keychain-unavailable', 'keychain-locked', 'keychain-timeout'])
})

test('a problem never takes the place of what became of a ring', () => {
  const sent = state({ account: { problem: keychain }, ring: { phase: 'sent', press: 1 } })
  expect(cardFor(sent, null)).toBeNull()
  expect(problemBeside(sent, null)).toEqual(keychain)
})

test('a refused pause shows its card until a newer ring has something to tell', () => {
  const pause = { phase: 'refused', wish: 'pause', finding: timedOut, at: 2, reply: null } as const
  const told = { about: 'pause', finding: timedOut, reply: null }
  const ring = { phase: 'refused', finding: wrongPassword } as const
  expect(cardFor(state({ pause }), null)).toEqual(told)
  expect(cardFor(state({ pause: { ...pause, phase: 'unsure' } }), null)).toEqual(told)
  expect(cardFor(state({ pause, ring: { ...ring, at: 1 } }), null)).toEqual(told)
  expect(cardFor(state({ pause, ring: { ...ring, at: 3 } }), null)).toMatchObject({
    finding: wrongPassword,
  })
  expect(cardFor(state({ pause, ring: { phase: 'asking' } }), null)).toBeNull()
})

test('a pause that VICIdial took, or that waits for a password, shows no card', () => {
  const finding: Finding = { code: 'password-needed', facts: {} }
  expect(cardFor(state({ pause: { phase: 'set', wish: 'pause', at: 2 } }), null)).toBeNull()
  expect(cardFor(state({ pause: { phase: 'refused', finding, at: 2 } }), null)).toBeNull()
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codes } from '../../../src-main/contract.ts'
import type { Facts } from '../../../src-main/contract.ts'
import { explain, silentPhone } from '../../../src-main/words/index.ts'
import type { Explanation } from '../../../src-main/words/index.ts'
import { fullFacts, vicidialFunctions } from './sample-facts.ts'
import { expectWellWritten, textsOf } from './style.ts'

// As VICIdial's admin pages print them.
const adminFields = [
  'Users → the user → Agent API Access = 1',
  'Users → the user → API Allowed Functions: add the function, or ALL_FUNCTIONS',
  'Admin → System Settings → Agent API Active = 1',
  'User Groups → the group → API IP Whitelist',
  'Users → the user → Selected Language = default English',
  'Phones → the phone → On-Hook Agent = N',
  'Users → the user → User Level 8 or higher and Modify Remote Agents = 1',
  'Users → the user → User Level 7 or higher and View Reports = 1',
  'Remote Agents → User ID Start',
  'Remote Agents → External Extension',
  'Remote Agents → Number of Lines',
  'Remote Agents → Status',
  'Remote Agents → Campaign',
]

const cards: [string, (facts: Facts) => Explanation][] = [
  ...codes.map((code): [string, (facts: Facts) => Explanation] => [
    code,
    (facts) => explain({ code, facts }),
  ]),
  ['a silent phone', silentPhone],
]

const usualFacts: Facts[] = [
  {},
  fullFacts,
  ...vicidialFunctions.map((vicidialFunction) => ({ ...fullFacts, vicidialFunction })),
  ...vicidialFunctions.map((vicidialFunction) => ({ vicidialFunction })),
]

describe.each(cards)('the explanation of %s', (_name, card) => {
  test('is well written, with every fact and with none', () => {
    for (const facts of usualFacts) {
      const explanation = card(facts)
      for (const text of textsOf(explanation)) expectWellWritten(text)
      expect(['you', 'supervisor', 'it']).toContain(explanation.who)
    }
  })

  test('is short enough to be read at a glance', () => {
    for (const facts of usualFacts) {
      const { title, happened, why, steps } = card(facts)
      expect(title.length, title).toBeLessThanOrEqual(40)
      expect(happened.length, happened).toBeLessThanOrEqual(140)
      expect(why.length, why).toBeLessThanOrEqual(200)
      expect(steps.length).toBeGreaterThanOrEqual(1)
      expect(steps.length).toBeLessThanOrEqual(4)
      for (const step of steps) expect(step.length, step).toBeLessThanOrEqual(140)
    }
  })

  test('names a field of VICIdial only by its own label, and only for those who can reach it', () => {
    for (const facts of usualFacts) {
      const { where, who } = card(facts)
      if (where === null) continue
      expect(adminFields).toContain(where)
      expect(['supervisor', 'it']).toContain(who)
    }
  })
})

test('every explanation stays whole whatever the facts are', () => {
  const text = fc.string({ unit: 'binary', maxLength: 120 })
  const number = fc.oneof(fc.integer(), fc.double({ noDefaultInfinity: true }))
  const facts = fc.record(
    {
      server: text,
      user: text,
      agent: text,
      secondsLeft: number,
      refusals: number,
      minutesLeft: number,
      droppedCharacters: text,
      newAddress: text,
      httpStatus: number,
      vicidialFunction: fc.oneof(text, fc.constantFrom('constructor', ...vicidialFunctions)),
      status: fc.oneof(text, fc.constantFrom('__proto__', 'toString', 'QUEUE')),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(facts, fc.constantFrom(...cards), (some, [, card]) => {
      for (const sentence of textsOf(card(some))) {
        expect(sentence).not.toMatch(/undefined|NaN|\[native code\]|\[object/)
        expect(sentence, 'a line break or hidden character').not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
        expect(sentence.length).toBeLessThan(280)
      }
    }),
    { seed: 20, numRuns: 1_500 },
  )
})

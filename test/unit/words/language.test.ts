import { expect, expectTypeOf, test } from 'vitest'
import type { Code } from '../../../src-main/contract.ts'
import { codes } from '../../../src-main/contract.ts'
import type { Explain } from '../../../src-main/words/explanation.ts'
import { explain, silentPhone, wordsFor } from '../../../src-main/words/index.ts'
import type { Language } from '../../../src-main/words/index.ts'

test('English is what a caller gets who names no language', () => {
  expect(wordsFor()).toBe(wordsFor('en'))
  expect(wordsFor().tag).toBe('en')
  const finding = { code: 'sent', facts: {} } as const
  expect(explain(finding)).toEqual(explain(finding, 'en'))
  expect(silentPhone({})).toEqual(silentPhone({}, 'en'))
})

test('there are words for every code of the contract, and for no other', () => {
  expect(Object.keys(wordsFor().explanations).sort()).toEqual([...codes].sort())
  expectTypeOf<Language['explanations']>().toEqualTypeOf<Record<Code, Explain>>()
})

test('a second language drops in with texts of its own', () => {
  const english = wordsFor()
  const other = {
    ...english,
    name: 'Deutsch',
    tag: 'de',
    card: { ...english.card, why: 'Warum' },
    page: { ...english.page, ring: { ...english.page.ring, didItRing: 'Hat es geklingelt?' } },
    session: { ...english.session, status: (status: string) => `Status ${status}` },
    tray: { ...english.tray, menu: { ...english.tray.menu, ring: 'Mein Telefon anrufen' } },
  } satisfies Language
  expect(other.page.ring.button).toBe(english.page.ring.button)
})

test('a language that lacks the words for a code does not compile', () => {
  const { sent, ...rest } = wordsFor().explanations
  expect(sent({}).title).not.toBe('')
  // @ts-expect-error the card for `sent` is missing
  const incomplete: Language = { ...wordsFor(), explanations: rest }
  expect(incomplete.explanations).not.toHaveProperty('sent')
})

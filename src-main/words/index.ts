import type { Facts, Finding } from '../contract.ts'
import { en } from './en/index.ts'
import type { Explanation } from './explanation.ts'
import type { Language } from './language.ts'

const languages = { en } satisfies Record<string, Language>

export type { Explanation } from './explanation.ts'
export type { Language } from './language.ts'
export type LanguageId = keyof typeof languages

/** Every word of a language, for the surfaces that draw many of them. */
export function wordsFor(language: LanguageId = 'en'): Language {
  return languages[language]
}

/** The card for a finding: what happened, why, what to do, who can help and in which field. */
export function explain(finding: Finding, language: LanguageId = 'en'): Explanation {
  return wordsFor(language).explanations[finding.code](finding.facts)
}

/** The card for "VICIdial queued the call, and the person says the phone did not ring". */
export function silentPhone(facts: Facts, language: LanguageId = 'en'): Explanation {
  return wordsFor(language).silentPhone(facts)
}

import { expect } from 'vitest'
import { codes } from '../../../src-main/contract.ts'
import type { Explanation } from '../../../src-main/words/index.ts'

const blame =
  /\b(wrong|incorrect|invalid|illegal|mistake|error|failed|fault|forgot|bad|oops|sorry|you (typed|entered|failed))\b/i

// Single words such as `sent` are English too; only a hyphen gives a code away.
const codeNames = new RegExp(codes.filter((code) => code.includes('-')).join('|'))

/** What holds for every text that a person reads. */
export function expectWellWritten(text: string): void {
  expect(text.trim(), 'an empty text').not.toBe('')
  expect(text, 'a value that was not there').not.toMatch(/undefined|NaN|null|\[object/)
  expect(text, 'two spaces').not.toMatch(/\S {2}/)
  expect(text, 'a space before a mark').not.toMatch(/\s[,;?)]|\(\s|\.\.|\s\.\s*$/)
  expect(text, 'an exclamation mark').not.toContain('!')
  expect(text, 'blame or jargon').not.toMatch(blame)
  expect(text, 'a raw code').not.toMatch(codeNames)
}

export function textsOf(explanation: Explanation): string[] {
  const { title, happened, why, steps, where } = explanation
  return [title, happened, why, ...steps, ...(where === null ? [] : [where])]
}

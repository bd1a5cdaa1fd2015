import { expect, test } from 'vitest'
import { bugReport } from '../../../src-main/shell/bug-report.ts'

test('a bug is told by its kind and place, never by its message', () => {
  const bug = Object.assign(new TypeError('bad value s3cret\n  s3cret again'), { code: 'EBAD' })
  const report = bugReport(bug)
  expect(report).toMatch(/^TypeError EBAD\n\s+at .*bug-report\.test\.ts/)
  expect(report).not.toContain('s3cret')
})

test('what was thrown and is no error is not printed', () => {
  expect(bugReport('s3cret')).toBe('not an error but string')
})

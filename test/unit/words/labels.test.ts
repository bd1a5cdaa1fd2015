import { describe, expect, test } from 'vitest'
import { agentStatuses } from '../../../src-main/contract.ts'
import { explain, wordsFor } from '../../../src-main/words/index.ts'
import { acceptedCharacters, droppedCharacters } from '../../../src-main/vicidial/characters.ts'
import { expectWellWritten } from './style.ts'

const words = wordsFor()

/** Every label of a group, those that take a value called with a plausible one. */
function labelsIn(group: unknown): string[] {
  if (typeof group === 'string') return [group]
  if (Array.isArray(group)) return group.flatMap(labelsIn)
  if (typeof group === 'object' && group !== null) return Object.values(group).flatMap(labelsIn)
  return []
}

const spoken = [
  ...agentStatuses.map((status) => words.session.status(status)),
  words.session.status('NEWSTATUS'),
  words.session.sessionId('8600051'),
  ...[0, 1, 5].map((count) => words.session.callsInQueue(count)),
  ...[0, 1, 7].map((count) => words.session.seen(count)),
  ...[0, 1, 30].map((count) => words.page.ring.windowLeft(count)),
  words.signInPage.server.found('2.14-81'),
  words.signInPage.http.agree('http://dialer.example.com'),
  words.signInPage.dropped.user('@'),
  words.signInPage.dropped.password('@ #'),
  ...[0, 1, 2, 9].map((count) => words.signInPage.sendAgain.question(count)),
  words.preferences.about.version('0.1.0'),
  words.tray.tooltip.loggedIn('PAUSED'),
  words.tray.tooltip.loggedIn(null),
  words.tray.tooltip.problem('The server did not answer'),
  words.tray.menu.ringing(12),
  words.tray.menu.account('1000'),
  ...labelsIn(words.notices.ringing()),
  ...labelsIn(words.notices.stillRunning()),
  ...labelsIn(words.notices.outcome(explain({ code: 'phone-entry-empty', facts: {} }))),
  words.terminal.version('0.1.0'),
  words.terminal.options.unknownCommand('rign'),
  words.terminal.options.unknownOption('--hots'),
  words.terminal.options.valueMissing('--user'),
  words.terminal.options.required('--user'),
  words.terminal.status.loggedIn('READY'),
  words.terminal.status.loggedIn(null),
  words.terminal.found('2.14-81'),
  words.terminal.signedIn('1000', 'https://dialer.example.com'),
  words.demo.dialerRunning('http://127.0.0.1:8080'),
  words.demo.account('1000', 'practice'),
  words.demo.signedIn('1000'),
  words.demo.screenshot('page.png'),
  words.demo.story.scene(1, 6, words.demo.story.scenes.ring),
  words.demo.story.answered('8600051'),
  ...words.demo.story.outcome(explain({ code: 'phone-entry-empty', facts: {} })),
  ...[0, 1, 2].map((count) => words.demo.story.callsSeen(count)),
  words.demo.story.notAsExpected('one call', 'none'),
  words.demo.story.finished(6),
  words.demo.story.unfinished(5, 6),
]

test('every label of every surface is well written', () => {
  // The usage text is a table: its columns need their spaces.
  const { usage, prompt, ...terminal } = words.terminal
  const labels = [
    ...labelsIn({ ...words, explanations: null, terminal }),
    ...labelsIn(prompt).map((text) => text.trim()),
    ...usage
      .split('\n')
      .flatMap((line) => line.trim().split(/ {2,}/))
      .filter((part) => part !== ''),
    ...spoken,
  ]
  expect(labels.length).toBeGreaterThan(150)
  for (const label of labels) expectWellWritten(label)
})

describe('a status of VICIdial', () => {
  test('is glossed for an agent, each in its own words', () => {
    const glosses = agentStatuses.map((status) => words.session.status(status))
    expect(new Set(glosses).size).toBe(agentStatuses.length)
    for (const gloss of glosses) expect(gloss).not.toMatch(/[A-Z]{3}/)
  })

  test('that nobody has seen before is shown as VICIdial prints it, without tricks', () => {
    expect(words.session.status('WRAPUP')).toBe('VICIdial calls it WRAPUP')
    expect(words.session.status('constructor')).toBe('VICIdial calls it constructor')
    expect(words.session.status('A\u202eB\nC')).toBe('VICIdial calls it A B C')
  })
})

describe('the press', () => {
  test('has the same name on the button and as the first line of the menu', () => {
    expect(words.page.ring.button).toBe('Ring my phone')
    expect(words.tray.menu.ring).toBe(words.page.ring.button)
    expect(Object.keys(words.tray.menu)[0]).toBe('ring')
  })

  test('asks before it rings again or into a call', () => {
    expect(words.page.again.question).toBe('Your phone may still be ringing. Ring again?')
    expect(words.page.duringCall.question).toBe('You are on a call. Ringing would disturb it.')
    expect(words.page.ring.didItRing).toBe('Did your phone ring?')
  })
})

describe('the tray tooltip', () => {
  test('fits what Windows shows, with the longest title of any explanation', () => {
    const labels = [
      ...labelsIn(words.tray.tooltip),
      words.tray.tooltip.loggedIn('MQUEUE'),
      words.tray.tooltip.loggedIn('A'.repeat(300)),
      words.tray.tooltip.problem('x'.repeat(40)),
    ]
    for (const label of labels) expect(label.length).toBeLessThanOrEqual(127)
  })
})

describe('the characters that VICIdial keeps', () => {
  test.each(['user', 'password'] as const)('are named as they are kept in a %s', (field) => {
    const hint = words.signInPage.dropped[field]('@')
    const listed = /digits(?:,| and) (.*?)(?: are kept\.)?$/.exec(hint)?.[1] ?? ''
    const signs = listed.split(/ and | /)
    expect(droppedCharacters(signs.join(''), field)).toBe('')
    const keptSigns = acceptedCharacters[field].replace(/A-Z|a-z|0-9/g, '')
    expect(signs.sort()).toEqual([...keptSigns].sort())
  })

  test('are told while typing, with the dropped ones by name', () => {
    expect(words.signInPage.dropped.password('@ ')).toContain('drops @ and spaces,')
    expect(words.signInPage.dropped.password('\u200b')).toContain('characters that cannot be seen')
    expect(words.signInPage.dropped.user(',"§$%&()?ß')).toContain(
      'drops , " § $ % & ( ) and others',
    )
  })
})

test('a notice of a refusal says what happened and the first thing to do', () => {
  const explanation = explain({ code: 'agent-not-logged-in', facts: { agent: '1000' } })
  const notice = words.notices.outcome(explanation)
  expect(notice.title).toBe(explanation.title)
  expect(notice.body).toContain('agent 1000')
  expect(notice.body).toContain('Log in to the agent screen')
})

test('the usage text fits a terminal of eighty columns and names each command', () => {
  const { usage } = words.terminal
  for (const line of usage.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
  for (const command of ['ring', 'status', 'sign-in', 'sign-out', 'demo']) {
    expect(usage).toMatch(new RegExp(`^ {2}${command} {2,}`, 'm'))
  }
})

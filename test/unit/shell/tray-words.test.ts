import { describe, expect, test } from 'vitest'
import { trayMenu } from '../../../src-main/shell/tray-menu.ts'
import { trayStatus, trayTooltip } from '../../../src-main/shell/tray-words.ts'
import { explain, wordsFor } from '../../../src-main/words/index.ts'
import { state } from '../page/states.ts'

const now = Date.UTC(2026, 8, 1, 8)
const minutes = 60_000
const words = wordsFor()
const says = words.tray.tooltip
const status = (change: Parameters<typeof state>[0]) => trayStatus(state(change), now, words)

describe('the tooltip says what the icon shows', () => {
  test('before and after a sign-in', () => {
    expect(status({ account: { signedIn: false, server: null } })).toBe(says.notSetUp)
    expect(status({ account: { signedIn: false } })).toBe(says.signedOut)
    expect(status({ session: { status: 'READY' } })).toBe(says.loggedIn('READY'))
    expect(status({ session: { kind: 'loggedOut' } })).toBe(says.loggedOut)
    expect(status({ session: { kind: 'notAvailable' } })).toBe(says.notAvailable)
    expect(status({ session: { kind: 'unknown' } })).toBe(says.unknown)
  })

  test('during and after a press', () => {
    expect(status({ ring: { phase: 'asking' } })).toBe(says.asking)
    expect(status({ ring: { phase: 'sent', windowEndsAt: now + 1 } })).toBe(says.ringing)
  })

  test('with the title of the card, where something went wrong', () => {
    const finding = { code: 'agent-not-logged-in', facts: {} } as const
    const told = says.problem(explain(finding).title)
    expect(status({ ring: { phase: 'refused', at: now, finding } })).toBe(told)
    expect(status({ account: { problem: finding } })).toBe(told)
    expect(status({ session: { kind: 'unknown', finding } })).toBe(told)
  })

  test('that a press may have arrived', () => {
    const finding = { code: 'reply-timeout', facts: {} } as const
    expect(status({ ring: { phase: 'unsure', at: now, finding } })).toBe(says.unsure)
  })

  test('and how old it is, from a minute on', () => {
    const tooltip = (lookedAt: number) => trayTooltip(state({ session: { lookedAt } }), now, words)
    expect(tooltip(now - minutes + 1)).toBe(says.loggedIn('PAUSED'))
    expect(tooltip(now - minutes)).toBe(`${says.loggedIn('PAUSED')}\n${words.session.seen(1)}`)
    expect(tooltip(now - 12 * minutes)).toBe(
      `${says.loggedIn('PAUSED')}\n${words.session.seen(12)}`,
    )
  })
})

describe('the menu', () => {
  const lines = (change: Parameters<typeof state>[0]) => trayMenu(state(change), now, words)

  test('begins with the main action and ends with quit', () => {
    expect(lines({})).toEqual([
      { kind: 'action', action: 'ring', label: words.tray.menu.ring },
      { kind: 'action', action: 'resume', label: words.tray.menu.resume },
      { kind: 'action', action: 'open', label: words.tray.menu.open },
      { kind: 'separator' },
      { kind: 'text', label: says.loggedIn('PAUSED') },
      { kind: 'separator' },
      { kind: 'action', action: 'quit', label: words.tray.menu.quit },
    ])
  })

  test('offers to sign in while nobody is', () => {
    expect(lines({ account: { signedIn: false } })[1]).toEqual({
      kind: 'action',
      action: 'open',
      label: words.tray.menu.signIn,
    })
  })

  test('offers to pause or to resume, and neither without a session', () => {
    const offered = (status: string) => lines({ session: { status } })[1]
    const pause = { kind: 'action', action: 'pause', label: words.tray.menu.pause }
    for (const status of ['READY', 'CLOSER', 'INCALL', 'QUEUE', 'MQUEUE', 'NEWSTATUS']) {
      expect(offered(status)).toEqual(pause)
    }
    expect(offered('PAUSED')).toMatchObject({ action: 'resume' })
    for (const kind of ['loggedOut', 'notAvailable', 'unknown'] as const) {
      expect(lines({ session: { kind } })[1]).toMatchObject({ action: 'open' })
    }
  })

  test('stays the same while only time passes', () => {
    const change = { session: { lookedAt: now - 5 * minutes } }
    expect(trayMenu(state(change), now + 3 * minutes, words)).toEqual(lines(change))
  })
})

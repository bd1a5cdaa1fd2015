import { describe, expect, test } from 'vitest'
import type { AppState } from '../../../src-main/contract.ts'
import { nextTrayChange, trayPicture } from '../../../src-main/shell/tray-picture.ts'
import { state } from '../page/states.ts'

const now = Date.UTC(2026, 8, 1, 8)
const seconds = 1_000
const minutes = 60_000
type Change = Parameters<typeof state>[0]

/** A session that was looked at just now. */
const session = (change: Change['session']): Change => ({
  session: { lookedAt: now - 2 * seconds, ...change },
})
const ready = session({ status: 'READY' })
const ringing = { phase: 'sent', at: now, windowEndsAt: now + 30 * seconds } as const
const refused = {
  phase: 'refused',
  at: now,
  finding: { code: 'agent-not-logged-in', facts: {} },
} as const
const problem = { code: 'keychain-locked', facts: {} } as const

const pictures: Record<string, [Change, string]> = {
  'nobody is signed in': [{ account: { signedIn: false } }, 'signed-out'],
  'nobody is signed in, whatever else is wrong': [
    { account: { signedIn: false, problem } },
    'signed-out',
  ],
  'the session was never looked at': [{}, 'unknown'],
  'the last look is long ago': [
    session({ status: 'READY', lookedAt: now - 11 * minutes }),
    'unknown',
  ],
  'logged out': [session({ kind: 'loggedOut', status: null }), 'logged-out'],
  'the status is not for this account': [session({ kind: 'notAvailable' }), 'unknown'],
  'the look failed': [session({ kind: 'unknown', status: null }), 'unknown'],
  READY: [ready, 'ready'],
  CLOSER: [session({ status: 'CLOSER' }), 'ready'],
  PAUSED: [session({ status: 'PAUSED' }), 'paused'],
  INCALL: [session({ status: 'INCALL' }), 'in-call'],
  QUEUE: [session({ status: 'QUEUE' }), 'in-call'],
  MQUEUE: [session({ status: 'MQUEUE' }), 'in-call'],
  'a status no version of VICIdial printed yet': [session({ status: 'NEWER' }), 'unknown'],
  'VICIdial is being asked': [{ ...ready, ring: { phase: 'asking' } }, 'ringing'],
  'the phone may be ringing': [{ ...ready, ring: ringing }, 'ringing'],
  'the phone rang': [{ ...ready, ring: { ...ringing, rang: true } }, 'ready'],
  'the ring window has ended': [{ ...ready, ring: { ...ringing, windowEndsAt: now } }, 'ready'],
  'the terminal has just rung': [
    {
      ...ready,
      ring: { ...ringing, phase: 'refused', finding: { code: 'already-ringing', facts: {} } },
    },
    'ringing',
  ],
  'the terminal has rung, a while ago': [
    { ...ready, ring: { ...refused, finding: { code: 'already-ringing', facts: {} } } },
    'ready',
  ],
  'a press was refused': [{ ...ready, ring: refused }, 'problem'],
  'it is not known whether a press arrived': [
    { ...ready, ring: { ...refused, phase: 'unsure', windowEndsAt: now + 30 * seconds } },
    'problem',
  ],
  'a press was refused, and VICIdial was asked again since': [
    { ...session({ status: 'READY', lookedAt: now + 1 }), ring: refused },
    'ready',
  ],
  'the account has a problem': [{ ...ready, account: { problem } }, 'problem'],
}

describe('the icon when', () => {
  for (const [name, [change, picture]] of Object.entries(pictures)) {
    test(name, () => {
      expect(trayPicture(state(change), now)).toBe(picture)
    })
  }
})

test('a retry that is under way does not blink over a session that is known', () => {
  const before = trayPicture(state(ready), now)
  expect(trayPicture(state({ ...ready, account: { waitingForKeyring: true } }), now)).toBe(before)
})

describe('time alone changes the icon or its tooltip', () => {
  const next = (change: Change) => nextTrayChange(state(change) satisfies AppState, now)

  test('when the ring window ends', () => {
    expect(next({ ring: ringing })).toBe(now + 30 * seconds)
  })

  test('each full minute since the last look', () => {
    expect(next(ready)).toBe(now + 58 * seconds)
    expect(next(session({ lookedAt: now - 5 * minutes }))).toBe(now + minutes)
  })

  test('at whichever comes first', () => {
    expect(next({ ...ready, ring: ringing })).toBe(now + 30 * seconds)
  })

  test('never at a time gone by, which would draw without end', () => {
    expect(next({ ring: { phase: 'asking', windowEndsAt: now - 1 } })).toBeNull()
    expect(next({})).toBeNull()
  })
})

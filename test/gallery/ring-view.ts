import { state } from '../unit/page/states.ts'
import type { Picture } from './picture.ts'
import { sent } from './samples.ts'

/** How the session is drawn. */
export const sessions: Picture[] = [
  {
    name: 'ring-ready',
    state: () => state({ session: { status: 'READY', callsInQueue: 3 } }),
    everyLook: true,
  },
  {
    name: 'ring-focused',
    state: () => state({}),
    steps: [{ press: 'Tab' }, { press: 'Tab' }, { press: 'Tab' }],
  },
  { name: 'ring-paused', state: () => state({}) },
  { name: 'ring-on-call', state: () => state({ session: { status: 'INCALL' } }) },
  { name: 'ring-coming', state: () => state({ session: { status: 'QUEUE' } }) },
  { name: 'ring-new-status', state: () => state({ session: { status: 'LAGGED' } }) },
  { name: 'ring-logged-out', state: () => state({ session: { kind: 'loggedOut' } }) },
  { name: 'ring-not-available', state: () => state({ session: { kind: 'notAvailable' } }) },
  {
    name: 'ring-unknown',
    state: () =>
      state({ session: { kind: 'unknown', finding: { code: 'connect-timeout', facts: {} } } }),
  },
  {
    name: 'ring-looking',
    state: () => state({ session: { kind: 'unknown' } }),
    answers: { lookAtSession: 'never' },
    steps: [{ click: 'Look again' }],
  },
]

/** Each phase of a ring, and the questions asked before one. */
export const rings: Picture[] = [
  { name: 'asking', state: () => state({ ring: { phase: 'asking', press: 4 } }) },
  {
    name: 'sent-window',
    state: (now) => state({ ring: sent(now, 21_500) }),
    everyLook: true,
  },
  { name: 'sent-window-over', state: (now) => state({ ring: sent(now, -500) }) },
  { name: 'sent-rang', state: (now) => state({ ring: { ...sent(now, 12_000), rang: true } }) },
  {
    name: 'sent-silent',
    focus: 'did not ring',
    state: (now) => state({ ring: { ...sent(now, 12_000), rang: false } }),
  },
  {
    name: 'unsure',
    state: (now) =>
      state({
        ring: {
          ...sent(now, 17_500),
          phase: 'unsure',
          finding: { code: 'reply-timeout', facts: { server: 'https://dialer.example.com' } },
        },
      }),
  },
  {
    name: 'ask-again',
    focus: 'may still be ringing',
    state: (now) => state({ ring: sent(now, 17_500) }),
    steps: [{ click: 'Ring my phone' }],
  },
  {
    name: 'ask-during-call',
    focus: 'You are on a call',
    state: () => state({ session: { status: 'INCALL' } }),
    answers: { ring: { ok: false, code: 'on-a-call', facts: { status: 'INCALL' } } },
    steps: [{ click: 'Ring my phone' }],
  },
  {
    name: 'ask-password',
    state: () => state({ account: { keepPassword: 'ask', hasPassword: false } }),
    answers: { ring: { ok: false, code: 'password-needed', facts: {} } },
    steps: [{ click: 'Ring my phone' }],
  },
]

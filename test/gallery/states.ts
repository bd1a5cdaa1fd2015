import { state } from '../unit/page/states.ts'
import { cards } from './cards.ts'
import { firstRun } from './first-run.ts'
import { pauses } from './pauses.ts'
import type { Picture } from './picture.ts'
import { rings, sessions } from './ring-view.ts'

const marked = state({
  account: { unencrypted: true, server: 'http://127.0.0.1:8123' },
  about: { practiceDialer: true },
})

const rest: Picture[] = [
  { name: 'practice-unencrypted', state: () => marked },
  {
    name: 'preferences',
    focus: 'Preferences',
    state: () => state({}),
    steps: [{ click: 'Preferences' }],
    everyLook: true,
  },
  {
    name: 'preferences-asked-each-time',
    state: () => ({
      ...marked,
      account: { ...marked.account, agent: '6666', keepPassword: 'ask' },
      preferences: { trayClick: 'ring', startAtLogin: true },
    }),
    steps: [{ click: 'Preferences' }],
  },
  {
    name: 'preferences-sign-out',
    focus: 'Sign out',
    state: () => state({}),
    steps: [{ click: 'Preferences' }, { click: 'Sign out' }],
  },
  {
    name: 'preferences-not-saved',
    focus: 'not',
    state: () => state({}),
    answers: { setPreferences: { ok: false, code: 'settings-not-saved', facts: {} } },
    steps: [{ click: 'Preferences' }, { click: 'rings my phone at once' }],
  },
  {
    name: 'change-password',
    focus: 'Sign in with',
    state: () => state({}),
    steps: [{ click: 'Preferences' }, { click: 'Change user or password' }],
  },
]

/** Every state of the page worth looking at. */
export const pictures: readonly Picture[] = [
  ...firstRun,
  ...sessions,
  ...pauses,
  ...rings,
  ...cards,
  ...rest,
]

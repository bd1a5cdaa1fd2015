import type { AppState, CommandName, Result } from '../../src-main/contract.ts'
import { account, state } from '../unit/page/states.ts'

/** What a picture does after the page has drawn its state, by the words a person sees. */
export type Step =
  | { click: string }
  | { fill: string; with: string }
  | { reveal: string }
  | { press: string }
  /** Pressed and not let go: the key repeats. */
  | { hold: string }

export interface Picture {
  name: string
  /** The state at `now` (ms since 1970); null while the page has not been told one. */
  state: (now: number) => AppState | null
  /** The state pushed once a command was sent. */
  later?: (now: number) => AppState
  answers?: Partial<Record<CommandName, Result | 'never'>>
  steps?: readonly Step[]
  /** What the element that has the focus at the end says. */
  focus?: string
  /** The field that holds nothing any more, or is gone. */
  empty?: string
  /** Every command the page has sent by the end. */
  sends?: readonly (readonly [name: CommandName, payload: unknown])[]
  /** Also drawn at 200 %, without motion and in the system's own high contrast. */
  everyLook?: true
}

export const noServer = { server: null, apiVersion: null, user: null, agent: null, signedIn: false }
export const found = { user: null, agent: null, signedIn: false, hasPassword: false }
export const http = 'http://dialer.example.com'
export const typedServer: Step[] = [
  { fill: 'Server address', with: 'dialer.example.com' },
  { click: 'Find VICIdial' },
]
export const typedAccount: Step[] = [
  { fill: 'User', with: '1000' },
  { fill: 'Password', with: 'practice-1' },
  { click: 'Sign in' },
]

const firstRun: Picture[] = [
  { name: 'opening', state: () => null },
  {
    name: 'server',
    focus: 'Where is your VICIdial?',
    state: () => state({ account: noServer }),
    everyLook: true,
  },
  {
    name: 'server-looking',
    state: () => state({ account: noServer }),
    answers: { findServer: 'never' },
    steps: typedServer,
  },
  {
    name: 'server-not-found',
    focus: 'name was not found',
    state: () => state({ account: noServer }),
    answers: {
      findServer: {
        ok: false,
        code: 'name-not-found',
        facts: { server: 'https://dialer.example.com' },
      },
    },
    steps: typedServer,
  },
  {
    name: 'consent',
    focus: 'This address is not encrypted',
    state: () => state({ account: noServer }),
    answers: { findServer: { ok: false, code: 'http-not-allowed', facts: { server: http } } },
    steps: typedServer,
  },
  {
    name: 'consent-given',
    state: () => state({ account: noServer }),
    answers: { findServer: { ok: false, code: 'http-not-allowed', facts: { server: http } } },
    steps: [...typedServer, { click: `I accept this risk for ${http}` }],
  },
  {
    name: 'settings-unreadable',
    state: () =>
      state({ account: { ...noServer, problem: { code: 'settings-unreadable', facts: {} } } }),
  },
  {
    name: 'sign-in',
    focus: 'Sign in with',
    state: () => state({ account: found }),
    everyLook: true,
  },
  {
    name: 'sign-in-dropped',
    state: () => state({ account: found }),
    steps: [
      { fill: 'User', with: 'anna @work' },
      { fill: 'Password', with: 'secret!#1' },
      { click: 'Show password' },
    ],
  },
  {
    name: 'sign-in-other-agent',
    state: () => state({ account: { ...found, unencrypted: true, server: http } }),
    steps: [{ reveal: 'Agent' }, { click: 'Keep it in this computer’s keychain' }],
  },
  {
    name: 'signing-in',
    state: () => state({ account: found }),
    answers: { signIn: 'never' },
    steps: typedAccount,
  },
  {
    name: 'sign-in-wrong-password',
    focus: 'did not accept',
    state: () => state({ account: found }),
    answers: {
      signIn: { ok: false, code: 'wrong-password', facts: { refusals: 3, user: '1000' } },
    },
    steps: typedAccount,
  },
  {
    name: 'sign-in-keychain',
    state: () => state({ account: found }),
    answers: { signIn: { ok: false, code: 'keychain-unavailable', facts: {} } },
    steps: typedAccount,
  },
  {
    name: 'keyring-wait',
    state: () => state({ account: found }),
    later: () => state({ account: { ...found, waitingForKeyring: true } }),
    answers: { signIn: 'never' },
    steps: typedAccount,
    focus: 'Your computer asks for its keyring password',
  },
]

const sessions: Picture[] = [
  {
    name: 'ring-ready',
    state: () => state({ session: { status: 'READY', callsInQueue: 3 } }),
    everyLook: true,
  },
  { name: 'ring-focused', state: () => state({}), steps: [{ press: 'Tab' }, { press: 'Tab' }] },
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

export const sent = (now: number, left: number) =>
  ({
    phase: 'sent',
    press: 4,
    finding: { code: 'sent', facts: {} },
    at: now - 30_000 + left,
    windowEndsAt: now + left,
    elapsedMs: 240,
  }) as const

const rings: Picture[] = [
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

export const refused = (
  code: NonNullable<AppState['ring']['finding']>['code'],
  facts: NonNullable<AppState['ring']['finding']>['facts'],
  reply: string | null,
) => state({ ring: { phase: 'refused', press: 5, finding: { code, facts }, reply } })

const cards: Picture[] = [
  {
    name: 'refused-not-logged-in',
    state: () => ({
      ...refused(
        'agent-not-logged-in',
        { agent: '1000' },
        'ERROR: agent_user is not logged in - 1000',
      ),
      session: { ...state({}).session, kind: 'loggedOut', status: null, sessionId: null },
    }),
  },
  {
    name: 'refused-entry-empty',
    state: () =>
      refused(
        'phone-entry-empty',
        { agent: '1000' },
        'ERROR: call_agent error - entry is empty - 1000',
      ),
    steps: [{ reveal: 'VICIdial’s own words' }],
    everyLook: true,
  },
  {
    name: 'refused-wrong-password',
    state: () =>
      refused(
        'wrong-password',
        { user: '1000', refusals: 2 },
        'ERROR: Invalid Username/Password: |1000|(removed)|0|0|BAD|',
      ),
  },
  {
    name: 'refused-locked',
    focus: 'locked for a while',
    state: () => refused('account-locked', { user: '1000', minutesLeft: 12 }, null),
  },
  {
    name: 'refused-api-off',
    state: () => refused('api-access-off', { user: '1000' }, null),
  },
  {
    name: 'refused-keychain',
    state: () => state({ account: { problem: { code: 'keychain-locked', facts: {} } } }),
  },
  {
    name: 'refused-with-problem',
    state: () => ({
      ...refused('tls-untrusted', { server: 'https://dialer.example.com' }, null),
      account: account({ problem: { code: 'keychain-locked', facts: {} } }),
    }),
  },
]

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
export const pictures: readonly Picture[] = [...firstRun, ...sessions, ...rings, ...cards, ...rest]

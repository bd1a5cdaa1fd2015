import { state } from '../unit/page/states.ts'
import type { Picture } from './picture.ts'
import { found, http, noServer, refused, sent, typedAccount, typedServer } from './samples.ts'

const account = { user: '1000', agent: '1000', password: 'practice-1', keepPassword: 'keychain' }
const signedInOnce = ['signIn', account] as const
const ringing = (now: number) => state({ ring: sent(now, 17_500) })

/** What the page asks for on each way through it: pictures that are judged by what they send. */
export const journeys: readonly Picture[] = [
  {
    name: 'finds-the-server',
    state: () => state({ account: noServer }),
    steps: [{ fill: 'Server address', with: 'dialer.example.com' }, { press: 'Enter' }],
    sends: [['findServer', { address: 'dialer.example.com', allowHttp: false }]],
  },
  {
    name: 'goes-without-encryption-only-when-told',
    state: () => state({ account: noServer }),
    answers: { findServer: { ok: false, code: 'http-not-allowed', facts: { server: http } } },
    steps: [
      ...typedServer,
      { click: `I accept this risk for ${http}` },
      { click: 'Use it without encryption' },
    ],
    sends: [
      ['findServer', { address: 'dialer.example.com', allowHttp: false }],
      ['findServer', { address: http, allowHttp: true }],
    ],
  },
  {
    name: 'signs-in-and-forgets-the-password',
    state: () => state({ account: found }),
    steps: typedAccount,
    sends: [signedInOnce],
    empty: 'Password',
  },
  {
    name: 'sends-a-refused-password-again-only-by-its-own-button',
    state: () => state({ account: found }),
    answers: { signIn: { ok: false, code: 'wrong-password', facts: { refusals: 3 } } },
    steps: [
      ...typedAccount,
      { fill: 'Password', with: 'practice-1' },
      { press: 'Enter' },
      { fill: 'Password', with: 'practice-1' },
      { click: 'Send it again' },
    ],
    sends: [signedInOnce, signedInOnce, ['signIn', { ...account, sendRefusedPassword: true }]],
  },
  {
    name: 'asks-each-time-where-there-is-no-keychain',
    state: () => state({ account: found }),
    answers: { signIn: { ok: false, code: 'keychain-unavailable', facts: {} } },
    steps: [...typedAccount, { click: 'Ask me each time' }, ...typedAccount.slice(1)],
    sends: [signedInOnce, ['signIn', { ...account, keepPassword: 'ask' }]],
  },
  {
    name: 'signs-in-for-another-agent',
    state: () => state({ account: found }),
    steps: [{ reveal: 'Agent' }, { fill: 'Agent', with: '6666' }, ...typedAccount],
    sends: [['signIn', { ...account, agent: '6666' }]],
  },
  {
    name: 'rings',
    state: () => state({}),
    steps: [{ click: 'Ring my phone' }],
    sends: [['ring', {}]],
  },
  {
    name: 'rings-again-only-when-told',
    state: ringing,
    steps: [{ click: 'Ring my phone' }, { click: 'Ring again' }],
    sends: [['ring', { again: 4 }]],
  },
  {
    name: 'waits-when-told',
    state: ringing,
    steps: [{ click: 'Ring my phone' }, { click: 'Wait' }],
    focus: 'Ring My Phone',
    sends: [],
  },
  {
    name: 'asks-on-a-call',
    state: () => state({}),
    answers: { ring: { ok: false, code: 'on-a-call', facts: {} } },
    steps: [{ click: 'Ring my phone' }, { click: 'Ring all the same' }],
    sends: [
      ['ring', {}],
      ['ring', { duringCall: true }],
    ],
  },
  {
    name: 'asks-for-the-password-where-it-is-not-kept',
    state: () => state({ account: { keepPassword: 'ask' } }),
    answers: { ring: { ok: false, code: 'password-needed', facts: {} } },
    steps: [
      { click: 'Ring my phone' },
      { fill: 'Your VICIdial password', with: 'practice-1' },
      { press: 'Enter' },
    ],
    sends: [
      ['ring', {}],
      ['ring', { password: 'practice-1' }],
    ],
    empty: 'Your VICIdial password',
  },
  {
    name: 'insists-on-a-refused-password',
    state: () => refused('wrong-password', { refusals: 2 }, null),
    steps: [{ click: 'Send it again' }],
    sends: [['ring', { sendRefusedPassword: true }]],
  },
  {
    name: 'reads-out-why-it-did-not-ring',
    state: () => state({}),
    later: () => refused('agent-not-logged-in', { agent: '1000' }, null),
    answers: { ring: { ok: false, code: 'agent-not-logged-in', facts: { agent: '1000' } } },
    steps: [{ click: 'Ring my phone' }],
    focus: 'Not logged in to VICIdial yet',
    sends: [['ring', {}]],
  },
  {
    name: 'leads-from-a-refused-password-to-the-account',
    state: () => refused('wrong-password', { refusals: 2 }, null),
    steps: [{ click: 'Change user or password' }],
    focus: 'Sign in with your VICIdial user',
    sends: [],
  },
  {
    name: 'tells-that-it-rang',
    state: ringing,
    steps: [{ click: 'Yes' }],
    sends: [['answer', { press: 4, rang: true }]],
  },
  {
    name: 'tells-that-it-stayed-silent',
    state: (now) => state({ ring: sent(now, -500) }),
    steps: [{ click: 'No' }],
    sends: [['answer', { press: 4, rang: false }]],
  },
  {
    name: 'looks-at-the-session',
    state: () => state({}),
    steps: [{ click: 'Look again' }],
    sends: [['lookAtSession', {}]],
  },
  {
    name: 'pauses',
    state: () => state({ session: { status: 'READY' } }),
    steps: [{ click: 'Pause' }],
    sends: [['setPause', { paused: true }]],
  },
  {
    name: 'resumes-by-keyboard-and-once-for-a-held-key',
    state: () => state({}),
    steps: [{ press: 'Tab' }, { hold: 'Enter' }],
    focus: 'Resume',
    sends: [['setPause', { paused: false }]],
  },
  {
    name: 'asks-for-the-password-of-a-pause',
    state: () => state({ account: { keepPassword: 'ask' }, session: { status: 'READY' } }),
    answers: { setPause: { ok: false, code: 'password-needed', facts: {} } },
    steps: [
      { click: 'Pause' },
      { fill: 'Your VICIdial password', with: 'practice-1' },
      { press: 'Enter' },
    ],
    sends: [
      ['setPause', { paused: true }],
      ['setPause', { paused: true, password: 'practice-1' }],
    ],
    empty: 'Your VICIdial password',
  },
  {
    name: 'stops-waiting-for-the-keyring',
    state: () => state({ account: { waitingForKeyring: true } }),
    steps: [{ click: 'Cancel' }],
    sends: [['cancelKeychain', {}]],
  },
  {
    name: 'chooses-what-the-tray-does',
    state: () => state({}),
    steps: [{ click: 'Preferences' }, { click: 'rings my phone at once' }],
    sends: [['setPreferences', { trayClick: 'ring' }]],
  },
  {
    name: 'starts-with-the-computer',
    state: () => state({}),
    steps: [{ click: 'Preferences' }, { click: 'Start Ring My Phone when' }],
    sends: [['setPreferences', { startAtLogin: true }]],
  },
  {
    name: 'starts-with-the-computer-no-longer',
    state: () => state({ preferences: { startAtLogin: true } }),
    steps: [{ click: 'Preferences' }, { click: 'Start Ring My Phone when' }],
    sends: [['setPreferences', { startAtLogin: false }]],
  },
  {
    name: 'signs-out-only-after-asking',
    state: () => state({}),
    steps: [{ click: 'Preferences' }, { click: 'Sign out' }, { click: 'Sign out' }],
    sends: [['signOut', {}]],
  },
  {
    name: 'stays-signed-in-when-told',
    state: () => state({}),
    steps: [{ click: 'Preferences' }, { click: 'Sign out' }, { click: 'Cancel' }],
    focus: 'Sign out',
    sends: [],
  },
  {
    name: 'ignores-a-held-key',
    state: () => state({}),
    steps: [{ press: 'Tab' }, { press: 'Tab' }, { press: 'Tab' }, { hold: 'Enter' }],
    sends: [['ring', {}]],
  },
  {
    name: 'opens-links-by-id',
    state: () => state({}),
    steps: [{ click: 'Preferences' }, { click: 'About Ring My Phone' }],
    sends: [['openLink', { id: 'project' }]],
  },
]

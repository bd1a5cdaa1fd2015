import { state } from '../unit/page/states.ts'
import type { Picture } from './picture.ts'
import { found, http, noServer, typedAccount, typedServer } from './samples.ts'

/** From the first start to the sign-in. */
export const firstRun: Picture[] = [
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

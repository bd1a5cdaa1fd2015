import { account, state } from '../unit/page/states.ts'
import type { Picture } from './picture.ts'
import { refused } from './samples.ts'

/** Refusals and problems, explained. */
export const cards: Picture[] = [
  {
    name: 'refused-not-logged-in',
    state: () => ({
      ...refused(
        'agent-not-logged-in',
        { agent: '1000' },
        'ERROR: agent_user is not logged in - 1000',
      ),
      session: { ...state({}).session, kind: 'loggedOut', status: null, sessionId: null },
      pause: { ...state({}).pause, offer: null },
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

import type { AccountState, AppState, PauseState, RingState } from '../../../src-main/contract.ts'

/** A signed-in account, changed as a test needs it. */
export function account(change: Partial<AccountState>): AccountState {
  return {
    server: 'https://dialer.example.com',
    apiVersion: '2.14-81',
    user: '1000',
    agent: '1000',
    signedIn: true,
    hasPassword: true,
    keepPassword: 'keychain',
    unencrypted: false,
    waitingForKeyring: false,
    problem: null,
    ...change,
  }
}

/** A ring that was never pressed, changed as a test needs it. */
export function ring(change: Partial<RingState>): RingState {
  return {
    phase: 'idle',
    press: null,
    finding: null,
    at: null,
    windowEndsAt: null,
    rang: null,
    elapsedMs: null,
    reply: null,
    ...change,
  }
}

/** The state of a signed-in app, changed as a test needs it. */
export function state(change: {
  account?: Partial<AccountState>
  ring?: Partial<RingState>
  session?: Partial<AppState['session']>
  pause?: Partial<PauseState>
  preferences?: Partial<AppState['preferences']>
  about?: Partial<AppState['about']>
}): AppState {
  return {
    account: account(change.account ?? {}),
    session: {
      kind: 'loggedIn',
      status: 'PAUSED',
      sessionId: '8600051',
      callsInQueue: null,
      finding: null,
      lookedAt: null,
      ...change.session,
    },
    ring: ring(change.ring ?? {}),
    pause: {
      offer: change.account?.signedIn === false ? null : offerOf(change.session ?? {}),
      phase: 'idle',
      wish: null,
      finding: null,
      at: null,
      reply: null,
      ...change.pause,
    },
    preferences: { trayClick: 'open', startAtLogin: false, ...change.preferences },
    acceptedCharacters: { user: 'A-Za-z0-9_-', password: 'A-Za-z0-9.+/=_-' },
    about: { version: '0.1.0', platform: 'linux', practiceDialer: false, ...change.about },
  }
}

function offerOf({ kind = 'loggedIn', status = 'PAUSED' }: Partial<AppState['session']>) {
  if (kind !== 'loggedIn') return null
  return status === 'PAUSED' ? 'resume' : 'pause'
}

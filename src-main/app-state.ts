import type { AccountInUse } from './account/account-in-use.ts'
import type { AccountRecords } from './account/account-record.ts'
import { isLoopback, serverText } from './account/server-address.ts'
import type { Settings } from './account/settings.ts'
import type { FoundServer } from './account/sign-in.ts'
import type { AccountState, AppState, Finding, RingState } from './contract.ts'
import { idlePause } from './pause-state.ts'
import { unknownSession } from './ring/session-look.ts'
import { acceptedCharacters } from './vicidial/characters.ts'

/** Holds the one state that tray, page and terminal draw, and tells them of each change. */
export interface StateStore {
  get(): AppState
  change(part: Partial<AppState>): void
  /** Calls back after each change; returns the function that stops it. */
  subscribe(listener: (state: AppState) => void): () => void
}

export function createStateStore(first: AppState): StateStore {
  let state = first
  const listeners = new Set<(state: AppState) => void>()
  return {
    get: () => state,
    change(part) {
      state = { ...state, ...part }
      for (const listener of [...listeners]) listener(state)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

export const idleRing: RingState = {
  phase: 'idle',
  press: null,
  finding: null,
  at: null,
  windowEndsAt: null,
  rang: null,
  elapsedMs: null,
  reply: null,
}

export interface AccountParts {
  account: AccountInUse
  settings: Settings
  records: AccountRecords
  found: FoundServer | null
  /** The last thing that kept the app from using the account, until it was used again. */
  lastProblem: Finding | null
  waitingForKeyring: boolean
}

/** The account as the page may see it: never a password, only whether one is kept. */
export function accountState(parts: AccountParts): AccountState {
  const { account, settings, records, found, lastProblem } = parts
  const current = account.current()
  const saved = settings.current.account
  // What was found is what a sign-in will use, also while another account is still signed in.
  const server = found?.server ?? current?.server ?? null
  const blocked = current && records.blocked({ origin: current.server.origin, user: current.user })
  const hindrance = current ? account.hindrance() : null
  return {
    server: server && serverText(server),
    apiVersion: found?.apiVersion ?? saved?.apiVersion ?? null,
    user: current?.user ?? null,
    agent: current?.agent ?? null,
    signedIn: current !== null,
    hasPassword: saved?.passwordSaved ?? false,
    keepPassword: saved?.keepPassword ?? 'keychain',
    unencrypted: server?.origin.startsWith('http:') ?? false,
    waitingForKeyring: parts.waitingForKeyring,
    problem: hindrance ?? blocked ?? lastProblem ?? settings.problem,
  }
}

export function firstState(
  parts: AccountParts,
  about: { version: string; platform: string },
): AppState {
  const account = accountState(parts)
  return {
    account,
    session: unknownSession,
    ring: idleRing,
    pause: idlePause,
    preferences: parts.settings.current.preferences,
    acceptedCharacters,
    about: { ...about, practiceDialer: talksToPracticeDialer(account) },
  }
}

/** A dialer on this very computer is the practice dialer: a real one needs a server of its own. */
export function talksToPracticeDialer(account: AccountState): boolean {
  return account.server !== null && isLoopback(new URL(account.server).origin)
}

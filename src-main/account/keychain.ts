import type { Clock } from '../clock.ts'
import {
  openKeychainLine,
  type KeychainLine,
  type LineAnswer,
  type HelperProcess,
  type Patience,
} from './keychain-line.ts'

export type { HelperProcess, Patience }

export interface KeychainAccount {
  /** Scheme, host and port; another origin never gets this one's password. */
  origin: string
  user: string
}

export type Found =
  | { kind: 'found'; password: string }
  | { kind: 'none' }
  /** Linux: a password was saved here once, and a locked keyring looks like an empty one. */
  | { kind: 'maybe-locked' }
  | { kind: 'unavailable' }
  | { kind: 'too-slow' }
  | { kind: 'cancelled' }

export type Kept =
  | { kind: 'done' }
  | { kind: 'locked' }
  | { kind: 'unavailable' }
  | { kind: 'too-slow' }
  | { kind: 'cancelled' }

export interface Keychain {
  /** `expected`: the settings say that a password was saved for this account. */
  find(account: KeychainAccount, how: { patience: Patience; expected: boolean }): Promise<Found>
  /** Tries once. After `too-slow` or `cancelled` it is not known whether it was saved. */
  save(account: KeychainAccount, password: string, how: { patience: Patience }): Promise<Kept>
  /** With `expected`, Linux' "there was none" reads as `locked`: the password may still be there. */
  forget(account: KeychainAccount, how: { patience: Patience; expected?: boolean }): Promise<Kept>
  /** Ends the request under way and those behind it, as `cancelled`. */
  cancel(): void
  /** Whether the computer probably asks for its keyring password: a gesture's request takes over 1.5 s. */
  waiting(): boolean
  /** Calls back with each change of `waiting`; returns the function that stops it. */
  onWaiting(listener: (waiting: boolean) => void): () => void
  /**
   * Cancels everything and ends the helper, which else keeps a plain Node process from ending for up to
   * a minute. What is asked later is `cancelled` too.
   */
  close(): void
}

export interface KeychainPorts {
  startHelper: () => HelperProcess
  clock: Clock
  platform: NodeJS.Platform
}

const service = 'ring-my-phone'

/** The person's own keychain, reached through a helper process (see keychain-helper.ts). */
export function createKeychain({ startHelper, clock, platform }: KeychainPorts): Keychain {
  const line = openKeychainLine(startHelper, clock)
  const hidesLocked = platform === 'linux'

  /** A helper that has served before may cling to a keyring that restarted; a new one is asked once more. */
  const ask: KeychainLine['ask'] = async (request, patience) => {
    const answer = await line.ask(request, patience)
    if (answer.kind !== 'reply' || answer.reply.ok || answer.newHelper) return answer
    return problemOf(answer.reply.error) === 'unavailable' ? line.ask(request, patience) : answer
  }

  return {
    async find(key, { patience, expected }) {
      const answer = await ask({ verb: 'find', ...named(key) }, patience)
      if (answer.kind !== 'reply') return answer
      if (!answer.reply.ok) {
        const problem = problemOf(answer.reply.error)
        return { kind: problem === 'locked' ? 'maybe-locked' : problem }
      }
      const password = answer.reply.value
      if (typeof password === 'string' && password !== '') return { kind: 'found', password }
      return { kind: hidesLocked && expected ? 'maybe-locked' : 'none' }
    },
    async save(key, password, { patience }) {
      return kept(await ask({ verb: 'save', ...named(key), password }, patience))
    },
    async forget(key, { patience, expected = false }) {
      const answer = await ask({ verb: 'forget', ...named(key) }, patience)
      const nothingThere =
        answer.kind === 'reply' && answer.reply.ok && answer.reply.value === false
      return nothingThere && hidesLocked && expected ? { kind: 'locked' } : kept(answer)
    },
    cancel: line.cancel,
    waiting: line.waiting,
    onWaiting: line.onWaiting,
    close: line.close,
  }
}

function named({ origin, user }: KeychainAccount): { service: string; account: string } {
  return { service, account: `${user}@${origin}` }
}

function kept(answer: LineAnswer): Kept {
  if (answer.kind !== 'reply') return answer
  return { kind: answer.reply.ok ? 'done' : problemOf(answer.reply.error) }
}

/**
 * What keytar's error texts mean; they are the system's own and go no further.
 * libsecret (measured): "Cannot create an item in a locked collection". Without a keyring, service or
 * D-Bus it has other words ("Object does not exist at path …", "… was not provided by any .service
 * files", "Cannot autolaunch D-Bus …", "Could not connect …"): then there is nothing to unlock.
 * macOS (from Apple's table, not measured): "User interaction is not allowed." for a locked keychain
 * that may not ask, "User canceled the operation.".
 */
function problemOf(text: string): 'locked' | 'cancelled' | 'unavailable' {
  if (/\blocked\b|interaction is not allowed/i.test(text)) return 'locked'
  if (/\bcancell?ed\b|dismissed/i.test(text)) return 'cancelled'
  return 'unavailable'
}

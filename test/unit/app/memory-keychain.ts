import type { Keychain, KeychainAccount } from '../../../src-main/account/keychain.ts'

/** A keychain that lives as long as the test; the real one has tests of its own. */
export interface MemoryKeychain extends Keychain {
  /** By `user@origin`. */
  kept: Map<string, string>
  /** How it meets every request. */
  mood: 'open' | 'locked' | 'unavailable' | 'too-slow' | 'cancelled'
  /** How often a password was asked for. */
  asked: number
  /** As if the computer began, or stopped, asking for the keyring's password. */
  setWaiting(now: boolean): void
}

export function memoryKeychain(): MemoryKeychain {
  const listeners = new Set<(waiting: boolean) => void>()
  let waiting = false
  const nameOf = ({ user, origin }: KeychainAccount) => `${user}@${origin}`
  const keychain: MemoryKeychain = {
    kept: new Map(),
    mood: 'open',
    asked: 0,
    find(account, { expected }) {
      keychain.asked += 1
      const { mood } = keychain
      if (mood === 'locked') return Promise.resolve({ kind: expected ? 'maybe-locked' : 'none' })
      if (mood !== 'open') return Promise.resolve({ kind: mood })
      const password = keychain.kept.get(nameOf(account))
      return Promise.resolve(
        password === undefined ? { kind: 'none' } : { kind: 'found', password },
      )
    },
    save(account, password) {
      if (keychain.mood !== 'open') return Promise.resolve({ kind: keychain.mood })
      keychain.kept.set(nameOf(account), password)
      return Promise.resolve({ kind: 'done' })
    },
    forget(account) {
      if (keychain.mood !== 'open') return Promise.resolve({ kind: keychain.mood })
      keychain.kept.delete(nameOf(account))
      return Promise.resolve({ kind: 'done' })
    },
    cancel() {
      keychain.setWaiting(false)
    },
    waiting: () => waiting,
    onWaiting(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setWaiting(now) {
      waiting = now
      for (const listener of listeners) listener(now)
    },
    close: () => undefined,
  }
  return keychain
}

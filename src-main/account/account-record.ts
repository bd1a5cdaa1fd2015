import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import type { Finding, Result, SignInCode } from '../contract.ts'
import { entriesFile, findEntry, readEntries, withEntry } from './account-entries.ts'
import type { AccountEntry, AccountKey } from './account-entries.ts'
import { inTurn } from './file-turn.ts'
import { keepAside, readJsonFile, replaceJsonFile } from './json-file.ts'
import { afterAcceptance, afterPasswordChange, afterRefusal } from './lock-out.ts'
import { blockOf, refusalsLately } from './lock-out.ts'

export type { AccountKey }

export interface AccountRecord {
  /** Failed sign-ins that VICIdial still counts; 0 once the last is older than the 15 minutes VICIdial remembers them. */
  refusals: number
  /** The last refused sign-in since one was accepted; `at` is ms since 1970. */
  refused: { code: SignInCode; at: number } | null
  /** What this server prints for ERROR in the user's language, once learned. */
  errorWord: string | null
}

/**
 * What is remembered of accounts between starts. Questions look at the disk each time, because tray
 * app and terminal both write. A change is on the disk when its promise resolves; where the disk
 * takes no more it answers `settings-not-saved`, and this process remembers it all the same.
 */
export interface AccountRecords {
  read(key: AccountKey): AccountRecord
  /**
   * Why nothing may be sent for this account unless the person insists: `account-locked` with
   * `minutesLeft`, `wrong-password` with `refusals`. Other refusals block nothing.
   */
  blocked(key: AccountKey): Finding | null
  signInRefused(key: AccountKey, code: SignInCode): Promise<Result>
  signInAccepted(key: AccountKey): Promise<Result>
  /** Lifts the block of a refused password; VICIdial's count goes on, and a lock-out stays. */
  passwordChanged(key: AccountKey): Promise<Result>
  learnedErrorWord(key: AccountKey, word: string): Promise<Result>
}

type Change = (entry: AccountEntry) => AccountEntry

/** `accounts.json` in the folder. A damaged one counts as empty and becomes `.bak` at the next change. */
export function openAccountRecords(folder: string, clock: Clock): AccountRecords {
  const path = join(folder, 'accounts.json')
  let unsaved: AccountEntry[] = []

  function entries(): AccountEntry[] {
    return unsaved.reduce(withEntry, stored(path) ?? [])
  }

  async function write(key: AccountKey, change: Change): Promise<boolean> {
    const inTheWay = stored(path) === null && !keepAside(path)
    const now = entries()
    return (
      !inTheWay && replaceJsonFile(path, entriesFile(withEntry(now, change(findEntry(now, key)))))
    )
  }

  async function make(key: AccountKey, change: Change): Promise<Result> {
    const before = findEntry(entries(), key)
    if (change(before) === before) return { ok: true }
    if (await inTurn(path, () => write(key, change))) {
      unsaved = []
      return { ok: true }
    }
    unsaved = withEntry(unsaved, change(findEntry(entries(), key)))
    return { ok: false, code: 'settings-not-saved', facts: {} }
  }

  let queue: Promise<unknown> = Promise.resolve()
  function queued(key: AccountKey, change: Change): Promise<Result> {
    const making = queue.then(() => make(key, change))
    queue = making.catch(() => undefined)
    return making
  }

  return {
    read(key) {
      const entry = findEntry(entries(), key)
      const { refused, errorWord } = entry
      return { refusals: refusalsLately(entry, clock.now()), refused, errorWord }
    },
    blocked: (key) => blockOf(findEntry(entries(), key), clock.now()),
    signInRefused(key, code) {
      const now = clock.now()
      return queued(key, (entry) => afterRefusal(entry, code, now))
    },
    signInAccepted: (key) => queued(key, afterAcceptance),
    passwordChanged: (key) => queued(key, afterPasswordChange),
    learnedErrorWord: (key, word) =>
      queued(key, (entry) => (entry.errorWord === word ? entry : { ...entry, errorWord: word })),
  }
}

/** The entries on the disk; null where the file makes no sense. */
function stored(path: string): AccountEntry[] | null {
  const file = readJsonFile(path)
  if (file.kind === 'absent') return []
  return file.kind === 'read' ? readEntries(file.value) : null
}

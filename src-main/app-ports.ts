import type { GivenAccount } from './account/account-in-use.ts'
import type { Keychain } from './account/keychain.ts'
import type { Clock } from './clock.ts'
import type { AppState, CommandName, CommandPayload, Result, SessionState } from './contract.ts'
import type { AwayReason, Presence } from './ring/watch.ts'
import type { RingOutcome } from './ring/ring-outcome.ts'
import type { Look } from './ring/session-look.ts'
import type { Transport } from './vicidial/transport.ts'

/** Has the computer start the app at login, or no longer; `settings-not-saved` where it cannot. */
export type StartAtLogin = (on: boolean) => Promise<Result>

/** What the app needs from the machine it runs on; each entry (tray, terminal, tests) passes its own. */
export interface AppPorts {
  clock: Clock
  transport: Transport
  keychain: Keychain
  /** The one folder that tray app and terminal share. */
  folder: string
  /** An account a script named for this one start; nothing of it is kept. */
  given?: GivenAccount
  /** Where the session is to be watched; the terminal, which comes and goes, leaves it out. */
  watch?: { presence: Presence; random: () => number }
  /** The terminal, which no login starts, leaves it out. */
  startAtLogin?: StartAtLogin
  about: { version: string; platform: string }
  /** Opens a fixed address in the person's browser. */
  openAddress(address: string): void
  quit(): void
}

/**
 * Who pressed; `switch` is `--ring`, given to the app's own program. A page can ask back; the others
 * cannot and are answered with a code.
 */
export type PressedBy = 'page' | 'tray' | 'menu' | 'switch' | 'terminal'

export interface App {
  state(): AppState
  /** Calls back after each change; returns the function that stops it. */
  subscribe(listener: (state: AppState) => void): () => void
  /** Checks the payload against its schema first: a bad one is refused with `bad-message`. */
  command(name: CommandName, payload: unknown, by: PressedBy): Promise<Result>
  /** The `ring` command with all that is known of its outcome. */
  ring(payload: CommandPayload<'ring'>, by: PressedBy): Promise<RingOutcome>
  /** Asks VICIdial for the session once; a gesture may wait for the keychain to be unlocked. */
  lookAtSession(how: Look): Promise<SessionState>
  /** The computer falls asleep or is locked, or the opposite. */
  away(reason: AwayReason, gone: boolean): void
  /** The popup became visible or went away: opens a connection ahead, looks at the session. */
  popupShown(shown: boolean): void
  /** Ends timers, connections and the keychain helper. */
  close(): Promise<void>
}

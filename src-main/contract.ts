import * as v from 'valibot'
import type { Code } from './codes.ts'
import type { Facts } from './facts.ts'

/**
 * What the page may see and ask. Codes, and the JSON keys built from them, are a contract with
 * scripts: never rename one.
 */

export * from './codes.ts'

export type { Facts }

/** A code together with what its words need. */
export interface Finding {
  code: Code
  facts: Facts
}

/** The statuses VICIdial's `recording STATUS` was seen to print. */
export const agentStatuses = ['READY', 'QUEUE', 'INCALL', 'PAUSED', 'CLOSER', 'MQUEUE'] as const

export interface AccountState {
  /** `https://host[:port]` and, on sub-folder installations, the path. Null until a server was found. */
  server: string | null
  /** The agent API version the server named, such as `2.14-81`. */
  apiVersion: string | null
  user: string | null
  agent: string | null
  signedIn: boolean
  /** Whether the keychain holds this account's password, as far as we know. */
  hasPassword: boolean
  keepPassword: 'keychain' | 'ask'
  /** True while requests travel without encryption, with the person's leave. */
  unencrypted: boolean
  /** The computer probably shows its own question for the keyring's password. */
  waitingForKeyring: boolean
  /** Something about the account that keeps the app from working, told until it is put right. */
  problem: Finding | null
}

export interface SessionState {
  kind: 'loggedIn' | 'loggedOut' | 'notAvailable' | 'unknown'
  /** One of `agentStatuses`, or a newer status as the server printed it. */
  status: string | null
  sessionId: string | null
  callsInQueue: number | null
  /** Why the session is not known, where it is not. */
  finding: Finding | null
  /** When VICIdial was last asked, ms since 1970. */
  lookedAt: number | null
}

export interface RingState {
  phase: 'idle' | 'asking' | 'sent' | 'refused' | 'unsure'
  /** Counts this account's presses; an answer or "ring again" names the press it is about. */
  press: number | null
  finding: Finding | null
  /** When the outcome came, ms since 1970. */
  at: number | null
  /** Until when the phone may still be ringing, ms since 1970. */
  windowEndsAt: number | null
  /** The person's answer to "Did your phone ring?". */
  rang: boolean | null
  elapsedMs: number | null
  /** What VICIdial wrote, without secrets. */
  reply: string | null
}

export interface PauseState {
  /** What the tray and the page offer; null while the agent is not known to be logged in. */
  offer: PauseWish | null
  /** `set`: VICIdial took the wish. It acts on it after the current call. */
  phase: 'idle' | 'asking' | 'set' | 'refused' | 'unsure'
  /** What was asked for last, until the session shows it. */
  wish: PauseWish | null
  finding: Finding | null
  /** When the outcome came, ms since 1970. */
  at: number | null
  /** What VICIdial wrote, without secrets. */
  reply: string | null
}
export type PauseWish = 'pause' | 'resume'

export interface AppState {
  account: AccountState
  session: SessionState
  ring: RingState
  pause: PauseState
  preferences: Preferences
  /** What VICIdial keeps of a user and a password, as the inside of a regular expression's `[…]`. */
  acceptedCharacters: { user: string; password: string }
  about: { version: string; platform: string; practiceDialer: boolean }
}

const shortText = (most: number) => v.pipe(v.string(), v.maxLength(most))

export const preferencesSchema = v.strictObject({
  trayClick: v.picklist(['open', 'ring']),
  startAtLogin: v.boolean(),
})
export type Preferences = v.InferOutput<typeof preferencesSchema>

/** Every link the app can open, by id, so that no address ever comes from the page. */
export const linkIds = ['vicidial-agent-api', 'project'] as const

/** One verb each. The payload is checked against its schema before anything else looks at it. */
export const commandSchemas = {
  /** `again` names the press whose ring window the person wants to cut short. */
  ring: v.strictObject({
    again: v.optional(v.number()),
    duringCall: v.optional(v.literal(true)),
    sendRefusedPassword: v.optional(v.literal(true)),
    password: v.optional(shortText(100)),
  }),
  /** Into a break and back; VICIdial acts on it after the current call. */
  setPause: v.strictObject({ paused: v.boolean(), password: v.optional(shortText(100)) }),
  answer: v.strictObject({ press: v.number(), rang: v.boolean() }),
  lookAtSession: v.strictObject({}),
  findServer: v.strictObject({ address: shortText(500), allowHttp: v.boolean() }),
  signIn: v.strictObject({
    user: shortText(100),
    agent: shortText(100),
    password: shortText(100),
    keepPassword: v.picklist(['keychain', 'ask']),
    /** After a refusal of this very password: the person said "send it again". */
    sendRefusedPassword: v.optional(v.literal(true)),
  }),
  signOut: v.strictObject({}),
  /** Stops waiting for the computer's keyring to be unlocked. */
  cancelKeychain: v.strictObject({}),
  setPreferences: v.partial(preferencesSchema),
  openLink: v.strictObject({ id: v.picklist(linkIds) }),
  quit: v.strictObject({}),
} as const

export type CommandName = keyof typeof commandSchemas
export type CommandPayload<N extends CommandName> = v.InferOutput<(typeof commandSchemas)[N]>
export type Result = { ok: true } | ({ ok: false } & Finding)

/** What the preload puts on `window.ringMyPhone`. */
export interface PageBridge {
  command<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<Result>
  state(): Promise<AppState>
  /** Calls back with each new state; returns the function that stops it. */
  onState(listener: (state: AppState) => void): () => void
}

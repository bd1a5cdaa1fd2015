import type { Clock } from '../clock.ts'
import type { SessionState } from '../contract.ts'
import { nextLookMs } from './pace.ts'
import { maySoonBeOver } from './session-look.ts'

/** A look younger than this is not asked for again when the popup opens once more. */
const freshLookMs = 8_000
/** Person and network come back without a word from the system: only asking it tells. */
const recheckMs = 10_000

/** After a wake-up many agents would ask in the same moment: each waits up to this long. */
const spreadMs = 3_000

export type AwayReason = 'suspended' | 'locked'

export interface WatchPorts {
  clock: Clock
  /** From 0 up to 1. */
  random: () => number
  /** Looks once, read-only; draws the session into the state by itself. */
  look: (callsInQueue: boolean) => Promise<SessionState>
  presence: Presence
  /** Whether ring at login is on. */
  armed: () => boolean
  /** False while nobody is signed in, or a password would have to be asked for. */
  mayLook: () => boolean
}

/** What the computer knows of its person and its network. */
export interface Presence {
  /** How long nobody has touched the computer, ms. */
  idleMs: () => number
  /** False while the computer has no network at all. */
  online: () => boolean
}

/** Keeps looking at the session, at the pace of `pace.ts`, for as long as somebody can use it. */
export interface Watch {
  /** Somebody signed in, changed the password or pressed *Try again*: looks at once. */
  begin(): void
  /** An answer came although looking had ended: goes on. */
  worksAgain(): void
  /** Signed out, or a sign-in was refused: nothing more goes out until `begin`. */
  end(): void
  popupShown(shown: boolean): void
  /** VICIdial was asked to ring: the session may change any moment. */
  rang(): void
  /** The computer sleeps or its screen is locked; each reason counts by itself. */
  away(reason: AwayReason, gone: boolean): void
}

export function createWatch(ports: WatchPorts): Watch {
  const { clock, random } = ports
  const reasons = new Set<string>()
  let running = false
  let mayAsk = true
  let popupOpen = false
  let session: SessionState['kind'] = 'unknown'
  let failures = 0
  let freshStartAt = clock.now()
  let rangAt: number | null = null
  let looking = false
  let lookedAt = -Infinity
  /** Counts beginnings and ends, so that an answer knows whether it is still asked for. */
  let round = 0
  let cancel = () => {}

  function schedule(within?: number): void {
    cancel()
    if (!running || reasons.size > 0 || looking || !ports.mayLook()) return
    const now = clock.now()
    const wait = nextLookMs(
      {
        session,
        popupOpen,
        armed: ports.armed(),
        sinceFreshStart: now - freshStartAt,
        sinceRing: rangAt === null ? null : now - rangAt,
        failures,
        idle: ports.presence.idleMs(),
      },
      random,
    )
    if (wait === null && within === undefined) {
      cancel = clock.after(recheckMs, schedule)
      return
    }
    cancel = clock.after(Math.min(wait ?? Infinity, within ?? Infinity), () => {
      if (ports.presence.online()) void lookNow()
      else cancel = clock.after(recheckMs, () => schedule(0))
    })
  }

  async function lookNow(): Promise<void> {
    looking = true
    const asked = round
    const { kind, finding } = await ports.look(popupOpen)
    looking = false
    if (asked !== round) {
      schedule(0)
      return
    }
    lookedAt = clock.now()
    const failed = kind === 'unknown' && finding !== null
    // A refused sign-in, a locked keychain, a function the account may not use: asking on is useless
    // at best, and could lock the agent out.
    if (kind === 'notAvailable' || (failed && !maySoonBeOver(finding.code))) {
      running = false
      mayAsk = kind !== 'notAvailable'
      return
    }
    failures = failed ? failures + 1 : 0
    // A retry keeps what was known: the pace of a session does not change while the network is away.
    if (kind !== 'unknown') {
      if (session === 'loggedIn' && kind === 'loggedOut') freshStartAt = clock.now()
      session = kind
    }
    schedule()
  }

  function begin(): void {
    round += 1
    running = mayAsk = true
    failures = 0
    session = 'unknown'
    freshStartAt = clock.now()
    schedule(0)
  }

  return {
    begin,
    worksAgain() {
      if (!running && mayAsk) begin()
    },
    end() {
      round += 1
      running = false
      cancel()
    },
    popupShown(shown) {
      popupOpen = shown
      schedule(shown && clock.now() - lookedAt > freshLookMs ? 0 : undefined)
    },
    rang() {
      rangAt = clock.now()
      schedule()
    },
    away(reason, gone) {
      if (gone) {
        reasons.add(reason)
        cancel()
        return
      }
      if (!reasons.delete(reason) || reasons.size > 0) return
      freshStartAt = clock.now()
      failures = 0
      schedule(random() * spreadMs)
    },
  }
}

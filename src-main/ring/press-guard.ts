import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { openPressFiles, type PressFiles } from './press-files.ts'

/** How long a phone may ring after VICIdial was asked. */
export const ringWindowMs = 30_000
/** The dialer gets a moment's rest between two requests for the same agent. */
const restMs = 1_000
/** Connecting, one retry and the reply take less than this, so an older request is not under way. */
const longestRequestMs = 25_000

/** Whose phone rings: presses for one of these never overlap, whichever process makes them. */
export interface RingTarget {
  origin: string
  user: string
  agent: string
}

export interface Press {
  number: number
  /** Keeps the outcome; may be called again when more becomes known. */
  settle(state: 'sent' | 'refused' | 'unsure'): Promise<void>
}

export type Claim =
  | { kind: 'claimed'; press: Press }
  | { kind: 'already-ringing'; number: number; secondsLeft: number }
  /** The press could not be recorded, so nothing may be sent. */
  | { kind: 'not-recorded' }

/**
 * Lets one press through at a time, over all processes and restarts that share the folder. A press
 * that is still marked `asking` after a crash reads as `unsure`.
 */
export interface PressGuard {
  /** @param again the number of the press whose ring window the person wants to cut short. */
  claim(target: RingTarget, again?: number): Promise<Claim>
  /** The person said that their phone rang: the ring window of this press is over. */
  answered(target: RingTarget, number: number): Promise<void>
}

export function openPressGuard(folder: string, clock: Clock): PressGuard {
  const filesOf = (target: RingTarget) =>
    openPressFiles(join(folder, 'presses', nameOf(target)), clock)
  return {
    async claim(target, again) {
      try {
        return await claimIn(await filesOf(target), clock, again)
      } catch {
        // A full or read-only disk: a press nobody could remember is one that might ring twice.
        return { kind: 'not-recorded' }
      }
    },
    async answered(target, number) {
      try {
        const files = await filesOf(target)
        const last = await files.last()
        const wasSent = last?.state === 'sent' || last?.state === 'unsure'
        if (last?.number === number && wasSent) await files.write(number, 'answered')
      } catch {
        // The window then ends by itself, at most half a minute later.
      }
    },
  }
}

async function claimIn(files: PressFiles, clock: Clock, again?: number): Promise<Claim> {
  for (;;) {
    const last = await files.last()
    const age = last ? clock.now() - last.at : Infinity
    const mayRing = last && last.state !== 'refused' && last.state !== 'answered'
    if (mayRing && age < ringWindowMs) {
      const mayBeUnderWay = last.state === 'asking' && age < longestRequestMs
      if (last.number !== again || mayBeUnderWay) {
        const secondsLeft = Math.ceil((ringWindowMs - age) / 1_000)
        return { kind: 'already-ringing', number: last.number, secondsLeft }
      }
    }
    if (age < restMs) await rest(clock, restMs - age)
    const number = (last?.number ?? 0) + 1
    if (await files.take(number)) {
      return { kind: 'claimed', press: { number, settle: (state) => files.write(number, state) } }
    }
  }
}

/** A file name that says nothing of who the agent is. */
function nameOf({ origin, user, agent }: RingTarget): string {
  return createHash('sha256').update(`${origin}\n${user}\n${agent}`).digest('hex').slice(0, 24)
}

function rest(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve)
  })
}

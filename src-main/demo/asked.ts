import type { CleanParams, Params } from './cleaning.ts'
import { clean } from './cleaning.ts'
import type { Counts, ReceivedRequest } from './counts.ts'
import type { Say } from './languages.ts'
import { speak } from './languages.ts'
import { row } from './world.ts'
import type { User, World } from './world.ts'

/** A request at one of the doors, with all that an answer is made from. */
export interface Asked extends CleanParams {
  world: World
  counts: Counts
  received: ReceivedRequest
  /** ms since 1970. */
  now: number
  /** The address the request came from. */
  address: string
  /** The row of `user`, before any sign-in was checked. */
  account: User | undefined
  say: Say
}

export interface Arrival {
  params: Params
  address: string
  now: number
  received: ReceivedRequest
}

export function asked(world: World, counts: Counts, arrival: Arrival): Asked {
  const params = clean(arrival.params, world.system.nonLatin)
  const account = row(world.users, params.user)
  return {
    ...params,
    world,
    counts,
    account,
    received: arrival.received,
    now: arrival.now,
    address: arrival.address,
    say: speak(account?.language ?? 'default English'),
  }
}

/**
 * One line as VICIdial prints it: `WORD: text` and what follows. Word and text are translated,
 * `rest` (separator and fields) never is. `of` replaces `{}` in the text.
 */
export function line(
  { say }: Asked,
  word: 'SUCCESS' | 'ERROR' | 'NOTICE',
  text: string,
  rest: string,
  of = '',
): string {
  return `${say(word)}: ${say(text, of)}${rest}\n`
}

export function mayUse(account: User, functionName: string): boolean {
  const { allowedFunctions } = account
  return allowedFunctions === 'ALL_FUNCTIONS' || allowedFunctions.includes(functionName)
}

/** Seconds since 1970, as the server prints them. */
export function epoch(now: number): number {
  return Math.floor(now / 1000)
}

/** `2026-11-21 22:57:17`. The recorded server kept UTC. */
export function serverTime(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replace('T', ' ')
}

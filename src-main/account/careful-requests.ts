import { createHmac, randomBytes } from 'node:crypto'
import type { AccountKey, AccountRecords } from './account-record.ts'
import type { Finding, SignInCode } from '../contract.ts'
import { droppedCharacters } from '../vicidial/characters.ts'
import type { Answer, Refusal } from '../vicidial/answer.ts'

/**
 * The one way an account's password reaches the dialer, so that nobody is locked out by us: what
 * was refused is not sent again by itself, and until one sign-in was accepted requests go one at a
 * time, each seeing how the one before ended.
 */
export interface CarefulRequests {
  /**
   * @param insist the person asks for it although a sign-in was refused before.
   * @returns the answer, or without sending anything `wrong-password` or `account-locked`.
   */
  ask<A extends Answer<unknown>>(
    key: AccountKey,
    insist: boolean,
    send: () => Promise<A>,
  ): Promise<A | Refusal>
  /**
   * The person typed this password, to be used from now on: it has to be accepted first. The very
   * password that was refused last is no change, and stays unsent.
   */
  passwordTyped(key: AccountKey, password: string): Promise<void>
}

export function createCarefulRequests(records: AccountRecords): CarefulRequests {
  const accepted = new Set<string>()
  const turns = new Map<string, Promise<unknown>>()
  // Tells a refused password typed again from another one, without keeping either.
  const salt = randomBytes(32)
  const typed = new Map<string, string>()
  const refused = new Map<string, string | undefined>()

  async function askNow<A extends Answer<unknown>>(
    key: AccountKey,
    insist: boolean,
    send: () => Promise<A>,
  ): Promise<A | Refusal> {
    const blocked = insist ? null : records.blocked(key)
    if (blocked) return notSent(blocked)
    const answer = await send()
    // A record that cannot be written is kept in memory by `records`, and told when settings fail.
    if (answer.accepted === true) {
      accepted.add(idOf(key))
      refused.delete(idOf(key))
      await records.signInAccepted(key)
    } else if (answer.accepted === false) {
      accepted.delete(idOf(key))
      if (answer.code === 'wrong-password') refused.set(idOf(key), typed.get(idOf(key)))
      await records.signInRefused(key, answer.code as SignInCode)
      return { ...answer, facts: { ...answer.facts, ...records.blocked(key)?.facts } }
    }
    return answer
  }

  return {
    ask(key, insist, send) {
      const id = idOf(key)
      if (accepted.has(id)) return askNow(key, insist, send)
      const turn = (turns.get(id) ?? Promise.resolve()).then(() => askNow(key, insist, send))
      turns.set(
        id,
        turn.catch(() => undefined),
      )
      return turn
    },
    async passwordTyped(key, password) {
      // Never sent, so it cannot stand in for the one that was refused.
      if (droppedCharacters(password, 'password') !== '') return
      const id = idOf(key)
      const print = createHmac('sha256', salt).update(password).digest('hex')
      typed.set(id, print)
      if (refused.get(id) === print) return
      accepted.delete(id)
      await records.passwordChanged(key)
    },
  }
}

/** A refusal that the app gives by itself, without asking the dialer. */
export function notSent({ code, facts }: Finding): Refusal {
  return { ok: false, code, facts, accepted: null, written: false, reply: null, elapsedMs: 0 }
}

function idOf({ origin, user }: AccountKey): string {
  return `${user}@${origin}`
}

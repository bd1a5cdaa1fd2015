import { signInCodes, type Code, type Facts } from '../contract.ts'
import { hasTranslatedLine } from './agent-replies.ts'
import { droppedCharacters } from './characters.ts'
import type { DialerServer } from './dialer-server.ts'
import { redact, type Secret } from './redact.ts'
import { isHtml, readReply } from './reply.ts'
import type { Exchange } from './exchange.ts'

export interface Credentials {
  server: DialerServer
  user: string
  password: string
  /** The agent acted on; usually the same as `user`. */
  agent: string
}

export type Answer<T> =
  { ok: true; value: T; accepted: true; reply: string | null; elapsedMs: number } | Refusal

export interface Refusal {
  ok: false
  code: Code
  facts: Facts
  /** Whether VICIdial took the sign-in; null where nothing came that says so. */
  accepted: boolean | null
  /** Whether the server may have acted on the request. */
  written: boolean
  /** What the server wrote, redacted; null when nothing came. */
  reply: string | null
  elapsedMs: number
}

/** VICIdial looks at these after it has taken the user's name and password. */
const afterSignIn: readonly Code[] = [
  'agent-not-logged-in',
  'no-session-data',
  'phone-entry-empty',
  'bad-request',
  'no-user-found',
  'function-not-allowed',
  'api-access-off',
]

/** Reads an exchange into an answer; every text in it is redacted. */
export function answerTo<T>(
  exchange: Exchange,
  asked: Omit<Credentials, 'server'> & { vicidialFunction: string },
  find: (lines: readonly string[]) => T | null,
): Answer<T> {
  const { vicidialFunction } = asked
  if (!exchange.ok) {
    return { ...exchange, facts: { vicidialFunction }, accepted: null, reply: null }
  }
  const { elapsedMs } = exchange
  const reading = readReply(exchange.reply, asked, find)
  const reply = redact(exchange.reply.body, asked)
  if (reading.ok) return { ok: true, value: reading.value, accepted: true, reply, elapsedMs }
  const { code } = reading
  const facts = { ...withoutSecret(reading.facts, asked), vicidialFunction }
  return { ok: false, code, facts, accepted: wasAccepted(), written: true, reply, elapsedMs }

  function wasAccepted(): boolean | null {
    if (!exchange.ok) return null
    if (afterSignIn.includes(code)) return true
    if ((signInCodes as readonly Code[]).includes(code)) return false
    return isInOtherWords(exchange, code, asked) ? true : null
  }
}

/** An address that repeats the password, in any case of letters, is not told at all. */
function withoutSecret({ newAddress, ...facts }: Facts, asked: Secret): Facts {
  if (newAddress === undefined) return facts
  const lowerCase = { ...asked, password: asked.password.toLowerCase() }
  return redact(newAddress, lowerCase) === newAddress ? { ...facts, newAddress } : facts
}

/** Whether a function that ran answered in a language other than English. */
export function isInOtherWords(
  exchange: Exchange,
  code: Code,
  { user, agent }: { user: string; agent: string },
): boolean {
  return (
    code === 'unrecognised-reply' &&
    exchange.ok &&
    !isHtml(exchange.reply.body) &&
    hasTranslatedLine(exchange.reply.body, [agent, user])
  )
}

/** What VICIdial would silently drop can never match and could lock the account: it is not sent. */
export function unsendable({ user, agent, password }: Omit<Credentials, 'server'>): Refusal | null {
  // VICIdial counts an empty password as a failed sign-in, too.
  if (password === '') return notSent('password-needed', {})
  const fromPassword = droppedCharacters(password, 'password')
  if (fromPassword !== '')
    return notSent('password-characters', { droppedCharacters: fromPassword })
  const fromUser = droppedCharacters(user + agent, 'user')
  return fromUser === '' ? null : notSent('user-characters', { droppedCharacters: fromUser })
}

function notSent(code: Code, facts: Facts): Refusal {
  return { ok: false, code, facts, accepted: null, written: false, reply: null, elapsedMs: 0 }
}

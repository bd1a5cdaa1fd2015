import type { Code, Facts } from '../contract.ts'
import { readSignInRefusal } from './sign-in-refusal.ts'
import type { ServerReply } from './exchange.ts'

/** What a request asked for, as far as the reply repeats it. */
export interface Asked {
  user: string
  agent: string
  vicidialFunction: string
}

export type Reading<T> = { ok: true; value: T } | { ok: false; code: Code; facts: Facts }

/** Where the id behind the dash is empty, the line ends with the dash. */
const byWords: readonly (readonly [RegExp, Code])[] = [
  [/^ERROR: System API NOT ACTIVE/, 'system-api-off'],
  [/^ERROR: Invalid Source -/, 'invalid-source'],
  [/^ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION/, 'function-not-allowed'],
  // Before the next one: for an unknown alt_user the server prints both.
  [/^ERROR: no user found -/, 'no-user-found'],
  [/^ERROR: agent_user is not logged in -/, 'agent-not-logged-in'],
  [/^ERROR: call_agent error - no session data -/, 'no-session-data'],
  [/^ERROR: call_agent error - entry is empty -/, 'phone-entry-empty'],
  [/^ERROR: (?:call_agent|external_pause) not valid -/, 'bad-request'],
  [/^ERROR: NO FUNCTION SPECIFIED/, 'no-function'],
]

/**
 * Turns a server's answer into what `find` looks for or into one code, structure before words:
 * the web server's status, what was asked for, fields that stay the same in every language, then
 * VICIdial's English. PHP warnings, a byte-order mark and further lines around it do no harm.
 */
export function readReply<T>(
  reply: ServerReply,
  asked: Asked,
  find: (lines: readonly string[]) => T | null,
): Reading<T> {
  const refused = (code: Code, facts: Facts = {}): Reading<T> => ({ ok: false, code, facts })
  const { status, location } = reply
  if (status !== 200) {
    const newAddress = status >= 300 && status < 400 ? originOf(location) : undefined
    return refused(codeOfStatus(status), {
      httpStatus: status,
      ...(newAddress === undefined ? {} : { newAddress }),
    })
  }
  const lines = linesOf(reply.body)
  const found = find(lines)
  if (found !== null) return { ok: true, value: found }

  for (const line of lines) {
    const code = readSignInRefusal(line)
    if (code) return refused(code)
  }
  if (lines.some((line) => isPermissionRefusal(line, asked))) return refused('function-not-allowed')
  for (const [words, code] of byWords) {
    if (lines.some((line) => words.test(line))) return refused(code)
  }
  if (lines.length === 0) return refused('empty-reply')
  return refused(isHtml(reply.body) ? 'not-vicidial' : 'unrecognised-reply')
}

/**
 * The lines of a reply without byte-order marks and blank lines. PHP starts a warning with `<br />`,
 * which sticks to a line before it that has no end of its own.
 */
export function linesOf(body: string): string[] {
  return body
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)+|<br ?\/?>$/g, '').trim())
    .filter((line) => line !== '')
}

/** Whether this is a web page rather than VICIdial's plain lines; PHP's warnings hold only `<br>` and `<b>`. */
export function isHtml(body: string): boolean {
  return /<(?:!doctype|html|head|body|title|script|form|div|meta|p|h1)\b/i.test(body)
}

/** `…|user|function|group`: the user's allowed functions leave this one out; the words may be translated. */
function isPermissionRefusal(line: string, { user, vicidialFunction }: Asked): boolean {
  const fields = line.split('|')
  return (
    (fields.length === 3 || fields.length === 4) &&
    fields[1] === user &&
    fields[2] === vicidialFunction
  )
}

function codeOfStatus(status: number): Code {
  if (status >= 300 && status < 400) return 'redirected'
  if (status === 404 || status === 410) return 'not-found'
  if (status === 401 || status === 403) return 'forbidden'
  return status >= 500 ? 'server-error' : 'not-vicidial'
}

/** Only scheme and host: the rest of a redirect's address may repeat what was sent. */
function originOf(location: string | null): string | undefined {
  if (location === null || !URL.canParse(location)) return undefined
  const { origin, protocol } = new URL(location)
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined
}

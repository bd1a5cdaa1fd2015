import { linesOf } from './reply.ts'

/** What `version` prints, e.g. `VERSION: 2.14-81|BUILD: 240429-2220|DATE: …|EPOCH: 1795301837`. */
export interface AgentApiVersion {
  version: string
  /** The server's clock, ms since 1970. */
  serverTime: number
}

export function findVersion(lines: readonly string[]): AgentApiVersion | null {
  for (const line of lines) {
    const match =
      /^VERSION: ([\w.-]{1,40})\|BUILD: [^|]*\|DATE: [^|]*\|EPOCH: (\d{1,12})(?:\||$)/.exec(line)
    if (match?.[1] && match[2]) return { version: match[1], serverTime: Number(match[2]) * 1_000 }
  }
  return null
}

/** A live agent session; `status` is one of READY, QUEUE, INCALL, PAUSED, CLOSER, MQUEUE, or a newer one. */
export interface AgentSession {
  status: string
  sessionId: string
  dialerServer: string
}

/** The last three of the eight fields of `recording STATUS`; they stay the same in every language. */
export function findSession(lines: readonly string[]): AgentSession | null {
  for (const line of lines) {
    const fields = line.split('|')
    const [dialerServer, sessionId, status] = fields.slice(5)
    if (fields.length !== 8 || !dialerServer || !sessionId || !status) continue
    if (
      /^[\w.:-]{1,60}$/.test(dialerServer) &&
      /^\d{1,20}$/.test(sessionId) &&
      /^[A-Z0-9-]{1,20}$/.test(status)
    ) {
      return { status, sessionId, dialerServer }
    }
  }
  return null
}

export function findCallsInQueue(lines: readonly string[]): number | null {
  for (const line of lines) {
    const count = /^[^:|]{1,40}: calls_in_queue_count - (\d{1,6})$/.exec(line)?.[1]
    if (count !== undefined) return Number(count)
  }
  return null
}

/**
 * VICIdial's success line for call_agent; the id behind the dash is the agent's on the measured
 * server and the API user's in the tutorial, so it is not insisted on.
 */
export function findCallSent(lines: readonly string[]): 'sent' | null {
  return lines.some((line) => /^SUCCESS: call_agent function sent -(?: [\w-]{1,60})?$/.test(line))
    ? 'sent'
    : null
}

export type PauseValue = 'PAUSE' | 'RESUME'

/**
 * VICIdial's success line for external_pause, `… - VALUE|epoch|agent`. The last three fields stay
 * the same in every language; no refusal has three with a time in the middle, so the words before
 * them need not be known.
 */
export function findPauseSet(lines: readonly string[], value: PauseValue): PauseValue | null {
  const set = lines.some((line) => {
    const [, word, fields] = /^([^:|<>]{1,40}): [^|<>]* - ([\w|-]{1,90})$/.exec(line) ?? []
    if (word === undefined || fields === undefined) return false
    if (word.includes('ERROR') || phpWord.test(word)) return false
    const [echoed, epoch, agent, ...more] = fields.split('|')
    if (more.length > 0 || echoed !== value) return false
    return /^\d{9,12}$/.test(epoch ?? '') && /^[\w-]{1,60}$/.test(agent ?? '')
  })
  return set ? value : null
}

/** Looked for at the end, since anything may stand before it, such as `PHP` or a stray byte. */
const phpWord = /(?:warning|notice|deprecated|strict standards|(?:parse|unknown|fatal) error)$/i

/** A line of a server that speaks another language: a word, a text with no fields, our own id. */
function translatedLine(
  line: string,
  ids: readonly string[],
): { word: string; text: string } | null {
  const match = /^([^:|<>]{1,40}): ([^|<>]*) - ([\w-]{1,60})$/.exec(line)
  const [word, text, id] = match?.slice(1) ?? []
  if (word === undefined || text === undefined || id === undefined || !ids.includes(id)) return null
  // PHP's own messages have the same shape when the server prints them as plain text.
  if (phpWord.test(word)) return null
  return { word, text }
}

/** Whether a reply in unknown words was written by a function that ran, so after the sign-in. */
export function hasTranslatedLine(body: string, ids: readonly string[]): boolean {
  return linesOf(body).some((line) => translatedLine(line, ids) !== null)
}

/**
 * The translated success line of call_agent: its first word is not the server's word for ERROR.
 * With an empty `errorWord` there is none, since nothing tells it from a refusal.
 */
export function findTranslatedCallSent(
  lines: readonly string[],
  ids: readonly string[],
  errorWord: string,
): 'sent' | null {
  const sent = lines.some((line) => {
    const translated = translatedLine(line, ids)
    return (
      translated !== null &&
      // Not just equal: a stray byte before it must not turn a refusal into a success.
      !translated.word.includes(errorWord) &&
      !translated.word.includes('ERROR') &&
      /(?:^|\s)call_agent(?:\s|$)/.test(translated.text) &&
      // A refusal by call_agent has a second dash before its reason. Structure, so it also holds when
      // the account has been given another language since the word was learned.
      !translated.text.includes(' - ')
    )
  })
  return sent ? 'sent' : null
}

/** The server's word for ERROR, from its refusal of a `value` that is not CALL: `ERROR: … - VALUE|agent`. */
export function findErrorWord(
  lines: readonly string[],
  value: string,
  agent: string,
): string | null {
  for (const line of lines) {
    const ending = ` - ${value}|${agent}`
    const word = /^([^:|<>]{1,40}): /.exec(line)?.[1]
    if (word !== undefined && line.endsWith(ending)) return word
  }
  return null
}

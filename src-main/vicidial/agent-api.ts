import {
  findCallSent,
  findCallsInQueue,
  findErrorWord,
  findPauseSet,
  findSession,
  findTranslatedCallSent,
  findVersion,
  type AgentApiVersion,
  type AgentSession,
  type PauseValue,
} from './agent-replies.ts'
import { answerTo, isInOtherWords, unsendable, type Answer, type Credentials } from './answer.ts'
import type { DialerServer } from './dialer-server.ts'
import { redact } from './redact.ts'
import { linesOf } from './reply.ts'
import type { Exchange } from './exchange.ts'
import type { Transport } from './transport.ts'

/** VICIdial keeps 2 to 20 letters and digits of it and refuses anything else. */
const source = 'ringmyphone'
/** Any value but CALL is refused after the sign-in and rings nobody (measured). */
const probeValue = 'WORDPROBE'

/** `readAgain` is there when the reply may be a success in another language. */
export type RingAnswer = Answer<'sent'> & {
  readAgain?: (errorWord: string) => Answer<'sent'>
}

/**
 * The functions of VICIdial's agent API (`/agc/api.php`) that the app calls. Each sends one request
 * at most; values VICIdial would cut are refused here with `password-characters` or
 * `user-characters` and never sent.
 */
export interface AgentApi {
  /** Needs no account. */
  version(server: DialerServer): Promise<Answer<AgentApiVersion>>
  /** Asks VICIdial to ring the agent's phone. Not idempotent: three requests make three calls. */
  callAgent(credentials: Credentials): Promise<RingAnswer>
  /** `recording STATUS`: read-only, level 1 is enough. */
  session(credentials: Credentials): Promise<Answer<AgentSession>>
  /** `calls_in_queue_count DISPLAY`: how many callers wait for the agent. */
  callsInQueue(credentials: Credentials): Promise<Answer<number>>
  /**
   * `external_pause`: the agent screen acts on it as soon as no call is going on. It changes the
   * session, and a reply that says nothing leaves it open whether it did.
   */
  setPause(credentials: Credentials, value: PauseValue): Promise<Answer<PauseValue>>
  /** Learns the server's word for ERROR, without ringing anyone. */
  errorWord(credentials: Credentials): Promise<Answer<string>>
}

type Find<T> = (lines: readonly string[]) => T | null

export function createAgentApi(transport: Transport): AgentApi {
  function send(credentials: Credentials, vicidialFunction: string, value: string) {
    const { server, user, password, agent } = credentials
    return transport.post({
      server,
      door: 'agent',
      fields: {
        source,
        user,
        pass: password,
        agent_user: agent,
        function: vicidialFunction,
        value,
      },
    })
  }

  async function ask<T>(
    credentials: Credentials,
    vicidialFunction: string,
    value: string,
    find: Find<T>,
  ): Promise<Answer<T>> {
    const refusal = unsendable(credentials)
    if (refusal) return refusal
    const exchange = await send(credentials, vicidialFunction, value)
    return answerTo(exchange, { ...credentials, vicidialFunction }, find)
  }

  return {
    async version(server) {
      const fields = { function: 'version' }
      const exchange = await transport.post({ server, door: 'agent', fields })
      const nobody = { user: '', agent: '', password: '', vicidialFunction: 'version' }
      return answerTo(exchange, nobody, findVersion)
    },
    async callAgent(credentials) {
      const refusal = unsendable(credentials)
      if (refusal) return refusal
      const exchange = await send(credentials, 'call_agent', 'CALL')
      return readCall(exchange, credentials)
    },
    session: (credentials) => ask(credentials, 'recording', 'STATUS', findSession),
    callsInQueue: (credentials) =>
      ask(credentials, 'calls_in_queue_count', 'DISPLAY', findCallsInQueue),
    setPause: (credentials, value) =>
      ask(credentials, 'external_pause', value, (lines) => findPauseSet(lines, value)),
    errorWord: (credentials) =>
      ask(credentials, 'call_agent', probeValue, (lines) => {
        const word = findErrorWord(lines, probeValue, credentials.agent)
        // The word is kept on disk: never one that holds the password.
        return word !== null && redact(word, credentials) === word ? word : null
      }),
  }
}

function readCall(exchange: Exchange, credentials: Credentials): RingAnswer {
  const asked = { ...credentials, vicidialFunction: 'call_agent' }
  const answer = answerTo(exchange, asked, findCallSent)
  if (answer.ok || !exchange.ok || !isInOtherWords(exchange, answer.code, credentials))
    return answer
  return {
    ...answer,
    readAgain(errorWord) {
      const ids = [credentials.agent, credentials.user]
      const sent = findTranslatedCallSent(linesOf(exchange.reply.body), ids, errorWord)
      const { reply, elapsedMs } = answer
      return sent ? { ok: true, value: sent, accepted: true, reply, elapsedMs } : answer
    },
  }
}

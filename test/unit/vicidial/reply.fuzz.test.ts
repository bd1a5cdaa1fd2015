import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codes } from '../../../src-main/contract.ts'
import { createAgentApi, type RingAnswer } from '../../../src-main/vicidial/agent-api.ts'
import type { Answer } from '../../../src-main/vicidial/answer.ts'
import type { Transport } from '../../../src-main/vicidial/transport.ts'
import { givesAway, hasSuccessLine, hasTranslatedSuccess, textsIn } from './fuzz-oracle.ts'
import { fuzzed, type Fuzzed } from './fuzzed-replies.ts'

const numRuns = process.env['FUZZ'] === 'full' ? 20_000 : 2_000
const seed = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31))

const mustReach = [
  'callAgent ok',
  'session ok',
  'errorWord ok',
  'callsInQueue ok',
  'version ok',
  'translated sent',
  'translated refusal',
  'wrong-password',
  'agent-not-logged-in',
  'unrecognised-reply',
  'not-vicidial',
  'empty-reply',
  'redirected',
  'server-error',
  'connection-lost',
]

/** Answers with one exchange, whatever is asked; the real transport is tested by itself. */
function transportOf({ exchange }: Fuzzed): Transport {
  return {
    post: () => Promise.resolve(exchange),
    openAhead: () => Promise.resolve(),
    close() {},
  }
}

const server = { origin: 'https://dialer.example', folder: '' }

function ask(fuzz: Fuzzed): Promise<Answer<unknown> | RingAnswer> {
  const api = createAgentApi(transportOf(fuzz))
  const { user, agent, password } = fuzz
  if (fuzz.ask === 'version') return api.version(server)
  return api[fuzz.ask]({ server, user, agent, password })
}

function expectNoSecret(fuzz: Fuzzed, answer: Answer<unknown>): void {
  if (fuzz.ask === 'version') return
  const told = answer.ok
    ? [answer.reply, fuzz.ask === 'errorWord' ? answer.value : null]
    : [answer.code, answer.facts, answer.reply]
  for (const text of textsIn(told)) {
    if (givesAway(text, fuzz.password)) throw new Error(`gives the password away: ${text}`)
  }
}

test(`whatever ${numRuns} servers reply, nothing breaks, leaks or counts as a call by mistake (FUZZ_SEED=${seed})`, async () => {
  const seen = new Map<string, number>()
  const note = (outcome: string) => seen.set(outcome, (seen.get(outcome) ?? 0) + 1)

  await fc.assert(
    fc.asyncProperty(fuzzed, async (fuzz) => {
      const { exchange, errorWord } = fuzz
      const body = exchange.ok && exchange.reply.status === 200 ? exchange.reply.body : null
      const answer = await ask(fuzz)

      expectNoSecret(fuzz, answer)
      expect((answer.reply ?? '').length).toBeLessThanOrEqual(2_000)
      if (answer.ok) expect(body).not.toBeNull()
      else expect(codes).toContain(answer.code)
      if (!answer.ok) expect(answer.written).toBe(exchange.ok || exchange.written)
      note(answer.ok ? `${fuzz.ask} ok` : answer.code)

      if (fuzz.ask !== 'callAgent') return
      if (answer.ok) expect(hasSuccessLine(body ?? '')).toBe(true)
      if (!('readAgain' in answer) || !answer.readAgain) return
      const again = answer.readAgain(errorWord)
      expectNoSecret(fuzz, again)
      if (again.ok) expect(hasTranslatedSuccess(body ?? '', fuzz, errorWord)).toBe(true)
      note(again.ok ? 'translated sent' : 'translated refusal')
    }),
    { seed, numRuns },
  )

  console.log(`FUZZ_SEED=${seed}`, Object.fromEntries(seen))
  // Fuzz that never reaches a branch proves nothing about it.
  const unreached = mustReach.filter((outcome) => !seen.has(outcome))
  expect(unreached).toEqual([])
}, 300_000)

import fc from 'fast-check'
import { codes } from '../../../src-main/contract.ts'
import type { Exchange } from '../../../src-main/vicidial/exchange.ts'
import { mutation, mutated } from './fuzz-mutations.ts'
import { recordings } from './recordings.ts'

/** What the app can ask, and a reply that would please it; `{agent}` and the like are filled in. */
const pleasing = {
  version: 'VERSION: 2.14-81|BUILD: 240429-2220|DATE: x|EPOCH: 1795301837',
  callAgent: 'SUCCESS: call_agent function sent - {agent}',
  session: 'NOTICE: not recording - {agent}|||||10.0.0.5|8600051|READY',
  callsInQueue: 'SUCCESS: calls_in_queue_count - 3',
  errorWord: 'ОШИБКА: call_agent x - WORDPROBE|{agent}',
}
type Ask = keyof typeof pleasing

/** One thing a server might do to us. */
export interface Fuzzed {
  user: string
  agent: string
  password: string
  ask: Ask
  exchange: Exchange
  errorWord: string
}

const letters = 'ABCXYZabcxyz0189'
const text = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength })

/** The app's own constants, which a password may resemble without any harm. */
const ownWords = [...codes, 'call_agent', 'calls_in_queue_count', 'recording', 'version'].join(' ')

const account = fc
  .record({
    user: text(`${letters}-_`, 1, 12),
    otherAgent: fc.option(text(`${letters}-_`, 1, 12), { nil: null, freq: 1 }),
    password: text(`${letters}-.+/=_`, 5, 24),
  })
  .map(({ user, otherAgent, password }) => ({ user, agent: otherAgent ?? user, password }))
  .filter(
    ({ user, agent, password }) =>
      password !== user && password !== agent && !ownWords.includes(password),
  )
type Account = typeof account extends fc.Arbitrary<infer A> ? A : never

const hex = (letter: string) => letter.charCodeAt(0).toString(16)
const spellings: ((letter: string) => string)[] = [
  (letter) => letter,
  (letter) => encodeURIComponent(letter),
  (letter) => `%${hex(letter)}`,
  (letter) => `%${hex(letter).toUpperCase()}`,
  (letter) => `&#0${letter.charCodeAt(0)};`,
  (letter) => `&#x${hex(letter)};`,
  (letter) => letter.replace('/', '\\/'),
]

/** `{pass3}` is one spelling throughout, `{mixed3}` another one for each letter. */
function filled(template: string, ask: Ask, { user, agent, password }: Account): string {
  const spell = (from: number, step: number) =>
    [...password].map((letter, at) => spellings[(from + at * step) % 7]?.(letter)).join('')
  return template
    .replaceAll('{pleasing}', pleasing[ask])
    .replaceAll('{user}', user)
    .replaceAll('{agent}', agent)
    .replace(/\{pass(\d)\}/g, (_, from) => spell(Number(from), 0))
    .replace(/\{mixed(\d)\}/g, (_, from) => spell(Number(from), 1))
}

const secret = fc
  .tuple(fc.constantFrom('pass', 'mixed'), fc.integer({ min: 0, max: 6 }))
  .map(([kind, from]) => `{${kind}${from}}`)

const recorded = fc.constantFrom(...recordings).map(({ body, params }) =>
  body
    .replaceAll(params['pass'] || '\0', '{pass0}')
    .replaceAll(params['agent_user'] || '\0', '{agent}')
    .replaceAll(params['user'] || '\0', '{user}'),
)

/** Lines in the shape of a translated success. */
const worded = fc
  .record({
    word: fc.constantFrom('ÉXITO', 'ERROR', 'ОШИБКА', 'FALLO', 'Warning', 'SUCCESS', '\uFFFD'),
    text: fc.constantFrom(
      'call_agent function sent',
      'función call_agent enviada',
      'x call_agents x',
    ),
    id: fc.constantFrom('{agent}', '{agent}', '{user}', '', 'x', '{agent}x', '{agent}|x'),
  })
  .map((of) => `${of.word}: ${of.text} - ${of.id}`)

/** Lines that matter to some reader of replies. */
const line = fc.oneof(
  fc.constantFrom('{pleasing}', ...Object.values(pleasing)),
  worded,
  fc
    .record({
      secret,
      bits: fc.constantFrom('|0|1', '|0|0', '|1|0', '|1|1', '||', ''),
      state: fc.constantFrom('BAD', 'LOCK', 'GOOD', 'IPBLOCK', 'ERRAGENTS', 'NEW', 'constructor'),
      rest: fc.constantFrom('', "|0|api|SELECT where pass='{pass0}';"),
    })
    .map((of) => `X: |{user}|${of.secret}${of.bits}|${of.state}${of.rest}|`),
  secret.map((word) => `${word}: call_agent x - WORDPROBE|{agent}`),
  secret,
  fc.constantFrom(
    'X - CALL|{user}|call_agent|AGENTS',
    'X - {agent}|1|2026_7275551212|10.0.0.5|x|10.0.0.5|8600051|INCALL',
    '<br />\n<b>Warning</b>: x in <b>/srv/x.php</b> on line <b>3</b><br />',
    '\nWarning: x in /srv/x.php on line 3',
    '<!DOCTYPE html><html><body>',
    '\uFEFF',
  ),
)

const body = fc.oneof(
  { weight: 4, arbitrary: recorded },
  { weight: 3, arbitrary: fc.constant('{pleasing}\n') },
  { weight: 4, arbitrary: worded },
  { weight: 4, arbitrary: line.map((only) => `${only}\n`) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map(decoded) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
)

/** As the transport reads a body. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

const status = fc.oneof(
  { weight: 8, arbitrary: fc.constant(200) },
  { weight: 1, arbitrary: fc.constantFrom(204, 301, 302, 400, 401, 403, 404, 410, 500, 502, 599) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 999 }) },
)

const location = fc.oneof(
  fc.constant(null),
  fc.webUrl({ withQueryParameters: true }),
  fc.string(),
  secret.map((host) => `https://${host}.example/`),
  secret.map((name) => `http://${name}@dialer.example/?pass=${name}`),
  secret.map((scheme) => `${scheme}://dialer.example/`),
)

const failure: fc.Arbitrary<Exchange> = fc.record({
  ok: fc.constant(false as const),
  code: fc.constantFrom('connection-lost', 'reply-timeout', 'connection-refused'),
  written: fc.boolean(),
  elapsedMs: fc.constant(5),
})

export const fuzzed: fc.Arbitrary<Fuzzed> = fc
  .record({
    account,
    ask: fc.constantFrom('callAgent', 'callAgent', ...(Object.keys(pleasing) as Ask[])),
    errorWord: fc.oneof(
      fc.constantFrom('ERROR', 'ОШИБКА', 'FALLO', 'ÉXITO', ''),
      fc.string({ maxLength: 12 }),
    ),
    status,
    location,
    body,
    mutations: fc.array(mutation(fc.oneof(line, recorded)), { maxLength: 3 }),
    failure: fc.oneof(
      { weight: 19, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: failure },
    ),
  })
  .map(({ account, ask, errorWord, status, location, body, mutations, failure }) => {
    const fill = (template: string) => filled(template, ask, account)
    const reply = {
      status,
      location: location === null ? null : fill(location),
      body: mutations.reduce(
        (now, { piece, ...how }) => mutated(now, { ...how, piece: fill(piece) }),
        fill(body),
      ),
    }
    const answered: Exchange = { ok: true, reply, elapsedMs: 5 }
    return { ...account, ask, errorWord, exchange: failure ?? answered }
  })

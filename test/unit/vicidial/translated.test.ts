import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startPracticeDialer, type PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { playScenario, type ScenarioName } from '../../../src-main/demo/scenarios.ts'
import { createAgentApi, type AgentApi } from '../../../src-main/vicidial/agent-api.ts'
import type { Credentials } from '../../../src-main/vicidial/answer.ts'
import { httpReply } from './raw-server.ts'
import { underTest } from './under-test.ts'

const under = underTest()
const languages = [
  ['Spanish', 'ERROR'],
  ['Russian', 'ОШИБКА'],
] as const

let dialer: PracticeDialer
let api: AgentApi
let account: Credentials
beforeEach(async () => {
  dialer = await startPracticeDialer({ controlPort: null })
  api = createAgentApi(under.transport)
  account = accountAt(dialer.url)
})
afterEach(() => dialer.close())

const calls = () => dialer.counts.calls['1000'] ?? 0

describe.each(languages)('a server that speaks %s', (language, errorWord) => {
  function speak(scenario: ScenarioName = 'healthy') {
    playScenario(dialer, scenario)
    dialer.world.users['1000']!.language = language
  }

  test('rings, and its success is none until its word for ERROR is known', async () => {
    speak()
    const answer = await api.callAgent(account)
    expect(answer).toMatchObject({ ok: false, code: 'unrecognised-reply', accepted: true })
    expect(calls()).toBe(1)
    const learned = await api.errorWord(account)
    expect(learned).toMatchObject({ ok: true, value: errorWord })
    expect(calls()).toBe(1)
    expect('readAgain' in answer && answer.readAgain?.(errorWord)).toMatchObject({
      ok: true,
      value: 'sent',
      accepted: true,
      reply: answer.reply,
    })
    expect(dialer.counts.received).toHaveLength(2)
  })

  test.each(['logged-out', 'no-session-data', 'entry-empty'] as const)(
    'refuses while %s, and that is no success with its word for ERROR known',
    async (scenario) => {
      speak(scenario)
      const answer = await api.callAgent(account)
      expect(answer.ok).toBe(false)
      expect('readAgain' in answer && answer.readAgain?.(errorWord)).toMatchObject({ ok: false })
      expect(calls()).toBe(0)
    },
  )

  test.each(['no-session-data', 'entry-empty'] as const)(
    'refuses while %s, and that is no success with the ERROR of another language learned',
    async (scenario) => {
      speak(scenario)
      const answer = await api.callAgent(account)
      expect('readAgain' in answer && answer.readAgain?.('FEHLER')).toMatchObject({ ok: false })
    },
  )

  test('teaches its word for ERROR while nobody is logged in', async () => {
    speak('logged-out')
    expect(await api.errorWord(account)).toMatchObject({ ok: true, value: errorWord })
  })

  test.each([
    ['wrong-password', 'wrong-password', false],
    ['locked-out', 'account-locked', false],
    ['ip-blocked', 'ip-blocked', false],
    ['no-active-servers', 'no-active-servers', false],
    ['agent-limit', 'agent-limit', false],
    ['api-access-off', 'api-access-off', true],
    ['function-not-allowed', 'function-not-allowed', true],
  ] as const)('says %s by fields that have no language', async (scenario, code, accepted) => {
    speak(scenario)
    for (const ask of ['callAgent', 'errorWord'] as const) {
      const answer = await api[ask](account)
      expect(answer).toMatchObject({ ok: false, code, accepted })
      expect('readAgain' in answer).toBe(false)
      expect(answer.reply).not.toContain('1000pass')
    }
  })

  test('says who is logged in, and how many wait, by fields that have no language', async () => {
    speak()
    expect(await api.session(account)).toMatchObject({ ok: true, value: { status: 'READY' } })
    expect(await api.callsInQueue(account)).toMatchObject({ ok: true, value: 0 })
  })
})

describe('a reply in unknown words', () => {
  test.each([
    ['with fields', 'ÉXITO: función call_agent enviada - 1000|x'],
    ['about another agent', 'ÉXITO: función call_agent enviada - 1001'],
    ['about nobody', 'ÉXITO: función call_agent enviada'],
    ['about another function', 'ÉXITO: función external_pause enviada - 1000'],
    ['about a longer function', 'ÉXITO: función call_agent_all enviada - 1000'],
    ['with mark-up', 'ÉXITO: función <b>call_agent</b> enviada - 1000'],
    ['that is VICIdial’s own ERROR', 'ERROR: call_agent no enviada - 1000'],
    ['with a stray byte before ERROR', '\0ERROR: call_agent no enviada - 1000'],
    ['with a stray byte before the learned word', '\uFFFDFALLO: call_agent no - 1000'],
    ['with a stray byte before PHP’s', '\0Warning: call_agent in /srv/api.php - 1000'],
    ['that is the learned word', 'FALLO: call_agent no enviada - 1000'],
    ['in a web page', '<html><body>\nÉXITO: función call_agent enviada - 1000\n</body></html>'],
    ['from PHP: warning', 'Warning: call_agent in /srv/api.php on line - 1000'],
    ['from PHP: notice', 'Notice: call_agent in /srv/api.php on line - 1000'],
    ['from PHP: deprecated', 'Deprecated: call_agent in /srv/api.php on line - 1000'],
    ['from PHP: fatal error', 'Fatal error: call_agent in /srv/api.php on line - 1000'],
    ['from PHP: parse error', 'PHP Parse error:  call_agent in /srv/api.php on line - 1000'],
    ['from PHP: recoverable', 'Recoverable fatal error: call_agent in /srv/api.php - 1000'],
    ['from PHP: strict', 'Strict Standards: call_agent in /srv/api.php - 1000'],
    ['from PHP: unknown', 'Unknown error: call_agent in /srv/api.php - 1000'],
    ['from PHP: a stack', "#1 /srv/agc/api.php(3): call_agent('1000') - 1000"],
  ])('%s is never a success', async (_, line) => {
    const answer = await callAgainst(`${line}\n`)
    expect(answer).toMatchObject({ ok: false, written: true })
    if ('readAgain' in answer) {
      expect(answer.readAgain?.('FALLO')).toMatchObject({ ok: false })
    }
  })

  test('may stand among PHP’s warnings', async () => {
    const answer = await callAgainst(
      '\nWarning: x in /srv/agc/api.php on line 3\nÉXITO: función call_agent enviada - 1000\n',
    )
    expect(answer).toMatchObject({ ok: false, code: 'unrecognised-reply', accepted: true })
    expect('readAgain' in answer && answer.readAgain?.('ERROR')).toMatchObject({ ok: true })
  })

  test('may name the API user instead of the agent, as the tutorial prints it', async () => {
    const line = 'ÉXITO: función call_agent enviada - 6666\n'
    const answer = await callAgainst(line, { user: '6666' })
    expect('readAgain' in answer && answer.readAgain?.('ERROR')).toMatchObject({ ok: true })
  })

  test('is no success where nothing was learned', async () => {
    const answer = await callAgainst('ÉXITO: función call_agent enviada - 1000\n')
    expect('readAgain' in answer && answer.readAgain?.('')).toMatchObject({ ok: false })
  })

  test('with a status other than 200 is none of VICIdial’s', async () => {
    const answer = await callAgainst('ÉXITO: función call_agent enviada - 1000\n', {}, '403 No')
    expect(answer).toMatchObject({ ok: false, code: 'forbidden' })
    expect('readAgain' in answer).toBe(false)
  })

  test('that could be taken for a permission refusal needs user and function in their places', async () => {
    for (const [line, code] of [
      ['ERROR: auth SIN PERMISO - CALL|1000|call_agent|AGENTES', 'function-not-allowed'],
      ['ERROR: auth SIN PERMISO: |1000|call_agent|', 'function-not-allowed'],
      ['ERROR: auth SIN PERMISO - CALL|1001|call_agent|AGENTES', 'unrecognised-reply'],
      ['ERROR: auth SIN PERMISO - CALL|1000|recording|AGENTES', 'unrecognised-reply'],
    ]) {
      expect(await callAgainst(`${line}\n`)).toMatchObject({ ok: false, code })
    }
  })

  test.each(['constructor', 'toString', '__proto__', 'NEW', ''])(
    'a sign-in refused with the unknown state %j counts as a wrong password',
    async (state) => {
      const answer = await callAgainst(`NEIN: |1000|1000pass|0|1|${state}|\n`)
      expect(answer).toMatchObject({ ok: false, code: 'wrong-password', accepted: false })
    },
  )

  test.each(['constructor', 'toString', 'NEW'])(
    'fields with the word %j where the other API has its state are unread',
    async (state) => {
      const answer = await callAgainst(`NEIN: |1000|1000pass|${state}|\n`)
      expect(answer).toMatchObject({ ok: false, code: 'unrecognised-reply' })
    },
  )
})

test.each([
  ['one field too few', '1000||||10.0.0.5|8600051|PAUSED'],
  ['one field too many', '1000|||||10.0.0.5|8600051|PAUSED|x'],
  ['no dialer', '1000||||||8600051|PAUSED'],
  ['a session that is no number', '1000|||||10.0.0.5|abc|PAUSED'],
  ['no status', '1000|||||10.0.0.5|8600051|'],
  ['a status in small letters', '1000|||||10.0.0.5|8600051|paused'],
])('fields with %s are no session', async (_, fields) => {
  const server = await under.serve({ onRequest: () => httpReply(`AVISO: x - ${fields}\n`) })
  expect(await api.session(accountAt(server.at.origin))).toMatchObject({
    ok: false,
    code: 'unrecognised-reply',
  })
})

describe('the word for ERROR', () => {
  const teach = async (line: string) => {
    const server = await under.serve({ onRequest: () => httpReply(line) })
    return api.errorWord(accountAt(server.at.origin))
  }

  test.each([
    ['the value sent back in another case', 'ERROR: call_agent no - wordprobe|1000'],
    ['another agent', 'ERROR: call_agent no - WORDPROBE|1001'],
    ['no word', ': call_agent no - WORDPROBE|1000'],
    ['a page', '<p>ERROR: call_agent no - WORDPROBE|1000'],
  ])('is not learned from %s', async (_, line) => {
    expect(await teach(`${line}\n`)).toMatchObject({ ok: false })
  })

  test('is never the password', async () => {
    const answer = await teach('1000pass: call_agent no - WORDPROBE|1000\n')
    expect(answer).toMatchObject({ ok: false })
    expect(JSON.stringify(answer)).not.toContain('1000pass')
  })

  test('is asked for with a value that rings nobody', async () => {
    await api.errorWord(account)
    expect(calls()).toBe(0)
    expect(dialer.counts.received.map(({ params }) => params['value'])).toEqual(['WORDPROBE'])
  })
})

function accountAt(origin: string, own: Partial<Credentials> = {}): Credentials {
  const server = { origin, folder: '' }
  return { server, user: '1000', password: '1000pass', agent: '1000', ...own }
}

async function callAgainst(body: string, own: Partial<Credentials> = {}, status?: string) {
  const server = await under.serve({ onRequest: () => httpReply(body, {}, status) })
  return api.callAgent(accountAt(server.at.origin, own))
}

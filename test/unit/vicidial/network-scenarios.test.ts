import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startPracticeDialer, type PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import type { ScenarioOptions } from '../../../src-main/demo/scenario-options.ts'
import { playScenario, type ScenarioName } from '../../../src-main/demo/scenarios.ts'
import { createAgentApi, type AgentApi } from '../../../src-main/vicidial/agent-api.ts'
import type { Credentials } from '../../../src-main/vicidial/answer.ts'
import { httpReply } from './raw-server.ts'
import { underTest } from './under-test.ts'

const under = underTest()

let dialer: PracticeDialer
let api: AgentApi
let account: Credentials
beforeEach(async () => {
  dialer = await startPracticeDialer({ controlPort: null })
  api = createAgentApi(under.transport)
  account = accountAt(dialer.url)
})
afterEach(() => dialer.close())

const accountAt = (origin: string): Credentials => ({
  server: { origin, folder: '' },
  user: '1000',
  agent: '1000',
  password: '1000pass',
})
const calls = () => dialer.counts.calls['1000'] ?? 0

describe('one press while', () => {
  const cases: [ScenarioName, ScenarioOptions, { code: string; written: boolean }, number][] = [
    ['database-down', {}, { code: 'server-error', written: true }, 0],
    ['bad-gateway', {}, { code: 'server-error', written: true }, 0],
    ['moved', {}, { code: 'redirected', written: true }, 0],
    ['forbidden', {}, { code: 'forbidden', written: true }, 0],
    ['not-found', {}, { code: 'not-found', written: true }, 0],
    ['login-page', {}, { code: 'not-vicidial', written: true }, 0],
    ['rubbish', {}, { code: 'reply-too-large', written: true }, 0],
    ['close-after-request', {}, { code: 'connection-lost', written: true }, 1],
    ['close-after-request', { closeWith: 'reset' }, { code: 'connection-lost', written: true }, 1],
    ['half-reply', {}, { code: 'connection-lost', written: true }, 1],
    ['half-reply', { closeWith: 'reset' }, { code: 'connection-lost', written: true }, 1],
  ]

  test.each(cases)('%s %j', async (name, options, expected, rung) => {
    playScenario(dialer, name, options)
    expect(await api.callAgent(account)).toMatchObject({ ok: false, ...expected })
    expect(calls()).toBe(rung)
    expect(dialer.counts.received.length).toBe(1)
    expect(dialer.counts.received[0]?.passwordInUrl).toBe(false)
  })

  test.each(cases)('%s %j, over a connection from before', async (name, options, _, rung) => {
    await api.session(account)
    playScenario(dialer, name, options)
    expect(await api.callAgent(account)).toMatchObject({ ok: false, written: true })
    expect(calls()).toBe(rung)
    expect(dialer.counts.received.length).toBe(2)
  })

  test.each(['end', 'reset'] as const)('connections close before the request (%s)', async (how) => {
    playScenario(dialer, 'close-before-request', { closeWith: how })
    const answer = await api.callAgent(account)
    expect(answer.ok).toBe(false)
    expect(calls()).toBe(0)
    expect(dialer.counts.received).toEqual([])
  })

  test('the dialer hangs', async () => {
    playScenario(dialer, 'hang')
    const asking = api.callAgent(account)
    while (dialer.counts.received.length === 0) await new Promise(setImmediate)
    under.clock.turn(10_000)
    expect(await asking).toMatchObject({ code: 'reply-timeout', written: true, accepted: null })
    expect(calls()).toBe(1)
  })

  test.each(['php-warning', 'byte-order-mark'] as const)('%s: the phone rings', async (name) => {
    playScenario(dialer, name)
    expect(await api.callAgent(account)).toMatchObject({ ok: true, value: 'sent' })
    expect(calls()).toBe(1)
  })
})

describe('where a redirect leads', () => {
  const moved = async (location: string) => {
    const reply = httpReply('', { Location: location }, '302 Found')
    const server = await under.serve({ onRequest: () => reply })
    const answer = await api.callAgent(accountAt(server.at.origin))
    expect(answer).toMatchObject({ ok: false, code: 'redirected' })
    return answer.ok ? null : answer.facts
  }

  test('is told by scheme and host alone', async () => {
    expect(await moved('https://new.example:8443/agc/api.php?pass=1000pass')).toEqual({
      httpStatus: 302,
      newAddress: 'https://new.example:8443',
      vicidialFunction: 'call_agent',
    })
  })

  test.each([
    'https://1000pass.example/',
    'https://1000PASS.example/',
    '/agc/login.php',
    'ftp://new.example/',
    'javascript:alert(1)',
    'https://',
  ])('is not told for %s', async (location) => {
    expect(await moved(location)).toEqual({ httpStatus: 302, vicidialFunction: 'call_agent' })
  })
})

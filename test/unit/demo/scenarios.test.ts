import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startPracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { practiceUser } from '../../../src-main/demo/practice-world.ts'
import { playScenario, scenarios } from '../../../src-main/demo/scenarios.ts'
import type { ScenarioName } from '../../../src-main/demo/scenarios.ts'
import { agentPath, look, post, ring } from './ask.ts'
import { turnedClock } from '../turned-clock.ts'

let dialer: PracticeDialer
beforeEach(async () => {
  dialer = await startPracticeDialer({ clock: turnedClock(1_800_000_000_000), controlPort: null })
})
afterEach(() => dialer.close())

const ask = async (params: Record<string, string>) =>
  (await post(dialer.url, agentPath, params)).body

describe('a ring in each scenario', () => {
  test.each([
    ['healthy', 'SUCCESS: call_agent function sent - 1000'],
    ['ready', 'SUCCESS: call_agent function sent - 1000'],
    ['paused', 'SUCCESS: call_agent function sent - 1000'],
    ['in-call', 'SUCCESS: call_agent function sent - 1000'],
    ['logged-out', 'ERROR: agent_user is not logged in - 1000'],
    ['no-session-data', 'ERROR: call_agent error - no session data - 1000'],
    ['entry-empty', 'ERROR: call_agent error - entry is empty - 1000'],
    ['on-hook', 'ERROR: call_agent error - entry is empty - 1000'],
    ['locked-out', 'ERROR: Invalid Username/Password: |1000|1000pass|0|1|LOCK|'],
    ['wrong-password', 'ERROR: Invalid Username/Password: |1000|1000pass|0|1|BAD|'],
    ['api-off', 'ERROR: System API NOT ACTIVE'],
    ['api-access-off', 'ERROR: Invalid Username/Password: |1000|1000pass|1|0|GOOD|'],
    [
      'function-not-allowed',
      'ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - CALL',
    ],
    ['ring-only', 'SUCCESS: call_agent function sent - 1000'],
    ['ip-blocked', 'ERROR: Invalid Username/Password: |1000|1000pass|0|1|IPBLOCK|'],
    ['no-active-servers', 'ERROR: Invalid Username/Password: |1000|1000pass|0|1|ERRSERVERS|'],
    ['agent-limit', 'ERROR: Invalid Username/Password: |1000|1000pass|0|1|ERRAGENTS|'],
    ['spanish', 'ÉXITO: función call_agent enviada - 1000'],
    ['russian', 'УСПЕХ: функция call_agent отправлена - 1000'],
  ] as const)('%s', async (name, start) => {
    playScenario(dialer, name)
    const body = await ask(ring)
    expect(body.slice(0, start.length)).toBe(start)
  })
})

test('the statuses are seen by a look', async () => {
  const status = async () => (await ask(look)).trim().split('|').at(-1)
  playScenario(dialer, 'paused')
  expect(await status()).toBe('PAUSED')
  playScenario(dialer, 'in-call')
  expect(await ask(look)).toMatch(/^NOTICE: recording active - .*\|INCALL\n$/)
  playScenario(dialer, 'in-call', { status: 'MQUEUE' })
  expect(await status()).toBe('MQUEUE')
  playScenario(dialer, 'ready')
  expect(await status()).toBe('READY')
  playScenario(dialer, 'ring-only')
  expect(await ask(look)).toContain('PERMISSION')
})

test('each scenario replaces the one before, whatever that was', async () => {
  for (const name of Object.keys(scenarios) as ScenarioName[]) {
    playScenario(dialer, name)
    playScenario(dialer, 'ready')
    expect(`${name}: ${await ask(ring)}`).toBe(
      `${name}: SUCCESS: call_agent function sent - 1000\n`,
    )
  }
})

test('a scenario can be laid over the present one', async () => {
  playScenario(dialer, 'spanish')
  playScenario(dialer, 'logged-out', { onTop: true })
  expect(await ask(ring)).toBe('ERROR: agent_user no ha iniciado sesión - 1000\n')
})

test('a scenario can be about another agent, and leaves everybody else alone', async () => {
  dialer.world.users['1005'] = practiceUser('1005', { password: 'own' })
  playScenario(dialer, 'paused', { agent: '1005' })
  const other = { ...look, user: '1005', pass: 'own', agent_user: '1005' }
  expect(await ask(other)).toContain('PAUSED')
  expect(await ask(look)).toContain('READY')
  playScenario(dialer, 'healthy', { agent: '1001' })
  expect(await ask({ ...ring, user: '1001', pass: '1001pass', agent_user: '1001' })).toContain(
    'SUCCESS',
  )
  expect(() => {
    playScenario(dialer, 'paused', { agent: 'nobody' })
  }).toThrow(RangeError)
})

test('the network scenarios take their options', async () => {
  playScenario(dialer, 'keep-alive', { seconds: 2 })
  expect(dialer.faults.keepAliveSeconds).toBe(2)
  playScenario(dialer, 'slow', { ms: 50, onlyFunctions: ['call_agent'] })
  expect(dialer.faults).toMatchObject({
    delayMs: 50,
    onlyFunctions: ['call_agent'],
    keepAliveSeconds: 5,
  })
  playScenario(dialer, 'close-after-request', { closeWith: 'reset', times: 1 })
  expect(dialer.faults).toMatchObject({ close: 'after-request', closeWith: 'reset', delayMs: 0 })
  playScenario(dialer, 'version', { version: '3.0-1' })
  expect(await ask({ function: 'version' })).toMatch(/^VERSION: 3\.0-1\|BUILD: /)
})

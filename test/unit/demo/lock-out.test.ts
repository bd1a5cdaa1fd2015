import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startPracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { admin, agentPath, look, nonAgentPath, own, post, ring } from './ask.ts'
import { turnedClock } from '../turned-clock.ts'
import type { TurnedClock } from '../turned-clock.ts'

const minute = 60_000
let clock: TurnedClock
let dialer: PracticeDialer
beforeEach(async () => {
  clock = turnedClock(1_800_000_000_000)
  dialer = await startPracticeDialer({ clock, controlPort: null })
})
afterEach(() => dialer.close())

const ask = async (params: Record<string, string>, path = agentPath) =>
  (await post(dialer.url, path, params)).body
const wrong = { ...ring, pass: 'wrongpass' }
const status = { ...own, function: 'agent_status', stage: 'pipe' }

async function times(count: number, params: Record<string, string>, path?: string) {
  for (let i = 0; i < count; i += 1) await ask(params, path)
}

describe('ten failed sign-ins', () => {
  test('nine leave the account open, the tenth locks it, the right password included', async () => {
    await times(9, wrong)
    expect(await ask(look)).toContain('READY')
    expect(await ask(wrong)).toContain('|BAD|')
    expect(await ask(ring)).toBe('ERROR: Invalid Username/Password: |1000|1000pass|0|1|LOCK|\n')
    expect(dialer.counts.calls).toEqual({})
  })

  test('the lock lasts 15 minutes, and knocking meanwhile does not lengthen it', async () => {
    await times(10, wrong)
    clock.turn(15 * minute)
    expect(await ask(wrong)).toContain('|LOCK|')
    clock.turn(1)
    expect(await ask(ring)).toContain('SUCCESS')
  })

  test('after the lock one more failure starts a new count', async () => {
    await times(10, wrong)
    clock.turn(15 * minute + 1)
    await times(9, wrong)
    expect(await ask(ring)).toContain('SUCCESS')
    await ask(wrong)
    expect(await ask(ring)).toContain('|LOCK|')
  })

  test('are counted for users that do not exist, which can never be locked', async () => {
    await times(12, { ...wrong, user: '9999' })
    expect(await ask({ ...wrong, user: '9999' })).toContain('|0|0|BAD|')
    expect(dialer.counts.failedSignIns).toEqual({ 9999: 13 })
  })
})

describe('what sets the counter back', () => {
  test('an accepted agent API call does not', async () => {
    await times(9, wrong)
    expect(await ask(ring)).toContain('SUCCESS')
    await ask(wrong)
    expect(await ask(ring)).toContain('|LOCK|')
  })

  test('an accepted non-agent API call does', async () => {
    const wrongAdmin = { ...admin, pass: 'no', function: 'campaigns_list' }
    await times(9, wrongAdmin, nonAgentPath)
    await ask({ ...admin, function: 'campaigns_list' }, nonAgentPath)
    await times(9, wrongAdmin, nonAgentPath)
    expect(await ask({ ...admin, function: 'campaigns_list' }, nonAgentPath)).toContain('TESTCAMP')
  })
})

describe('the trap', () => {
  test("ten non-agent calls with an agent's right password lock that agent out", async () => {
    for (let i = 0; i < 10; i += 1) {
      expect(await ask(status, nonAgentPath)).toBe(
        'ERROR: Login incorrect, please try again: |1000|1000pass|BAD|\n',
      )
    }
    expect(await ask(status, nonAgentPath)).toBe(
      'ERROR: Too many login attempts, try again in 15 minutes: |1000|LOCK|\n',
    )
    expect(await ask(ring)).toContain('|LOCK|')
    expect(dialer.counts.failedSignIns).toEqual({ 1000: 10 })
  })
})

test('an inactive user is refused like a wrong password', async () => {
  dialer.world.users['1000']!.active = false
  expect(await ask(ring)).toContain('|1000|1000pass|0|1|BAD|')
})

test('version asks for no sign-in and counts none', async () => {
  await ask({ ...wrong, function: 'version' })
  expect(dialer.counts.failedSignIns).toEqual({})
  expect(dialer.counts.received[0]?.signIn).toBeNull()
})

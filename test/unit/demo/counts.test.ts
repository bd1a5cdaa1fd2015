import { afterEach, beforeEach, expect, test } from 'vitest'
import { startPracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { receivedLimit } from '../../../src-main/demo/counts.ts'
import { admin, agentPath, fetchFrom, get, look, nonAgentPath, post, ring } from './ask.ts'
import { turnedClock } from '../turned-clock.ts'

let dialer: PracticeDialer
beforeEach(async () => {
  dialer = await startPracticeDialer({ clock: turnedClock(1_800_000_000_000), controlPort: null })
})
afterEach(() => dialer.close())

test('only an accepted call_agent with CALL counts as a call', async () => {
  await post(dialer.url, agentPath, ring)
  await post(dialer.url, agentPath, { ...ring, value: 'PROBE' })
  await post(dialer.url, agentPath, { ...ring, pass: 'no' })
  await post(dialer.url, agentPath, { ...ring, agent_user: '1001' })
  expect(dialer.counts.calls).toEqual({ 1000: 1 })
  expect(dialer.counts.failedSignIns).toEqual({ 1000: 1 })
})

test('requests are counted by door and function, connections by themselves', async () => {
  await post(dialer.url, agentPath, ring)
  await post(dialer.url, agentPath, look)
  await post(dialer.url, agentPath, look)
  await post(dialer.url, nonAgentPath, { ...admin, function: 'campaigns_list' })
  await fetchFrom(`${dialer.url}/nowhere`)
  expect(dialer.counts.requests).toEqual({
    agent: { call_agent: 1, recording: 2 },
    'non-agent': { campaigns_list: 1 },
    none: { '': 1 },
  })
  expect(dialer.counts.connections).toBe(5)
})

test('a received request is kept with its time and without its password', async () => {
  await post(dialer.url, agentPath, { ...ring, pass: 'S3cretPass' })
  const params: Record<string, string> = { ...ring }
  delete params['pass']
  expect(dialer.counts.received).toEqual([
    {
      at: 1_800_000_000_000,
      method: 'POST',
      path: agentPath,
      door: 'agent',
      function: 'call_agent',
      params,
      passwordInUrl: false,
      signIn: 'BAD',
    },
  ])
  expect(JSON.stringify(dialer.counts)).not.toContain('S3cretPass')
})

test('a password in a URL is flagged', async () => {
  await get(dialer.url, agentPath, { function: 'version' })
  await post(dialer.url, agentPath, ring)
  expect(dialer.counts.passwordInUrl).toBe(false)
  await get(dialer.url, agentPath, { ...ring, pass: 'S3cretPass' })
  expect(dialer.counts.passwordInUrl).toBe(true)
  expect(dialer.counts.received.map(({ passwordInUrl }) => passwordInUrl)).toEqual([
    false,
    false,
    true,
  ])
  expect(JSON.stringify(dialer.counts)).not.toContain('S3cretPass')
})

test('the list of received requests has an end', async () => {
  dialer.counts.received.length = receivedLimit
  await post(dialer.url, agentPath, look)
  expect(dialer.counts.received).toHaveLength(receivedLimit)
  expect(dialer.counts.received.at(-1)?.function).toBe('recording')
})

test('a reset brings world, faults and counts back, in the same objects', async () => {
  const { world, faults, counts } = dialer
  await post(dialer.url, agentPath, ring)
  delete world.sessions['1000']
  world.users['1000']!.password = 'other'
  faults.hang = true
  dialer.reset()
  expect(counts).toMatchObject({ calls: {}, received: [], connections: 0 })
  expect((await post(dialer.url, agentPath, ring)).body).toContain('SUCCESS')
  expect(dialer.counts).toBe(counts)
  expect(counts.calls).toEqual({ 1000: 1 })
})

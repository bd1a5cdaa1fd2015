import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startPracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { scenarios } from '../../../src-main/demo/scenarios.ts'
import { agentPath, fetchFrom, post, ring } from './ask.ts'

let dialer: PracticeDialer
beforeEach(async () => {
  dialer = await startPracticeDialer()
})
afterEach(() => dialer.close())

const control = (path: string, headers: Record<string, string> = {}) =>
  fetchFrom(`${dialer.controlUrl}${path}`, { headers })
const tell = (body: unknown, headers: Record<string, string> = {}, path = '/scenario') =>
  fetchFrom(`${dialer.controlUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
const askRing = async () => (await post(dialer.url, agentPath, ring)).body

describe('the control door', () => {
  test('plays a scenario', async () => {
    const told = await tell({ name: 'logged-out' })
    expect(told.status).toBe(200)
    expect(JSON.parse(told.body)).toMatchObject({ ok: true, name: 'logged-out' })
    expect(await askRing()).toBe('ERROR: agent_user is not logged in - 1000\n')
    await tell({ name: 'healthy' })
    expect(await askRing()).toContain('SUCCESS')
  })

  test('hands options on', async () => {
    await tell({ name: 'moved', to: 'https://new.example.com/', times: 1 })
    const moved = await post(dialer.url, agentPath, ring)
    expect([moved.status, moved.headers.location]).toEqual([301, 'https://new.example.com/'])
    expect(await askRing()).toContain('SUCCESS')
  })

  test('lists every scenario with a line about it', async () => {
    const list = JSON.parse((await control('/scenarios')).body) as Record<string, string>[]
    expect(list.map(({ name }) => name)).toEqual(Object.keys(scenarios))
    for (const { about } of list) expect(about).toMatch(/^[A-Z1].{8,100}\.$/)
  })

  test('shows the state without any password', async () => {
    await askRing()
    const { body } = await control('/state')
    expect(JSON.parse(body)).toMatchObject({
      world: { sessions: { 1000: { status: 'READY' } }, users: { 1000: { failedLogins: 0 } } },
      faults: { hang: false },
      counts: { calls: { 1000: 1 } },
    })
    for (const { password } of Object.values(dialer.world.users)) {
      expect(body).not.toContain(`"${password}"`)
    }
    expect(body).not.toMatch(/pass"|password"/)
  })

  test('resets', async () => {
    await tell({ name: 'hang' })
    await tell({}, {}, '/reset')
    expect(await askRing()).toContain('SUCCESS')
  })

  test.each([
    [404, 'no-such-scenario', { name: 'toString' }],
    [404, 'no-such-agent', { name: 'ready', agent: '__proto__' }],
    [400, 'bad-message', { name: 'ready', colour: 'red' }],
    [400, 'bad-message', { name: 'slow', ms: -1 }],
    [400, 'bad-message', 'ready'],
    [400, 'bad-message', undefined],
  ])('answers %i %s to %j', async (status, code, message) => {
    const told = await tell(message)
    expect(told.status).toBe(status)
    expect(JSON.parse(told.body)).toMatchObject({ ok: false, code })
  })

  test('knows no other address', async () => {
    expect((await control('/')).status).toBe(404)
    expect((await tell({}, {}, '/state')).status).toBe(404)
  })
})

describe('a page in a browser is turned away', () => {
  test.each([
    ['with an Origin', { Origin: 'http://evil.example' }],
    ['with an opaque Origin', { Origin: 'null' }],
    ['with an Origin on loopback', { Origin: 'http://127.0.0.1' }],
    ['under another name', { Host: 'evil.example' }],
    ['under a name that begins like ours', { Host: '127.0.0.1.evil.example:80' }],
    ['by a picture or a script', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('%s', async (_how, headers) => {
    expect((await tell({ name: 'hang' }, headers)).status).toBe(403)
    expect((await control('/state', headers)).status).toBe(403)
    expect((await control('/state', headers)).body).not.toContain('READY')
    expect(dialer.faults.hang).toBe(false)
  })

  test('while loopback names and a typed address are let in', async () => {
    for (const headers of [
      { Host: 'localhost:1234' },
      { Host: '[::1]' },
      { 'Sec-Fetch-Site': 'none' },
    ]) {
      expect((await control('/scenarios', headers)).status).toBe(200)
    }
  })
})

test('no control door is opened where none is wanted', async () => {
  const quiet = await startPracticeDialer({ controlPort: null })
  expect(quiet.controlUrl).toBeNull()
  await quiet.close()
})

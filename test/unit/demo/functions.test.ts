import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startPracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { practiceUser } from '../../../src-main/demo/practice-world.ts'
import { admin, agentPath, look, nonAgentPath, own, post, ring } from './ask.ts'

let dialer: PracticeDialer
beforeEach(async () => {
  dialer = await startPracticeDialer({ controlPort: null })
})
afterEach(() => dialer.close())

const ask = async (params: Record<string, string>) =>
  (await post(dialer.url, agentPath, params)).body
const askAdmin = async (params: Record<string, string>) =>
  (await post(dialer.url, nonAgentPath, { ...admin, ...params })).body
const noAgent = { ...ring, agent_user: '' }

describe('the agent API', () => {
  test('an unknown alternative name is told and no agent is found; nobody is rung', async () => {
    expect(await ask({ ...noAgent, alt_user: 'abcdefghijklmnopqrst' })).toBe(
      'ERROR: no user found - abcdefghijklmnopqrst\nERROR: agent_user is not logged in - \n',
    )
    expect(dialer.counts.calls).toEqual({})
  })

  test('a known alternative name rings its agent', async () => {
    dialer.world.users['1000']!.alternativeName = 'anna'
    expect(await ask({ ...noAgent, alt_user: 'anna' })).toContain('SUCCESS')
    expect(dialer.counts.calls).toEqual({ 1000: 1 })
  })

  test('the right to a function is checked before anybody is looked up', async () => {
    dialer.world.users['1000']!.allowedFunctions = ['recording']
    expect(await ask({ ...noAgent, alt_user: 'nobody' })).toContain('|1000|call_agent|AGENTS')
    expect(await ask(look)).toContain('READY')
  })

  test('an account of its own may ring the agent, and the agent is named in the reply', async () => {
    dialer.world.users['api'] = practiceUser('api')
    expect(await ask({ ...ring, user: 'api', pass: 'apipass' })).toBe(
      'SUCCESS: call_agent function sent - 1000\n',
    )
  })

  test('pausing, resuming and logging out change the session', async () => {
    await ask({ ...own, function: 'external_pause', value: 'PAUSE' })
    await ask({ ...own, function: 'pause_code', value: 'BREAK' })
    expect(await ask(look)).toContain('|8600051|PAUSED')
    expect(await askAdmin({ function: 'agent_status', agent_user: '1000' })).toBe(
      'PAUSED||0|TESTCAMP|3|Agent One|AGENTS|1|BREAK||||8600051\n',
    )
    await ask({ ...own, function: 'external_pause', value: 'RESUME' })
    expect(await ask(look)).toContain('|8600051|READY')
    await ask({ ...own, function: 'logout', value: 'LOGOUT' })
    expect(await ask(ring)).toBe('ERROR: agent_user is not logged in - 1000\n')
  })

  test('a pause asked for in a call begins after it, unless it was taken back', async () => {
    const session = dialer.world.sessions['1000']!
    const pause = { ...own, function: 'external_pause', value: 'PAUSE' }
    session.status = 'INCALL'
    await ask(pause)
    expect(await ask(look)).toContain('|8600051|INCALL')
    session.status = 'READY'
    expect(await ask(look)).toContain('|8600051|PAUSED')
    session.status = 'INCALL'
    await ask(pause)
    await ask({ ...pause, value: 'RESUME' })
    session.status = 'READY'
    expect(await ask(look)).toContain('|8600051|READY')
  })

  test('each refusal of the server, group or licence has its STATE', async () => {
    const { system, userGroups } = dialer.world
    system.activeServers = 0
    expect(await ask(ring)).toContain(': |1000|1000pass|0|1|ERRSERVERS|\n')
    system.activeServers = 1
    system.agentLimitReached = true
    expect(await ask(ring)).toContain(': |1000|1000pass|0|1|ERRAGENTS|\n')
    system.agentLimitReached = false
    userGroups['AGENTS']!.allowedAddresses = ['192.0.2.1']
    expect(await ask(ring)).toContain(': |1000|1000pass|0|1|IPBLOCK|\n')
    userGroups['AGENTS']!.allowedAddresses = ['127.0.0.1']
    expect(await ask(ring)).toContain('SUCCESS')
    expect(dialer.counts.failedSignIns).toEqual({})
  })
})

describe('update_remote_agent', () => {
  const update = (params: Record<string, string>) =>
    askAdmin({ function: 'update_remote_agent', agent_user: '2424', ...params })
  const record = () => dialer.world.remoteAgents['2424']!
  const updated = 'SUCCESS: update_remote_agent REMOTE AGENT HAS BEEN UPDATED - 6666|2424|\n'

  test('ACTIVEX is accepted and destroys the status', async () => {
    expect(await update({ status: 'ACTIVEX' })).toBe(updated)
    expect(record().status).toBe('')
  })

  test('300 lines are accepted and stored as 255', async () => {
    expect(await update({ number_of_lines: '300' })).toBe(updated)
    expect(record().lines).toBe(255)
  })

  test('one wrong field keeps the right ones from being stored', async () => {
    expect(await update({ number_of_lines: '5', campaign_id: 'NOPE' })).toContain('VALID CAMPAIGN')
    expect(record()).toMatchObject({ lines: 1, campaign: 'TESTCAMP' })
  })

  test('a status that is already so is a notice before the success of the rest', async () => {
    expect(await update({ status: 'ACTIVE', number_of_lines: '2' })).toBe(
      `NOTICE: update_remote_agent REMOTE AGENT IS ALREADY ACTIVE: |6666|2424\n${updated}`,
    )
    expect(record().lines).toBe(2)
  })

  test("another group's record is refused below level 9", async () => {
    record().userGroup = 'OTHERS'
    dialer.world.users['6666']!.level = 8
    expect(await update({ status: 'INACTIVE' })).toContain('TO UPDATE THIS REMOTE AGENT: |6666|')
    expect(record().status).toBe('ACTIVE')
  })
})

describe('languages', () => {
  test('Spanish and Russian replace the words and leave the structure', async () => {
    const user = dialer.world.users['1000']!
    user.language = 'Spanish'
    expect(await ask(ring)).toBe('ÉXITO: función call_agent enviada - 1000\n')
    expect(await ask({ ...ring, pass: 'no' })).toMatch(
      /^ERROR: Usuario .*: \|1000\|no\|0\|1\|BAD\|/,
    )
    user.language = 'Russian'
    expect(await ask(ring)).toBe('УСПЕХ: функция call_agent отправлена - 1000\n')
    expect(await ask(look)).toBe(
      'УВЕДОМЛЕНИЕ: запись не ведётся - 1000|||||10.0.0.5|8600051|READY\n',
    )
    expect(await ask({ ...ring, value: 'PROBE' })).toBe(
      'ОШИБКА: call_agent недопустимо - PROBE|1000\n',
    )
  })
})

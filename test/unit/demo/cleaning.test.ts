import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startPracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { practiceUser } from '../../../src-main/demo/practice-world.ts'
import { agentPath, fetchFrom, post, ring } from './ask.ts'

let dialer: PracticeDialer
beforeEach(async () => {
  dialer = await startPracticeDialer({ controlPort: null })
})
afterEach(() => dialer.close())

const ask = async (params: Record<string, string>) =>
  (await post(dialer.url, agentPath, params)).body
const success = 'SUCCESS: call_agent function sent - 1000\n'

describe('cleaning', () => {
  test('drops characters from user, agent and password without a word', async () => {
    const spelled = { ...ring, user: '1@0 0.0', agent_user: '10!00', pass: '1#0$0%0 pass' }
    expect(await ask(spelled)).toBe(success)
  })

  test('keeps - _ in users, and - . + / = _ in passwords', async () => {
    dialer.world.users['a-b_c'] = practiceUser('a-b_c', { password: 'a-b.c+d/e=f_g' })
    expect(await ask({ ...ring, user: 'a-b_c', pass: 'a-b.c+d/e=f_g' })).toBe(success)
  })

  test('makes a password with other characters unusable', async () => {
    dialer.world.users['1000']!.password = 'p@ss'
    expect(await ask({ ...ring, pass: 'p@ss' })).toContain('|1000|pss|0|1|BAD|')
  })

  test('keeps letters of other scripts on a non-Latin server only', async () => {
    dialer.world.users['1000']!.password = 'пароль1'
    expect(await ask({ ...ring, pass: 'пароль1' })).toContain('|1000|1|0|1|BAD|')
    dialer.world.system.nonLatin = true
    expect(await ask({ ...ring, pass: 'пароль1' })).toBe(success)
  })

  test('strips source to letters and digits, of which it wants two', async () => {
    expect(await ask({ ...ring, source: 'r-!m' })).toBe(success)
    expect(await ask({ ...ring, source: 'r-_-' })).toBe('ERROR: Invalid Source - r\n')
  })

  test('never finds what objects inherit', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(await ask({ ...ring, user: name })).toContain(`|${name}|1000pass|0|0|BAD|`)
      expect(await ask({ ...ring, agent_user: name })).toBe(
        `ERROR: agent_user is not logged in - ${name}\n`,
      )
      expect(await ask({ ...ring, function: name })).toBe('')
    }
  })
})

describe('reading', () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const address = (query = '') => `${dialer.url}${agentPath}${query}`

  test('a body that is not called a form is not read at all', async () => {
    const answered = await fetchFrom(address(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(ring),
    })
    expect(answered.body).toBe('ERROR: Invalid Source - \n')
    const mislabelled = await fetchFrom(address(), {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: new URLSearchParams(ring).toString(),
    })
    expect(mislabelled.body).toBe('ERROR: Invalid Source - \n')
  })

  test('the query wins over the form, and the last of repeated fields over the first', async () => {
    const body = `${new URLSearchParams(ring).toString()}&value=NO&value=CALL`
    const options = { method: 'POST', headers: form, body }
    expect((await fetchFrom(address(), options)).body).toBe(success)
    expect((await fetchFrom(address('?value=RING'), options)).body).toBe(
      'ERROR: call_agent not valid - RING|1000\n',
    )
  })

  test('an address without an API answers 404, and a folder moves both doors', async () => {
    expect((await fetchFrom(`${dialer.url}/`)).status).toBe(404)
    dialer.world.system.folder = '/sub'
    expect((await fetchFrom(address('?function=version'))).status).toBe(404)
    const moved = await fetchFrom(`${dialer.url}/sub${agentPath}?function=version`)
    expect(moved.body).toMatch(/^VERSION: 2\.14-81\|/)
  })
})

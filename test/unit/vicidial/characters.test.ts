import { expect, test } from 'vitest'
import { createAgentApi } from '../../../src-main/vicidial/agent-api.ts'
import { acceptedCharacters, droppedCharacters } from '../../../src-main/vicidial/characters.ts'
import { clean } from '../../../src-main/demo/cleaning.ts'
import { sent, underTest } from './under-test.ts'
import { httpReply } from './raw-server.ts'

const under = underTest()

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

test('what VICIdial keeps is kept', () => {
  expect(droppedCharacters(`${letters}-_`, 'user')).toBe('')
  expect(droppedCharacters(`${letters}-.+/=_`, 'password')).toBe('')
  expect(droppedCharacters('', 'password')).toBe('')
})

test('each other character is named, once and in order', () => {
  expect(droppedCharacters('p@ss w@rd!', 'password')).toBe('@ !')
  expect(droppedCharacters('a.b/c=d+e', 'user')).toBe('./=+')
  expect(droppedCharacters('naïve€', 'password')).toBe('ï€')
  expect(droppedCharacters('tab\tand\nline\0', 'password')).toBe('\t\n\0')
})

test('a character of several units is one', () => {
  expect(droppedCharacters('🔑key🔑', 'password')).toBe('🔑')
  expect(droppedCharacters('e\u0301', 'password')).toBe('\u0301')
  expect(droppedCharacters('\ud83d', 'password')).toBe('\ud83d')
})

test('the practice dialer, which cleans as the server does, drops the same of all ASCII', () => {
  for (let code = 0; code < 128; code += 1) {
    const character = String.fromCharCode(code)
    const kept = clean({ user: character, pass: character, agent_user: character }, false)
    expect(droppedCharacters(character, 'user') === '').toBe(kept.user === character)
    expect(droppedCharacters(character, 'user') === '').toBe(kept.agent_user === character)
    expect(droppedCharacters(character, 'password') === '').toBe(kept.pass === character)
  }
})

test('the sets can stand inside a regular expression of their own', () => {
  expect(new RegExp(`^[${acceptedCharacters.user}]+$`).test(`${letters}-_`)).toBe(true)
  expect(new RegExp(`^[${acceptedCharacters.password}]+$`).test('a@b')).toBe(false)
})

test.each([
  [{ password: 'p@ss' }, 'password-characters', { droppedCharacters: '@' }],
  [{ password: '' }, 'password-needed', {}],
  [{ user: 'a b' }, 'user-characters', { droppedCharacters: ' ' }],
  [{ agent: 'ü' }, 'user-characters', { droppedCharacters: 'ü' }],
])('what VICIdial would cut is not sent: %j', async (own, code, facts) => {
  const server = await under.serve({ onRequest: () => httpReply(sent) })
  const api = createAgentApi(under.transport)
  const account = { server: server.at, user: '1000', agent: '1000', password: '1000pass', ...own }
  for (const ask of ['callAgent', 'session', 'callsInQueue', 'errorWord'] as const) {
    expect(await api[ask](account)).toEqual({
      ok: false,
      code,
      facts,
      accepted: null,
      written: false,
      reply: null,
      elapsedMs: 0,
    })
  }
  expect(server.accepted).toEqual([])
})

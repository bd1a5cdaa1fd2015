import { describe, expect, test } from 'vitest'
import { createAgentApi } from '../../../src-main/vicidial/agent-api.ts'
import { httpReply } from './raw-server.ts'
import { underTest } from './under-test.ts'

const under = underTest()

/** Asks for a pause of agent 1001; without a `reply` the connection ends in its place. */
async function pauseAnswered(reply?: string) {
  const server = await under.serve({
    onRequest: ({ socket }) => {
      if (reply !== undefined) return httpReply(reply)
      socket.destroy()
      return undefined
    },
  })
  const account = { server: server.at, user: '1000', password: '1000pass', agent: '1001' }
  const told = await createAgentApi(under.transport).setPause(account, 'PAUSE')
  return { told, heard: server.heard }
}

describe('a pause is read as taken', () => {
  test.each([
    'SUCCESS: external_pause function set - PAUSE|1795301837|1001\n',
    'ÉXITO: función external_pause establecida - PAUSE|1795301837|1001\n',
    'УСПЕХ: функция установлена - PAUSE|1795301837|1000\n',
  ])('%s', async (reply) => {
    expect((await pauseAnswered(reply)).told).toMatchObject({ ok: true, value: 'PAUSE' })
  })
})

describe('a pause is not read as taken', () => {
  test.each([
    ['the opposite', 'SUCCESS: external_pause function set - RESUME|1795301837|1001\n'],
    ['a refusal', 'FEHLER: external_pause ungültig - PAUSE|1001\n'],
    ['an error with a time', 'ERROR: external_pause error - PAUSE|1795301837|1001\n'],
    ['more fields', 'SUCCESS: external_pause function set - PAUSE|1795301837|1001|x\n'],
    ['no time', 'SUCCESS: external_pause function set - PAUSE|x|1001\n'],
    ['a warning of PHP', 'Warning: external_pause - PAUSE|1795301837|1001\n'],
  ])('%s', async (_name, reply) => {
    expect((await pauseAnswered(reply)).told).toMatchObject({
      ok: false,
      code: 'unrecognised-reply',
      written: true,
      facts: { vicidialFunction: 'external_pause' },
    })
  })

  test('a right that is missing', async () => {
    const words = 'ОШИБКА: нет прав - PAUSE|1000|external_pause|AGENTS\n'
    expect((await pauseAnswered(words)).told).toMatchObject({ code: 'function-not-allowed' })
  })
})

test('a pause whose answer is lost is sent once', async () => {
  const { told, heard } = await pauseAnswered()
  expect(told).toMatchObject({ ok: false, code: 'connection-lost', written: true })
  expect(heard).toHaveLength(1)
})

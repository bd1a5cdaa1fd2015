import { get } from 'svelte/store'
import { expect, test } from 'vitest'
import type { PageBridge, Result } from '../../../src-main/contract.ts'
import { commandsThrough } from '../../../src-renderer/logic/commands.ts'

function bench() {
  const sent: { name: string; payload: unknown; answer: (result: Result) => void }[] = []
  const bridge: PageBridge = {
    command: (name, payload) =>
      new Promise((answer) => {
        sent.push({ name, payload, answer })
      }),
    state: () => new Promise(() => undefined),
    onState: () => () => undefined,
  }
  return { sent, commands: commandsThrough(bridge) }
}

test('a command is under way until it is answered, and the answer reaches who asked', async () => {
  const { sent, commands } = bench()
  const result = commands.send('ring', { duringCall: true })
  expect(sent).toMatchObject([{ name: 'ring', payload: { duringCall: true } }])
  expect([...get(commands.underWay)]).toEqual(['ring'])
  sent[0]?.answer({ ok: true })
  expect(await result).toEqual({ ok: true })
  expect([...get(commands.underWay)]).toEqual([])
})

test('presses while one is under way join it', async () => {
  const { sent, commands } = bench()
  const presses = [commands.send('ring', {}), commands.send('ring', {}), commands.send('ring', {})]
  expect(sent).toHaveLength(1)
  sent[0]?.answer({ ok: true })
  await Promise.all(presses)
  void commands.send('ring', {})
  expect(sent).toHaveLength(2)
})

test('waiting for the keyring can be ended while a ring is under way', async () => {
  const { sent, commands } = bench()
  const ring = commands.send('ring', {})
  void commands.send('cancelKeychain', {})
  expect(sent.map(({ name }) => name)).toEqual(['ring', 'cancelKeychain'])
  sent[0]?.answer({ ok: false, code: 'keychain-timeout', facts: {} })
  await ring
  expect([...get(commands.underWay)]).toEqual(['cancelKeychain'])
})

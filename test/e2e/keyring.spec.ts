import { expect, test } from '@playwright/test'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { startKeyring } from '../host/keyring.ts'
import { processesOf } from '../host/processes.ts'

test('a keyring of its own can be unlocked, locked, frozen and taken away', async () => {
  const keyring = await startKeyring()
  const script = `
    const keytar = require('keytar')
    const late = new Promise((done) => setTimeout(done, 500, 'late'))
    const call = process.env.CALL === 'set' ? keytar.setPassword('s', 'a', 'kept') : keytar.getPassword('s', 'a')
    Promise.race([call, late]).then(String, () => 'failed').then((text) => {
      process.stdout.write(text, () => process.kill(process.pid, 'SIGKILL'))
    })`
  const ask = async (call: 'get' | 'set') => {
    const env = { ...process.env, ...keyring.env, CALL: call }
    const run = promisify(execFile)(process.execPath, ['-e', script], { env })
    return run.catch((error: unknown) => (error as { stdout: string }).stdout)
  }
  expect([await ask('get'), await ask('set'), await ask('get')]).toEqual([
    'null',
    'undefined',
    'kept',
  ])
  await keyring.become('locked')
  expect([await ask('get'), await ask('set')]).toEqual(['null', 'failed'])
  await keyring.become('frozen')
  expect(await ask('get')).toBe('late')
  await keyring.become('none')
  expect(await ask('get')).toBe('failed')
  await keyring.become('unlocked')
  expect(await ask('get')).toBe('kept')
  await keyring.close()
  expect(processesOf(keyring.folder)).toEqual([])
})

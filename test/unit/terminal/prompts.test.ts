import { spawn, spawnSync } from 'node:child_process'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { wordsFor } from '../../../src-main/words/index.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { eventually } from '../ring/eventually.ts'
import { practiceDialer, right } from '../ring/ringing.ts'
import { program } from './run-cli.ts'

const { prompt } = wordsFor().terminal
/** util-linux' `script` gives a program a terminal of its own. */
const noTerminalHere =
  process.platform !== 'linux' || spawnSync('script', ['--version']).error !== undefined

interface Typing {
  /** Waits for the question, then types. */
  answer(question: string, typed: string): Promise<void>
  shown(): string
  exit: Promise<number | null>
}

function typeInto(words: string[], folder: string): Typing {
  const command = [process.execPath, program, ...words].map((word) => `'${word}'`).join(' ')
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      RING_MY_PHONE_DATA: folder,
      SHELL: '/bin/sh',
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/none`,
    },
    stdio: 'pipe',
  })
  let shown = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (shown += text))
  child.stdin.on('error', () => undefined)
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let from = 0
  return {
    async answer(question, typed) {
      await eventually(() => {
        expect(shown.indexOf(question, from)).not.toBe(-1)
      })
      from = shown.length
      child.stdin.write(typed)
    },
    shown: () => shown,
    exit: new Promise((done) => {
      child.on('close', done)
    }),
  }
}

describe.skipIf(noTerminalHere)('sign-in in a terminal', () => {
  let folder: string
  let dialer: PracticeDialer
  beforeEach(async () => {
    folder = freshFolder()
    dialer = await practiceDialer()
  })

  test('asks for what is missing, and shows no password', async () => {
    const typing = typeInto(['sign-in', '--allow-http'], folder)
    await typing.answer(prompt.server, `${dialer.url}\r`)
    await typing.answer(prompt.user, '1000\r')
    await typing.answer(prompt.agent('1000'), '\r')
    await typing.answer(prompt.password, `${right}\r`)
    // No keyring is running there, which is told only after the sign-in.
    expect(await typing.exit).toBe(1)
    expect(typing.shown()).toContain('1000')
    expect(typing.shown()).not.toContain(right)
    expect(dialer.counts.received.at(-1)).toMatchObject({ function: 'recording', signIn: 'GOOD' })
    expect(dialer.counts.received.at(-1)?.params).toMatchObject({ agent_user: '1000' })
  })

  test.each([
    ['Ctrl+C', '\u0003'],
    ['Ctrl+D', '\u0004'],
    ['an empty answer', '\r'],
  ])('%s ends it without a word more, and nothing is sent', async (_, typed) => {
    const typing = typeInto(['sign-in', '--allow-http', '--server', dialer.url], folder)
    await typing.answer(prompt.user, '1000\r')
    await typing.answer(prompt.agent('1000'), '\r')
    await typing.answer(prompt.password, typed)
    expect(await typing.exit).toBe(1)
    expect(typing.shown()).not.toMatch(/Error|at .*\.js/)
    expect(dialer.counts.received.map((request) => request.function)).toEqual(['version'])
  })
})

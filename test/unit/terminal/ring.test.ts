import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { beforeEach, describe, expect, test } from 'vitest'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import { wordsFor } from '../../../src-main/words/index.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { blockFolder } from '../ring/press-folder.ts'
import { callAgentValues, callsOf, practiceDialer, right, wrong } from '../ring/ringing.ts'
import { asScript, jsonOf, runCli, startCli, type Surroundings } from './run-cli.ts'
import { traced } from './traces.ts'

const { terminal: say } = wordsFor()

let folder: string
let dialer: PracticeDialer
beforeEach(async () => {
  folder = freshFolder()
  dialer = await practiceDialer()
})

type More = Partial<Surroundings> & { more?: string[] }

function run(command: string, { more = [], ...surroundings }: More = {}) {
  const words = [command, ...asScript(dialer.url, more)]
  return runCli(words, { folder, input: `${right}\n`, ...surroundings })
}

describe('ring', () => {
  test('prints one JSON object with the keys of the contract', async () => {
    const ran = await run('ring', { more: ['--json'] })
    expect(ran).toMatchObject({ exit: 0, err: '' })
    expect(ran.out.split('\n')).toHaveLength(2)
    const keys = 'kind code title happened why steps who where reply elapsedMs'
    expect(Object.keys(jsonOf(ran)).join(' ')).toBe(keys)
    expect(jsonOf(ran)).toMatchObject({
      kind: 'sent',
      code: 'sent',
      who: 'you',
      reply: 'SUCCESS: call_agent function sent - 1000\n',
      elapsedMs: expect.any(Number) as unknown,
    })
    expect(dialer.counts.received).toHaveLength(1)
    expect(callsOf(dialer)).toBe(1)
  })

  test('tells a person what happened and what to do', async () => {
    playScenario(dialer, 'entry-empty')
    const [card, json] = [await run('ring'), await run('ring', { more: ['--json'] })]
    const { title, happened, why, steps, where } = jsonOf(json) as Record<string, string> & {
      steps: string[]
    }
    const lines = [title, `  ${happened}`, `  ${why}`, ...steps.map((step) => `  - ${step}`)]
    expect(card).toMatchObject({ exit: 1, err: '' })
    expect(card.out).toBe([...lines, `  ${where}`, ''].join('\n'))
  })

  test('exits with 0, 1 or 3, and a second one in the window with 1', async () => {
    const first = await run('ring', { more: ['--json'] })
    const second = await run('ring', { more: ['--json'] })
    expect([first.exit, second.exit]).toEqual([0, 1])
    expect(jsonOf(second)).toMatchObject({ kind: 'refused', code: 'already-ringing', reply: null })

    playScenario(dialer, 'close-after-request')
    const unsure = await run('ring', { folder: freshFolder(), more: ['--json'] })
    expect(unsure.exit).toBe(3)
    expect(jsonOf(unsure)).toMatchObject({ kind: 'unsure', code: 'connection-lost' })
    expect(callsOf(dialer)).toBe(2)
  })

  test('with a password piped in is sent to an account that was locked: the person insists', async () => {
    playScenario(dialer, 'locked-out')
    const locked = await run('ring', { more: ['--json'] })
    expect(jsonOf(locked)).toMatchObject({ kind: 'refused', code: 'account-locked' })
    playScenario(dialer, 'healthy')
    expect(await run('ring')).toMatchObject({ exit: 0 })
  })

  test('rings the agent that was named', async () => {
    const ran = await run('ring', { more: ['--agent', '1001', '--json'] })
    expect(jsonOf(ran)).toMatchObject({ code: 'agent-not-logged-in' })
    expect(dialer.counts.received[0]?.params).toMatchObject({ user: '1000', agent_user: '1001' })
  })

  test('asks one word more where the server speaks another language', async () => {
    playScenario(dialer, 'russian')
    expect(await run('ring')).toMatchObject({ exit: 0 })
    expect(callAgentValues(dialer)).toEqual(['CALL', 'WORDPROBE'])
  })

  test('goes over TLS that the computer trusts', async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'dialer' }], {
      extensions: [
        { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
        { name: 'basicConstraints', cA: true },
      ],
    })
    const authority = join(folder, 'authority.pem')
    writeFileSync(authority, cert)
    dialer = await practiceDialer({ tls: { key, cert } })
    const words = ['ring', '--server', dialer.url, '--user', '1000', '--password-stdin', '--json']
    const trusting = { folder, input: right, env: { NODE_EXTRA_CA_CERTS: authority } }
    expect(await runCli(words, trusting)).toMatchObject({ exit: 0 })
    const doubting = await runCli(words, { folder: freshFolder(), input: right })
    expect(jsonOf(doubting)).toMatchObject({ kind: 'refused', code: 'tls-untrusted' })
    expect(callsOf(dialer)).toBe(1)
  })
})

describe('nothing is sent', () => {
  const nobodyAsked = () => {
    expect(dialer.counts.connections).toBe(0)
  }

  test('without --allow-http over plain HTTP', async () => {
    const words = ['--server', dialer.url, '--user', '1000', '--password-stdin', '--json']
    for (const command of ['ring', 'status']) {
      const ran = await runCli([command, ...words], { folder, input: right })
      expect(ran.exit).toBe(1)
      expect(jsonOf(ran)).toMatchObject({ code: 'http-not-allowed' })
    }
    nobodyAsked()
  })

  test('to an address that is none', async () => {
    const words = ['ring', '--server', 'ftp://a.b', '--user', '1000', '--password-stdin', '--json']
    const ran = await runCli(words, { folder, input: right })
    expect(ran.exit).toBe(1)
    expect(jsonOf(ran)).toMatchObject({ kind: 'refused', code: 'server-address-invalid' })
  })

  test('when the press cannot be recorded', async () => {
    blockFolder(join(folder, 'data'))
    const ran = await run('ring', { folder: join(folder, 'data'), more: ['--json'] })
    expect(ran.exit).toBe(1)
    expect(jsonOf(ran)).toMatchObject({ kind: 'refused', code: 'settings-not-saved' })
    nobodyAsked()
  })

  test('before anybody signed in', async () => {
    for (const command of ['ring', 'status']) {
      const ran = await runCli([command, '--json'], { folder })
      expect(ran.exit).toBe(1)
      expect(jsonOf(ran)).toMatchObject({ code: 'not-set-up' })
    }
  })

  test.each([
    ['nothing', ''],
    ['an empty line', '\n'],
    ['an empty line of Windows', '\r\n'],
    ['something far too long', 'x'.repeat(100_000)],
  ])('with %s for a password: exit 2', async (_, input) => {
    const ran = await run('ring', { input })
    expect(ran).toMatchObject({ exit: 2, out: '', err: `${say.options.passwordMissing}\n` })
    nobodyAsked()
  })
})

describe('the password on standard input', () => {
  test.each([
    ['without a line end', right],
    ['with the line end of Windows', `${right}\r\n`],
    ['with more lines after it', `${right}\nand more\n`],
    ['with the byte-order mark of PowerShell', `\uFEFF${right}\r\n`],
  ])('%s is read', async (_, input) => {
    expect(await run('status', { input })).toMatchObject({ exit: 0 })
  })

  test('is waited for no longer than its line', async () => {
    const pipe = { folder, input: null }
    const running = startCli(['status', ...asScript(dialer.url)], pipe)
    running.child.stdin?.write(`${right}\n`)
    expect(await running.ended).toMatchObject({ exit: 0 })
  })

  test('reaches neither output nor arguments nor environment nor disk, refused or accepted', async () => {
    const { env, traces } = traced(folder)
    const ran = [
      await run('ring', { env, input: wrong, more: ['--json'] }),
      await run('ring', { env, input: wrong }),
      await run('status', { env, input: wrong }),
      await run('ring', { env, input: 'p@ssword!', more: ['--json'] }),
      await run('ring', { env }),
    ]
    expect(ran.map(({ exit }) => exit)).toEqual([1, 1, 1, 1, 0])
    expect(jsonOf(ran[0]!)).toMatchObject({ code: 'wrong-password' })
    const seen = JSON.stringify([ran, traces()])
    const kept = readFileSync(join(folder, 'accounts.json'), 'utf8')
    for (const secret of [wrong, right, 'p@ssword!']) {
      expect(seen).not.toContain(secret)
      expect(kept).not.toContain(secret)
    }
    expect(traces()).toHaveLength(5)
    expect(dialer.counts.passwordInUrl).toBe(false)
  })
})

describe('status', () => {
  test.each([
    ['ready', 0, { kind: 'loggedIn', status: 'READY', sessionId: '8600051', callsInQueue: 0 }],
    ['logged-out', 0, { kind: 'loggedOut', code: 'agent-not-logged-in' }],
    ['ring-only', 1, { kind: 'notAvailable', code: 'function-not-allowed' }],
    ['database-down', 1, { kind: 'unknown', code: 'server-error' }],
  ] as const)('%s: exit %i', async (scenario, exit, expected) => {
    playScenario(dialer, scenario)
    const [json, text] = await Promise.all([run('status', { more: ['--json'] }), run('status')])
    expect([json.exit, text.exit]).toEqual([exit, exit])
    const nothing = { status: null, sessionId: null, callsInQueue: null, code: null }
    expect(jsonOf(json)).toEqual({ ...nothing, ...expected })
    const keys = ['kind', 'status', 'sessionId', 'callsInQueue', 'code']
    expect(Object.keys(jsonOf(json))).toEqual(keys)
    expect(text.out).not.toBe('')
    expect(callAgentValues(dialer)).toEqual([])
  })

  test('with the right password asks, whatever was refused before', async () => {
    expect(await run('ring', { input: wrong })).toMatchObject({ exit: 1 })
    expect(await run('status')).toMatchObject({ exit: 0 })
    expect(dialer.counts.failedSignIns).toEqual({ '1000': 1 })
  })
})

test('a reader who leaves early does not change how it ended', async () => {
  const running = startCli(['ring', ...asScript(dialer.url)], { folder, input: null })
  running.child.stdout?.destroy()
  running.child.stdin?.end(right)
  expect(await running.ended).toMatchObject({ exit: 0, err: '' })
  expect(callsOf(dialer)).toBe(1)
})

test('help and version print and end', async () => {
  const [help, version] = await Promise.all([
    runCli(['--help'], { folder }),
    runCli(['--version'], { folder }),
  ])
  expect(help).toMatchObject({ exit: 0, out: `${say.usage}\n`, err: '' })
  expect(version).toMatchObject({ exit: 0, err: '' })
  expect(version.out).toMatch(/^ring-my-phone \d+\.\d+\.\d+\n$/)
})

test('options that cannot be read: exit 2, on the other output, without the value', async () => {
  const ran = await runCli(['ring', '--password=hunter2', '--json'], { folder })
  expect(ran).toMatchObject({ exit: 2, out: '' })
  expect(ran.err).toBe(`${say.options.unknownOption('--password')}\n${say.options.seeHelp}\n`)
})

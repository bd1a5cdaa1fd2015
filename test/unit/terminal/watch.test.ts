import { expect, test } from 'vitest'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { eventually } from '../ring/eventually.ts'
import { practiceDialer, right, wrong } from '../ring/ringing.ts'
import { startCli } from './run-cli.ts'

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)

test('status --watch prints the session, and ends with 0 when it is stopped', async () => {
  const dialer = await practiceDialer()
  const named = ['--server', dialer.url, '--user', '1000', '--allow-http', '--password-stdin']
  const words = ['status', '--watch', '--json', ...named]
  const watching = startCli(words, { folder: freshFolder(), input: right })
  await eventually(() => {
    expect(watching.printed()).toContain('\n')
  })
  watching.child.kill('SIGTERM')
  const { exit, out } = await watching.ended
  expect(exit).toBe(0)
  expect(lines(out)).toEqual([
    { kind: 'loggedIn', status: 'READY', sessionId: '8600051', callsInQueue: null, code: null },
  ])
})

test.each([
  ['wrong', 'wrong-password'],
  ['may not', 'function-not-allowed'],
] as const)('status --watch ends by itself when looking on is useless (%s)', async (what, code) => {
  const dialer = await practiceDialer()
  if (what === 'may not') playScenario(dialer, 'ring-only')
  const named = ['--server', dialer.url, '--user', '1000', '--allow-http', '--password-stdin']
  const input = what === 'wrong' ? wrong : right
  const watching = startCli(['status', '--watch', '--json', ...named], {
    folder: freshFolder(),
    input,
  })
  const { exit, out } = await watching.ended
  expect(exit).toBe(1)
  expect(lines(out)).toMatchObject([{ code }])
  expect(dialer.counts.received.length).toBe(1)
})

test.each([[['ring', '--watch']], [['status', '--watch', '--password-stdin']]])(
  '%j cannot be read',
  async (words) => {
    const { exit, out } = await startCli(words, { folder: freshFolder(), input: right }).ended
    expect([exit, out]).toEqual([2, ''])
  },
)

test('status --watch without an account says so', async () => {
  const { exit, out } = await startCli(['status', '--watch', '--json'], { folder: freshFolder() })
    .ended
  expect(exit).toBe(1)
  expect(lines(out)).toMatchObject([{ kind: 'unknown', code: 'not-set-up' }])
})

import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { wordsFor } from '../../../src-main/words/index.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { eventually } from '../ring/eventually.ts'
import { asScript, runCli, startCli } from './run-cli.ts'

const { demo: say } = wordsFor()

describe('demo', () => {
  test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT'] as const)(
    'runs a dialer that can be rung, until %s',
    async (signal) => {
      const folder = freshFolder()
      const running = startCli(['demo', '--json'], { folder, input: null })
      const lines = createInterface({ input: running.child.stdout! })
      const [line] = await new Promise<string[]>((heard) => {
        lines.once('line', (text) => heard([text]))
      })
      const { url, controlUrl, ...rest } = JSON.parse(line ?? '') as Record<string, string>
      expect(rest).toEqual({ kind: 'practiceDialer' })
      expect(new URL(url ?? '').hostname).toBe('127.0.0.1')

      const ring = { folder, input: '1000pass' }
      expect(await runCli(['ring', ...asScript(url ?? '')], ring)).toMatchObject({ exit: 0 })
      const state = (await (await fetch(`${controlUrl}/state`)).json()) as {
        counts: { calls: unknown }
      }
      expect(state.counts.calls).toEqual({ '1000': 1 })

      running.child.kill(signal)
      expect(await running.ended).toMatchObject({ exit: 0, signal: null, err: '' })
    },
  )

  test('says how to use it', async () => {
    const running = startCli(['demo'], { folder: freshFolder(), input: null })
    await eventually(() => {
      expect(running.printed()).toContain(say.howToStop)
    })
    expect(running.printed()).toContain(say.account('1000', '1000pass'))
    running.child.kill('SIGTERM')
    expect((await running.ended).exit).toBe(process.platform === 'win32' ? null : 0)
  })
})

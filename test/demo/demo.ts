import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { wordsFor } from '../../src-main/words/index.ts'
import { agent, startPracticeRun, type PracticeRun } from './practice-run.ts'
import { playStory } from './story.ts'

const root = resolve(import.meta.dirname, '../..')
const { demo: say } = wordsFor()
const print = (line: string) => {
  console.log(line)
}

/** The npm package alone is no Electron: it names its program's file once that was fetched. */
function hasElectron(): boolean {
  const folder = join(root, 'node_modules/electron')
  const named = join(folder, 'path.txt')
  return existsSync(named) && existsSync(join(folder, 'dist', readFileSync(named, 'utf8').trim()))
}

const headed = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
const script = process.argv.includes('--script')
if (hasElectron()) {
  process.env.E2E_ELECTRON = '1'
} else {
  print(say.noElectron)
  if (headed && !script) process.env.STANDIN_HEADED = '1'
  else if (!script) print(say.noDisplay)
}

// From the start: a run interrupted half-way must still take everything down again.
const interrupted = new Promise<void>((done) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
})
const run = await startPracticeRun()
print(say.dialerRunning(run.dialer.url))
print(say.account(agent, run.password))
print(say.signedIn(agent))
try {
  if (script) process.exitCode = (await playStory(run, print)) ? 0 : 1
  else await stayOpen(run)
} finally {
  await run.close()
}

/** Until Ctrl+C: says what to press, and each request that reaches the dialer. */
async function stayOpen({ dialer, host }: PracticeRun): Promise<void> {
  const page = await host.popup()
  if (host.kind === 'stand-in' && !headed) {
    mkdirSync(join(root, 'shots'), { recursive: true })
    const file = join(root, 'shots/demo.png')
    await page.screenshot({ path: file })
    print(say.screenshot(file))
  }
  if (host.kind === 'electron') print(say.howToPress)
  else print(headed ? say.howToPressOnStandIn : say.howToPressUnseen)
  if (dialer.controlUrl !== null) print(say.controlDoor(dialer.controlUrl))
  print(say.whatIsShown)
  print(say.howToStop)
  let told = 0
  const watching = setInterval(() => {
    const { received, calls } = dialer.counts
    for (const { function: name, signIn } of received.slice(told)) print(say.request(name, signIn))
    if (received.length > told) print(say.story.callsSeen(calls[agent] ?? 0))
    told = received.length
  }, 300)
  await Promise.race([interrupted, host.exited()])
  clearInterval(watching)
  print(say.stopped)
}

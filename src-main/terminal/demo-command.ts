import { startPracticeDialer } from '../demo/practice-dialer.ts'
import { wordsFor } from '../words/index.ts'
import type { ExitValue, Terminal } from './print.ts'

/** The practice world's own agent, logged in when it starts. */
const agent = '1000'

/** Runs the practice dialer until the person stops it. It binds to this computer alone. */
export async function demoCommand(terminal: Terminal, stopped: Promise<void>): Promise<ExitValue> {
  const dialer = await startPracticeDialer({ controlPort: 0 })
  const { url, controlUrl } = dialer
  const { demo: say } = wordsFor()
  if (terminal.json) {
    terminal.out(JSON.stringify({ kind: 'practiceDialer', url, controlUrl }))
  } else {
    terminal.out(say.dialerRunning(url))
    terminal.out(say.account(agent, dialer.world.users[agent]?.password ?? ''))
    if (controlUrl !== null) terminal.out(say.controlDoor(controlUrl))
    terminal.out(say.howToStop)
  }
  await stopped
  await dialer.close()
  return 0
}

import type { App } from '../app-ports.ts'
import type { SessionState } from '../contract.ts'
import { explain, wordsFor } from '../words/index.ts'
import { printOutcome, type ExitValue, type Terminal } from './print.ts'

/** Rings once, says how it ended, asks nothing. `password` is the person acting. */
export async function ringCommand(
  app: App,
  password: string | null,
  terminal: Terminal,
): Promise<ExitValue> {
  const typed = password === null ? {} : { password, sendRefusedPassword: true as const }
  const outcome = await app.ring(typed, 'terminal')
  printOutcome(terminal, outcome)
  return outcome.kind === 'sent' ? 0 : outcome.kind === 'unsure' ? 3 : 1
}

/** Looks at the session once, read-only. `password` is the person acting. */
export async function statusCommand(
  app: App,
  password: string | null,
  terminal: Terminal,
): Promise<ExitValue> {
  const typed = password === null ? {} : { password }
  const session = await app.lookAtSession({ patience: 'gesture', callsInQueue: true, ...typed })
  printStatus(terminal, session)
  return session.kind === 'loggedIn' || session.kind === 'loggedOut' ? 0 : 1
}

/** One line for scripts, a few for people. */
export function printStatus(terminal: Terminal, session: SessionState): void {
  const { kind, status, sessionId, callsInQueue, finding } = session
  if (terminal.json) {
    const code = finding?.code ?? null
    terminal.out(JSON.stringify({ kind, status, sessionId, callsInQueue, code }))
    return
  }
  const words = wordsFor()
  const say = words.terminal.status
  if (kind === 'loggedIn') {
    terminal.out(say.loggedIn(status))
    if (sessionId !== null) terminal.out(`  ${words.session.sessionId(sessionId)}`)
    if (callsInQueue !== null) terminal.out(`  ${words.session.callsInQueue(callsInQueue)}`)
    return
  }
  terminal.out(
    kind === 'loggedOut' ? say.loggedOut : kind === 'notAvailable' ? say.notAvailable : say.unknown,
  )
  if (!finding || kind === 'loggedOut') return
  const { title, happened, steps, where } = explain(finding)
  terminal.out(`  ${title}. ${happened}`)
  for (const step of steps) terminal.out(`  - ${step}`)
  if (where !== null) terminal.out(`  ${where}`)
}

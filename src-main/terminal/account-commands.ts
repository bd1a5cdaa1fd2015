import type { App } from '../app-ports.ts'
import type { Finding } from '../contract.ts'
import { wordsFor } from '../words/index.ts'
import type { Options } from './options.ts'
import { ask, passwordFromPipe } from './password-input.ts'
import { printOutcome, type ExitValue, type Terminal } from './print.ts'

const { terminal: say } = wordsFor()

/**
 * Finds the server, tries the account once and keeps it; asks for what the options leave out. A
 * question left without an answer ends it, with nothing changed.
 */
export async function signInCommand(
  app: App,
  options: Options,
  terminal: Terminal,
): Promise<ExitValue> {
  const complete = options.server !== null && options.user !== null && options.passwordStdin
  if (!complete && !process.stdin.isTTY) {
    const missing =
      options.server === null ? '--server' : options.user === null ? '--user' : '--password-stdin'
    terminal.err(say.options.required(missing))
    return 2
  }
  const address = options.server ?? (await ask(say.prompt.server))
  if (!address) return 1
  const found = await app.command(
    'findServer',
    { address, allowHttp: options.allowHttp },
    'terminal',
  )
  if (!found.ok) {
    const exit = refused(terminal, found)
    if (found.code === 'http-not-allowed') terminal.err(say.allowHttp)
    return exit
  }
  if (!terminal.json) terminal.out(say.found(app.state().account.apiVersion ?? ''))
  const user = options.user ?? (await ask(say.prompt.user))
  if (!user) return 1
  const agent = options.agent ?? (complete ? user : await ask(say.prompt.agent(user)))
  if (agent === null) return 1
  const password = options.passwordStdin
    ? await passwordFromPipe(process.stdin)
    : await ask(say.prompt.password, true)
  if (!password && options.passwordStdin) {
    terminal.err(say.options.passwordMissing)
    return 2
  }
  if (!password) return 1
  const whom = { user, agent: agent || user }
  const payload = { ...whom, password, keepPassword: 'keychain', sendRefusedPassword: true }
  const result = await app.command('signIn', payload, 'terminal')
  if (!result.ok) return refused(terminal, result)
  const { server, apiVersion } = app.state().account
  if (terminal.json) {
    terminal.out(JSON.stringify({ kind: 'signedIn', server, ...whom, apiVersion }))
  } else {
    terminal.out(say.signedIn(user, server ?? ''))
    terminal.out(say.passwordKept)
  }
  return 0
}

export async function signOutCommand(app: App, terminal: Terminal): Promise<ExitValue> {
  const { signedIn } = app.state().account
  const result = await app.command('signOut', {}, 'terminal')
  if (!result.ok) return refused(terminal, result)
  if (terminal.json) terminal.out(JSON.stringify({ kind: 'signedOut' }))
  else terminal.out(signedIn ? say.signedOut : say.alreadySignedOut)
  return 0
}

function refused(terminal: Terminal, { code, facts }: Finding): ExitValue {
  printOutcome(terminal, { kind: 'refused', code, facts, reply: null, elapsedMs: 0 })
  return 1
}

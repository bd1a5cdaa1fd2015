import type { App } from '../app-ports.ts'
import type { Finding } from '../contract.ts'
import { wordsFor } from '../words/index.ts'
import type { Options } from './options.ts'
import { ask, passwordFromPipe } from './password-input.ts'
import { printOutcome, type ExitValue, type Terminal } from './print.ts'

const { terminal: say } = wordsFor()

/** Finds the server, tries the account once and keeps it; asks for what the options leave out. */
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
  const { apiVersion, server } = app.state().account
  if (!terminal.json) terminal.out(say.found(apiVersion ?? ''))
  const user = options.user ?? (await ask(say.prompt.user))
  const agent = options.agent ?? (complete ? user : (await ask(say.prompt.agent(user))) || user)
  const password = options.passwordStdin
    ? await passwordFromPipe(process.stdin)
    : await ask(say.prompt.password, true)
  if (!password) {
    terminal.err(say.options.passwordMissing)
    return 2
  }
  const payload = { user, agent, password, keepPassword: 'keychain', sendRefusedPassword: true }
  const result = await app.command('signIn', payload, 'terminal')
  if (!result.ok) return refused(terminal, result)
  if (terminal.json) {
    terminal.out(JSON.stringify({ kind: 'signedIn', server, user, agent, apiVersion }))
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

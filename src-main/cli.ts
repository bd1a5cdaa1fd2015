#!/usr/bin/env node
import { homedir } from 'node:os'
import { join } from 'node:path'
import { version } from '../package.json'
import type { GivenAccount } from './account/account-in-use.ts'
import { dataFolder, makeDataFolder } from './account/data-folder.ts'
import { forkHelper } from './account/keychain-fork.ts'
import { createKeychain } from './account/keychain.ts'
import { parseServerAddress } from './account/server-address.ts'
import { openApp } from './app.ts'
import type { App, AppPorts } from './app-ports.ts'
import { systemClock } from './clock.ts'
import { signInCommand, signOutCommand } from './terminal/account-commands.ts'
import { demoCommand } from './terminal/demo-command.ts'
import { readOptions, type Options } from './terminal/options.ts'
import { passwordFromPipe } from './terminal/password-input.ts'
import { printOutcome, type ExitValue, type Terminal } from './terminal/print.ts'
import { ringCommand, statusCommand } from './terminal/ring-commands.ts'
import { watchCommand } from './terminal/watch-command.ts'
import { createTransport } from './vicidial/transport.ts'
import { wordsFor } from './words/index.ts'

const { terminal: say } = wordsFor()
/** A terminal does not know whether somebody sits before it. */
const watching = { presence: { idleMs: () => 0, online: () => true }, random: Math.random }

async function run(words: readonly string[]): Promise<ExitValue> {
  const parsed = readOptions(words)
  const terminal: Terminal = {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    json: parsed.kind === 'run' && parsed.options.json,
  }
  switch (parsed.kind) {
    case 'help':
      terminal.out(say.usage)
      return 0
    case 'version':
      terminal.out(say.version(version))
      return 0
    case 'unreadable':
      terminal.err(parsed.message)
      terminal.err(say.options.seeHelp)
      return 2
    case 'run':
      return runCommand(parsed.options, terminal)
  }
}

async function runCommand(options: Options, terminal: Terminal): Promise<ExitValue> {
  const { command } = options
  if (command === 'demo') return demoCommand(terminal, interrupted())
  if (command === 'sign-in') return withApp(null, (app) => signInCommand(app, options, terminal))
  if (command === 'sign-out') return withApp(null, (app) => signOutCommand(app, terminal))

  const password = options.passwordStdin ? await passwordFromPipe(process.stdin) : null
  if (options.passwordStdin && password === null) {
    terminal.err(say.options.passwordMissing)
    return 2
  }
  const given = givenAccount(options, password)
  if (given === 'address-invalid') {
    const code = 'server-address-invalid'
    printOutcome(terminal, { kind: 'refused', code, facts: {}, reply: null, elapsedMs: 0 })
    return 1
  }
  if (options.watch) {
    return withApp(given, (app) => watchCommand(app, terminal, interrupted()), watching)
  }
  return withApp(given, (app) =>
    (command === 'ring' ? ringCommand : statusCommand)(app, password, terminal),
  )
}

function givenAccount(
  { server, user, agent, allowHttp }: Options,
  password: string | null,
): GivenAccount | null | 'address-invalid' {
  if (server === null || user === null || password === null) return null
  const parsed = parseServerAddress(server)
  if (!parsed.ok) return 'address-invalid'
  return { server: parsed.server, user, agent: agent ?? user, password, allowHttp }
}

async function withApp(
  given: GivenAccount | null,
  use: (app: App) => Promise<ExitValue>,
  watch?: AppPorts['watch'],
): Promise<ExitValue> {
  const { env, platform } = process
  const folder = dataFolder({ env, platform, home: homedir() })
  await makeDataFolder(folder)
  const helper = join(import.meta.dirname, 'keychain-helper.js')
  const app = await openApp({
    clock: systemClock,
    transport: createTransport({ clock: systemClock, userAgent: `ring-my-phone/${version}` }),
    keychain: createKeychain({
      startHelper: () => forkHelper(helper),
      clock: systemClock,
      platform,
    }),
    folder,
    ...(given ? { given } : {}),
    ...(watch ? { watch } : {}),
    about: { version, platform },
    openAddress: () => undefined,
    quit: () => undefined,
  })
  const stop = app.subscribe(({ account }) => {
    if (account.waitingForKeyring) process.stderr.write(`${say.waitingForKeyring}\n`)
  })
  try {
    return await use(app)
  } finally {
    stop()
    await app.close()
  }
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
}

for (const stream of [process.stdout, process.stderr]) {
  // Who reads may leave early, as `head` does; the exit value still says how it ended.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

process.exitCode = await run(process.argv.slice(2))

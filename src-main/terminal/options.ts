import { parseArgs } from 'node:util'
import { wordsFor } from '../words/index.ts'

export const commands = ['ring', 'status', 'sign-in', 'sign-out', 'demo'] as const

export interface Options {
  command: (typeof commands)[number]
  server: string | null
  user: string | null
  agent: string | null
  passwordStdin: boolean
  allowHttp: boolean
  json: boolean
  /** `status` only: go on, a line for each change. */
  watch: boolean
}

const optionTypes = {
  server: { type: 'string' },
  user: { type: 'string' },
  agent: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  'allow-http': { type: 'boolean' },
  json: { type: 'boolean' },
  watch: { type: 'boolean' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const

/** The options that name an account; a command that uses none refuses them, lest they be ignored. */
const aboutAccount = ['server', 'user', 'agent', 'password-stdin', 'allow-http'] as const
const usesNamedAccount: readonly string[] = ['ring', 'status', 'sign-in']

export type ParsedOptions =
  | { kind: 'run'; options: Options }
  | { kind: 'help' }
  | { kind: 'version' }
  /** Exit 2; `message` says which word could not be understood. */
  | { kind: 'unreadable'; message: string }

/**
 * Reads the terminal's words, without the program's own name. No message repeats a value: somebody
 * may try to pass a password that way, and messages end in logs.
 */
export function readOptions(words: readonly string[]): ParsedOptions {
  let parsed
  try {
    parsed = parse(words)
  } catch (error) {
    return { kind: 'unreadable', message: messageFor(error) }
  }
  const { values, positionals } = parsed
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  const command = commands.find((known) => known === positionals[0])
  const message = command ? complaint(command, parsed) : noSuchCommand(positionals[0])
  if (!command || message !== null) return { kind: 'unreadable', message: message ?? '' }
  return {
    kind: 'run',
    options: {
      command,
      server: values.server ?? null,
      user: values.user ?? null,
      agent: values.agent ?? null,
      passwordStdin: values['password-stdin'] ?? false,
      allowHttp: values['allow-http'] ?? false,
      json: values.json ?? false,
      watch: values.watch ?? false,
    },
  }
}

function parse(words: readonly string[]) {
  return parseArgs({ args: [...words], allowPositionals: true, options: optionTypes })
}

/** What is wrong with the words around a known command; null for nothing. */
function complaint(
  command: Options['command'],
  { values, positionals }: ReturnType<typeof parse>,
): string | null {
  const { options: say } = wordsFor().terminal
  if (positionals.length > 1) return say.unknownCommand(`${command} …`)
  const given = aboutAccount.filter((option) => values[option] !== undefined)
  const empty = given.find((option) => values[option] === '')
  if (empty) return say.valueMissing(`--${empty}`)
  if (given[0] && !usesNamedAccount.includes(command)) return say.unknownOption(`--${given[0]}`)
  if (values.watch && command !== 'status') return say.unknownOption('--watch')
  // Watching asks for the password again and again, so a piped one has to come with its account.
  if (values.watch && given.length > 0 && !given.includes('server')) return say.required('--server')
  // A password alone goes with the saved account; anything else names another one, as a whole.
  if (command === 'sign-in' || given.every((option) => option === 'password-stdin')) return null
  const wanted = (['server', 'user', 'password-stdin'] as const).find(
    (option) => !given.includes(option),
  )
  return wanted ? say.required(`--${wanted}`) : null
}

function noSuchCommand(word: string | undefined): string {
  const { options: say } = wordsFor().terminal
  return word !== undefined && /^[a-z-]+$/i.test(word) ? say.unknownCommand(word) : say.noCommand
}

function messageFor(error: unknown): string {
  const { options: say } = wordsFor().terminal
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const text = error instanceof Error ? error.message : ''
  const named = /'(?:-\w, )?(--?[\w-]+)/.exec(text)?.[1] ?? ''
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return say.unknownOption(named)
  // An option that takes no value got one: `--json=yes`.
  return /does not take/.test(text) ? say.unknownOption(`${named}=…`) : say.valueMissing(named)
}

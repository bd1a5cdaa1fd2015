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
}

export type ParsedOptions =
  | { kind: 'run'; options: Options }
  | { kind: 'help' }
  | { kind: 'version' }
  /** Exit 2; `message` says which word could not be understood. */
  | { kind: 'unreadable'; message: string }

/** Reads the terminal's words, without the program's own name. */
export function readOptions(words: readonly string[]): ParsedOptions {
  const { options: say } = wordsFor().terminal
  let parsed
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        server: { type: 'string' },
        user: { type: 'string' },
        agent: { type: 'string' },
        'password-stdin': { type: 'boolean', default: false },
        'allow-http': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return { kind: 'unreadable', message: messageFor(error, words) }
  }
  const { values, positionals } = parsed
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  const [name, extra] = positionals
  if (name === undefined) return { kind: 'unreadable', message: say.noCommand }
  const command = commands.find((known) => known === name)
  if (!command) return { kind: 'unreadable', message: say.unknownCommand(name) }
  if (extra !== undefined) return { kind: 'unreadable', message: say.unknownOption(extra) }

  const named = values.server !== undefined || values.user !== undefined
  const asksDialer = command === 'ring' || command === 'status'
  if (named && asksDialer) {
    if (values.server === undefined) return required('--server')
    if (values.user === undefined) return required('--user')
    if (!values['password-stdin']) return required('--password-stdin')
  }
  return {
    kind: 'run',
    options: {
      command,
      server: values.server ?? null,
      user: values.user ?? null,
      agent: values.agent ?? null,
      passwordStdin: values['password-stdin'],
      allowHttp: values['allow-http'],
      json: values.json,
    },
  }

  function required(option: string): ParsedOptions {
    return { kind: 'unreadable', message: say.required(option) }
  }
}

function messageFor(error: unknown, words: readonly string[]): string {
  const { options: say } = wordsFor().terminal
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const text = error instanceof Error ? error.message : ''
  // Only the option's name, never its value: somebody may try to pass a password that way.
  const named =
    /'(?:-\w, )?(--?[\w-]+)/.exec(text)?.[1] ?? words.find((word) => word.startsWith('-'))
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return say.valueMissing(named ?? '')
  return say.unknownOption(named ?? '')
}

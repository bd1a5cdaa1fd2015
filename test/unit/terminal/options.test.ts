import { describe, expect, test } from 'vitest'
import { readOptions } from '../../../src-main/terminal/options.ts'
import { wordsFor } from '../../../src-main/words/index.ts'

const { options: say } = wordsFor().terminal
const secret = 'hunter2'
const words = (line: string) => line.split(' ').filter((word) => word !== '')

const nothing = {
  server: null,
  user: null,
  agent: null,
  passwordStdin: false,
  allowHttp: false,
  json: false,
  watch: false,
}
const named = { ...nothing, server: 'https://a.b', user: '1000', passwordStdin: true }

test.each([
  ['ring', { command: 'ring', ...nothing }],
  ['status --json', { command: 'status', ...nothing, json: true }],
  ['--json status', { command: 'status', ...nothing, json: true }],
  ['ring --password-stdin', { command: 'ring', ...nothing, passwordStdin: true }],
  ['ring --server https://a.b --user 1000 --password-stdin', { command: 'ring', ...named }],
  ['ring --server=https://a.b --user=1000 --password-stdin', { command: 'ring', ...named }],
  [
    'status --server https://a.b --user 1000 --agent 1001 --password-stdin --allow-http',
    { command: 'status', ...named, agent: '1001', allowHttp: true },
  ],
  ['status --watch', { command: 'status', ...nothing, watch: true }],
  ['sign-in', { command: 'sign-in', ...nothing }],
  ['sign-in --server a.b', { command: 'sign-in', ...nothing, server: 'a.b' }],
  ['sign-in --allow-http', { command: 'sign-in', ...nothing, allowHttp: true }],
  ['sign-out', { command: 'sign-out', ...nothing }],
  ['demo --json', { command: 'demo', ...nothing, json: true }],
])('%s', (line, options) => {
  expect(readOptions(words(line))).toEqual({ kind: 'run', options })
})

test.each([
  ['--help', 'help'],
  ['ring --help', 'help'],
  ['--help --user', 'unreadable'],
  ['--version', 'version'],
])('%s: %s', (line, kind) => {
  expect(readOptions(words(line)).kind).toBe(kind)
})

describe('what cannot be read is named, without its value', () => {
  test.each([
    ['', say.noCommand],
    ['rign', say.unknownCommand('rign')],
    [secret, say.noCommand],
    [`ring ${secret}`, say.unknownCommand('ring …')],
    [`ring --password ${secret}`, say.unknownOption('--password')],
    [`ring --password=${secret}`, say.unknownOption('--password')],
    [`ring --${secret}`, say.unknownOption(`--${secret}`)],
    [`ring -p${secret}`, say.unknownOption('-p')],
    [`ring --password-stdin=${secret}`, say.unknownOption('--password-stdin=…')],
    [`ring --json=${secret}`, say.unknownOption('--json=…')],
    [`ring --user -${secret}`, say.valueMissing('--user')],
    ['ring --server', say.valueMissing('--server')],
    ['ring --server= --user 1000 --password-stdin', say.valueMissing('--server')],
    ['ring --server a.b --user= --password-stdin', say.valueMissing('--user')],
    ['ring --server a.b --user 1000 --agent= --password-stdin', say.valueMissing('--agent')],
    ['sign-in --user=', say.valueMissing('--user')],
    ['ring --server a.b', say.required('--user')],
    ['ring --server a.b --user 1000', say.required('--password-stdin')],
    ['status --user 1000 --password-stdin', say.required('--server')],
  ])('%s', (line, message) => {
    expect(readOptions(words(line))).toEqual({ kind: 'unreadable', message })
    if (!line.includes(`--${secret}`)) expect(message).not.toContain(secret)
  })
})

describe('an option that would be ignored is refused', () => {
  test.each([
    // The saved agent would be rung instead.
    ['ring --agent 1001', say.required('--server')],
    ['status --agent 1001 --password-stdin', say.required('--server')],
    ['ring --allow-http', say.required('--server')],
    // Somebody else would be signed out.
    ['sign-out --user 1001', say.unknownOption('--user')],
    ['sign-out --server https://a.b', say.unknownOption('--server')],
    ['demo --password-stdin', say.unknownOption('--password-stdin')],
  ])('%s', (line, message) => {
    expect(readOptions(words(line))).toEqual({ kind: 'unreadable', message })
  })
})

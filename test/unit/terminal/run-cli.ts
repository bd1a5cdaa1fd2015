import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'

/** The built program; `npm run unit` builds it first. */
export const program = resolve(import.meta.dirname, '../../../out/main/cli.js')
if (!existsSync(program)) throw new Error('build it first: npx vite build --mode main')

export interface Ran {
  exit: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
}

export interface Running {
  child: ChildProcess
  /** What it has printed so far. */
  printed: () => string
  ended: Promise<Ran>
}

export interface Surroundings {
  /** The data folder, and the home. */
  folder: string
  env?: NodeJS.ProcessEnv
  /** What is piped in; with `null` the pipe stays open until somebody writes. */
  input?: string | null
}

/** Starts the program as a person's shell would, knowing nothing of this machine's desktop. */
export function startCli(words: readonly string[], { folder, env, input }: Surroundings): Running {
  const child = spawn(process.execPath, [program, ...words], {
    env: { PATH: process.env['PATH'], HOME: folder, RING_MY_PHONE_DATA: folder, ...env },
    stdio: 'pipe',
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  // A program that ends without reading its input makes no failing test by itself.
  child.stdin.on('error', () => undefined)
  if (input !== null) child.stdin.end(input ?? '')
  const ended = new Promise<Ran>((done) => {
    child.on('close', (exit, signal) => {
      done({ exit, signal, out, err })
    })
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, printed: () => out + err, ended }
}

export function runCli(words: readonly string[], surroundings: Surroundings): Promise<Ran> {
  return startCli(words, surroundings).ended
}

/** The one line of JSON that a run has printed. */
export function jsonOf({ out }: Ran): Record<string, unknown> {
  return JSON.parse(out) as Record<string, unknown>
}

/** The options of a script that rings for agent 1000 of this dialer. */
export function asScript(url: string, more: readonly string[] = []): string[] {
  return ['--server', url, '--user', '1000', '--password-stdin', '--allow-http', ...more]
}

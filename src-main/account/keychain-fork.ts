import { fork } from 'node:child_process'
import type { HelperProcess } from './keychain-line.ts'

/**
 * Starts the helper as a child of a plain Node process: the terminal's way.
 * `path` is the built keychain-helper.js. Secrets cross over Node's own channel between the two, never
 * in arguments or the environment, which other programs of the same user can read.
 */
export function forkHelper(path: string, env: NodeJS.ProcessEnv = process.env): HelperProcess {
  const child = fork(path, [], { env, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  return {
    send(message) {
      // A failure to send means that the helper is gone, which `onExit` tells.
      child.send(message as object, () => undefined)
    },
    onMessage(listener) {
      child.on('message', listener)
    },
    onExit(listener) {
      child.on('exit', listener)
      child.on('error', listener)
    },
    kill() {
      child.kill('SIGKILL')
    },
  }
}

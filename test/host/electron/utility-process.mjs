import { fork } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { strict, StrictEmitter } from './strict.mjs'

const childStart = fileURLToPath(new URL('./utility-child.mjs', import.meta.url))

/** `utilityProcess`: a plain Node child with `process.parentPort`. */
export function createUtilityProcess({ app }) {
  const children = new Set()
  process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')))

  class UtilityProcess extends StrictEmitter {
    pid = undefined
    stdout = null
    stderr = null
    #child

    constructor(child) {
      super('electron.UtilityProcess')
      this.#child = child
      this.stdout = child.stdout
      this.stderr = child.stderr
      child.on('spawn', () => {
        this.pid = child.pid
        this.emit('spawn')
      })
      child.on('message', (message) => this.emit('message', message))
      child.on('error', () => {}) // A module that cannot start has told so, and ends.
      child.on('exit', (code, signal) => {
        this.pid = undefined
        children.delete(child)
        this.emit('exit', code ?? constants.signals[signal])
      })
    }
    /** @throws what structured clone refuses */
    postMessage(message) {
      const copy = structuredClone(message)
      if (this.#child.connected) this.#child.send(copy)
    }
    kill() {
      return this.#child.kill('SIGTERM')
    }
  }

  return strict('electron.utilityProcess', {
    fork(modulePath, args = [], options = {}) {
      if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready')
      const { cwd, env = process.env, execArgv = [], stdio = 'inherit' } = options
      const streams = Array.isArray(stdio) ? stdio : ['ignore', stdio, stdio]
      const child = fork(modulePath, args, {
        ...(cwd === undefined ? {} : { cwd }),
        env: { ...env, NODE_OPTIONS: '' },
        execArgv: ['--import', childStart, ...execArgv],
        stdio: [...streams.slice(0, 3), 'ipc'],
        serialization: 'advanced',
      })
      children.add(child)
      return new UtilityProcess(child)
    },
  })
}

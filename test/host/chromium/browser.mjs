import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { Pipe } from './pipe.mjs'
import { prepareProfile } from './profile.mjs'
import { switches } from './switches.mjs'

const STOP_MS = 2_000
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The Chromium process behind all windows.
 * Emits `gone` (its own last words) when it ends without having been asked to, `stray` (session,
 * target) for a page no window asked for, and `download`.
 */
export class Browser extends EventEmitter {
  /** Where a test attaches: a DevTools web socket on loopback. */
  endpoint = ''
  /** On a display only, and only on request: windows that come and go disturb a person. */
  headed =
    process.env.STANDIN_HEADED === '1' &&
    Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  #child
  #pipe
  #ended
  #stopping = false
  #newTargets = new Set()
  #attached = new Map()

  get pid() {
    return this.#child?.pid
  }

  async start(profile) {
    await prepareProfile(profile)
    const program = process.env.STANDIN_CHROMIUM ?? places.find((place) => existsSync(place))
    if (!program) throw new Error('stand-in: no Chromium found; STANDIN_CHROMIUM may name one')
    this.#child = spawn(program, switches({ profile, headed: this.headed }), {
      // Ctrl+C in a terminal reaches the whole group; only the host may decide what it means.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // Chromium has no business on the bus of the keyring under test.
      env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
    })
    process.on('exit', () => this.#child.kill('SIGKILL'))
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve))
    this.#pipe = new Pipe(this.#child.stdio[3], this.#child.stdio[4])
    this.endpoint = await this.#listening()
    const root = this.#pipe.session()
    root.on('Target.attachedToTarget', (event) => void this.#onAttached(event))
    root.on('Browser.downloadWillBegin', (event) => this.emit('download', event))
    await root.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }],
    })
    await root.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
  }

  /** A page that has not begun to run yet; its session waits for `Runtime.runIfWaitingForDebugger`. */
  async newPage({ width, height }) {
    const target = { url: 'about:blank', newWindow: true, width, height }
    const created = this.send('Target.createTarget', target)
    this.#newTargets.add(created)
    try {
      const { targetId } = await created
      const session = this.#attached.get(targetId)
      this.#attached.delete(targetId)
      return { targetId, session }
    } finally {
      this.#newTargets.delete(created)
    }
  }

  /** A command to the browser itself. */
  send(method, params) {
    return this.#pipe.session().send(method, params)
  }

  async stop() {
    if (!this.#child) return
    this.#stopping = true
    this.send('Browser.close').catch(() => {}) // It answers by ending.
    const late = setTimeout(() => this.#child.kill('SIGKILL'), STOP_MS)
    await this.#ended
    clearTimeout(late)
  }

  async #onAttached({ sessionId, targetInfo }) {
    const session = this.#pipe.session(sessionId)
    this.#attached.set(targetInfo.targetId, session)
    // The news of a page comes before the answer to the request for it.
    await Promise.allSettled([...this.#newTargets])
    if (!this.#attached.delete(targetInfo.targetId)) return
    await this.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {})
    this.emit('stray', targetInfo)
  }

  #listening() {
    return new Promise((resolve, reject) => {
      let words = ''
      this.#child.stderr.setEncoding('utf8')
      this.#child.stderr.on('data', (text) => {
        if (this.endpoint) return
        words += text
        const found = /DevTools listening on (ws:\S+)/.exec(words)
        if (found) resolve(found[1])
      })
      this.#child.once('error', ({ code }) => {
        reject(new Error(`stand-in: Chromium cannot be started: ${code}`))
      })
      this.#child.once('close', () => {
        reject(new Error(`stand-in: Chromium did not start\n${words}`))
        if (!this.#stopping) this.emit('gone')
      })
    })
  }
}

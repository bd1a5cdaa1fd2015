import type { Clock } from '../clock.ts'
import { readReply, type KeychainReply, type KeychainRequest } from './keychain-protocol.ts'

/** The process that runs keychain-helper; Electron and the terminal each start their own kind. */
export interface HelperProcess {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: () => void): void
  /** Ends it at once, whatever it is waiting for. */
  kill(): void
}

/** `gesture`: a person asked for it and can see and answer their computer's own prompt. */
export type Patience = 'background' | 'gesture'

export type LineAnswer =
  /** `newHelper`: it was this helper's first request. */
  | { kind: 'reply'; reply: KeychainReply; newHelper: boolean }
  | { kind: 'unavailable' }
  | { kind: 'too-slow' }
  | { kind: 'cancelled' }

type WithoutId<R> = R extends unknown ? Omit<R, 'id'> : never

export interface KeychainLine {
  /** The time the request waits for its turn counts as well: 2 s in the background, 60 s after a gesture. */
  ask: (request: WithoutId<KeychainRequest>, patience: Patience) => Promise<LineAnswer>
  /** Ends the request under way and those behind it. */
  cancel: () => void
  waiting: () => boolean
  onWaiting: (listener: (waiting: boolean) => void) => () => void
  close: () => void
}

interface Task {
  request: KeychainRequest
  patience: Patience
  settle(answer: LineAnswer): void
}

const patienceMs = { background: 2_000, gesture: 60_000 }
/** A healthy keyring answers in a tenth of a second; by now it is most likely asking the person. */
const promptLikelyMs = 1_500
const idleMs = 60_000
const nothing = () => undefined

/**
 * The line to the helper process: one request at a time, each bounded in time. The helper is started
 * when needed, killed when late, cancelled or gone wrong, and ended after a minute without work.
 */
export function openKeychainLine(startHelper: () => HelperProcess, clock: Clock): KeychainLine {
  /** The first is under way. */
  const tasks: Task[] = []
  const listeners = new Set<(waiting: boolean) => void>()
  let helper: HelperProcess | null = null
  let lastId = 0
  let closed = false
  let waiting = false
  let stopWaitTimer: () => void = nothing
  let stopIdleTimer: () => void = nothing

  function start(): HelperProcess {
    const started = startHelper()
    let newHelper = true
    started.onMessage((message) => {
      const reply = readReply(message)
      const task = tasks[0]
      // An answer that comes after its request was given up belongs to nobody.
      if (helper !== started || !reply || reply.id !== task?.request.id) return
      end(task, { kind: 'reply', reply, newHelper })
      newHelper = false
    })
    started.onExit(() => {
      if (helper !== started) return
      helper = null
      if (tasks[0]) end(tasks[0], { kind: 'unavailable' })
    })
    return started
  }

  function dropHelper(): void {
    const dropped = helper
    helper = null
    dropped?.kill()
  }

  function next(): void {
    const task = tasks[0]
    if (!task) {
      stopIdleTimer = helper ? clock.after(idleMs, dropHelper) : nothing
      return
    }
    stopIdleTimer()
    if (task.patience === 'gesture') {
      stopWaitTimer = clock.after(promptLikelyMs, () => {
        setWaiting(true)
      })
    }
    try {
      helper ??= start()
      helper.send(task.request)
    } catch {
      end(task, { kind: 'unavailable' })
    }
  }

  function end(task: Task, answer: LineAnswer): void {
    const place = tasks.indexOf(task)
    if (place === -1) return
    tasks.splice(place, 1)
    if (place === 0) {
      stopWaitTimer()
      setWaiting(false)
      // libsecret holds on to a keyring daemon that has restarted meanwhile, and fails ever after.
      if (answer.kind !== 'reply' || !answer.reply.ok) dropHelper()
    }
    task.settle(answer)
    if (place === 0) next()
  }

  function cancel(): void {
    // From the back, so that none of them gets its turn on the way.
    for (const task of tasks.toReversed()) end(task, { kind: 'cancelled' })
  }

  function setWaiting(now: boolean): void {
    if (waiting === now) return
    waiting = now
    for (const listener of listeners) listener(now)
  }

  return {
    ask(request, patience) {
      if (closed) return Promise.resolve({ kind: 'cancelled' })
      return new Promise((resolve) => {
        const task: Task = { request: { ...request, id: ++lastId }, patience, settle }
        const stopTimer = clock.after(patienceMs[patience], () => {
          end(task, { kind: 'too-slow' })
        })
        function settle(answer: LineAnswer) {
          stopTimer()
          resolve(answer)
        }
        tasks.push(task)
        if (tasks.length === 1) next()
      })
    },
    cancel,
    waiting: () => waiting,
    onWaiting(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      closed = true
      cancel()
      stopIdleTimer()
      dropHelper()
    },
  }
}

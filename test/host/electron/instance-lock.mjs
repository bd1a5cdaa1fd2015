import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { Worker } from 'node:worker_threads'

/** Electron gives a holder 20 s before it takes it for hung; a test need not wait that long. */
const ANSWER_MS = 5_000

/**
 * One holder for each data folder. The lock is an abstract Unix socket (Linux): binding it answers
 * at once, as `requestSingleInstanceLock` must, two processes can never both have it, and the
 * kernel frees it when the holder dies in whatever way, so there is no stale lock to tell from a
 * live one.
 * @param {{ folder: () => string, onSecond: (message: object) => void }} ports
 */
export function createInstanceLock({ folder, onSecond }) {
  let server

  return {
    held: () => server !== undefined,
    release() {
      server?.close()
      server = undefined
    },
    /** True: it is ours. False: the holder has been told, with `message`. */
    request(message) {
      if (server) return true
      const name = socketName(folder())
      const wanted = createServer({ allowHalfOpen: true }, (socket) => receive(socket, onSecond))
      wanted.on('error', () => {}) // Told apart by `listening`, which is right at once.
      wanted.listen(name)
      if (wanted.listening) {
        server = wanted.unref()
        return true
      }
      tellHolder(name, message)
      return false
    },
  }
}

function socketName(folder) {
  mkdirSync(folder, { recursive: true })
  const key = `${process.getuid?.() ?? ''}:${realpathSync(folder)}`
  return `\0stand-in-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`
}

function receive(socket, onSecond) {
  let text = ''
  socket.setEncoding('utf8')
  socket.on('error', () => {}) // The second copy was killed half-way: nobody to answer.
  socket.on('data', (part) => (text += part))
  socket.on('end', () => {
    socket.end('received')
    onSecond(JSON.parse(text))
  })
}

/** Blocks until the holder has answered, so that the message arrives even before `process.exit`. */
function tellHolder(name, message) {
  const done = new SharedArrayBuffer(4)
  const worker = new Worker(
    `const { workerData: w } = require('node:worker_threads')
     const finish = () => { Atomics.store(new Int32Array(w.done), 0, 1); Atomics.notify(new Int32Array(w.done), 0) }
     const socket = require('node:net').connect({ path: w.name, allowHalfOpen: true })
     socket.on('error', finish).on('end', finish).resume().end(w.text)`,
    { eval: true, workerData: { name, text: JSON.stringify(message), done }, execArgv: [] },
  )
  worker.unref()
  Atomics.wait(new Int32Array(done), 0, 0, ANSWER_MS)
}

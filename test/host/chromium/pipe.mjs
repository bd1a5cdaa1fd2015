import { EventEmitter } from 'node:events'

/**
 * Chromium's DevTools protocol over two pipes: messages are JSON ended by a zero byte. Unlike the
 * web socket a pipe needs no address, and Chromium ends by itself when this process is gone.
 */
export class Pipe {
  #calls = new Map()
  #sessions = new Map()
  #lastId = 0
  #closed = false

  /**
   * @param {import('node:stream').Writable} toChromium
   * @param {import('node:stream').Readable} fromChromium
   */
  constructor(toChromium, fromChromium) {
    this.#toChromium = toChromium
    let rest = ''
    fromChromium.setEncoding('utf8')
    fromChromium.on('data', (text) => {
      const messages = (rest + text).split('\0')
      rest = messages.pop()
      for (const message of messages) this.#receive(JSON.parse(message))
    })
    fromChromium.on('close', () => this.#close())
    toChromium.on('error', () => this.#close())
  }
  #toChromium

  /** The session of one target, or of the browser itself without an id. */
  session(id = '') {
    let session = this.#sessions.get(id)
    if (!session) {
      session = new Session((method, params) => this.#send(method, params, id))
      this.#sessions.set(id, session)
    }
    return session
  }

  #send(method, params, sessionId) {
    if (this.#closed) return Promise.reject(new Error(`${method}: Chromium is gone`))
    const id = ++this.#lastId
    const answer = new Promise((resolve, reject) => {
      this.#calls.set(id, { method, resolve, reject })
    })
    const message = { id, method, params, ...(sessionId ? { sessionId } : {}) }
    this.#toChromium.write(`${JSON.stringify(message)}\0`)
    return answer
  }

  #receive({ id, method, params, result, error, sessionId }) {
    if (id === undefined) {
      this.session(sessionId).emit(method, params)
      return
    }
    const call = this.#calls.get(id)
    this.#calls.delete(id)
    if (error) call?.reject(new Error(`${call.method}: ${error.message}`))
    else call?.resolve(result)
  }

  #close() {
    this.#closed = true
    for (const { method, reject } of this.#calls.values()) {
      reject(new Error(`${method}: Chromium is gone`))
    }
    this.#calls.clear()
  }
}

class Session extends EventEmitter {
  /** @param {(method: string, params?: object) => Promise<any>} send */
  constructor(send) {
    super()
    this.send = send
  }
  /** For what may fail because the page has just gone. */
  trySend(method, params) {
    return this.send(method, params).catch(() => undefined)
  }
}

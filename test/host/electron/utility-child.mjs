// Runs first in a utility process: gives it Electron's way to talk and takes Node's away.
import { EventEmitter } from 'node:events'
import { redirectElectron } from '../redirect.mjs'

const send = process.send.bind(process)
delete process.send

/** Messages wait for the first listener, as on a MessagePort that was not started. */
class ParentPort extends EventEmitter {
  #early = []
  constructor() {
    super()
    this.on('newListener', (event, listener) => {
      if (event !== 'message') return
      for (const message of this.#early.splice(0))
        setImmediate(() => listener({ data: message, ports: [] }))
    })
    process.on('message', (message) => {
      if (this.listenerCount('message') === 0) this.#early.push(message)
      else this.emit('message', { data: message, ports: [] })
    })
  }
  postMessage(message) {
    send(structuredClone(message))
  }
}

Object.assign(process, { type: 'utility', parentPort: new ParentPort() })
// Electron ends its utility processes when it goes. `process.exit` would wait for a keyring that hangs.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// The real package would try to download Electron.
redirectElectron(
  `data:text/javascript,throw new Error("stand-in: utility processes have no electron module")`,
)

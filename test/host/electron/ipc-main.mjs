import { StrictEmitter } from './strict.mjs'

/** `ipcMain`, and the same for one page (`webContents.ipc`) and one frame (`mainFrame.ipc`). */
export class IpcMain extends StrictEmitter {
  #handlers = new Map()

  constructor(name = 'electron.ipcMain') {
    super(name)
  }
  handle(channel, handler) {
    if (typeof handler !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    }
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    this.#handlers.set(channel, handler)
  }
  handleOnce(channel, handler) {
    this.handle(channel, (...args) => {
      this.removeHandler(channel)
      return handler(...args)
    })
  }
  removeHandler(channel) {
    this.#handlers.delete(channel)
  }
  handlerOf(channel) {
    return this.#handlers.get(channel)
  }
}

/**
 * Gives a page's message to whoever listens, the nearest first, and answers an `invoke`.
 * @param {IpcMain[]} ends
 * @param {{ kind: 'send' | 'invoke', id?: number, channel: string, args: unknown[] }} message
 * @param {(answer: object) => void} answer throws what cannot be cloned
 */
export async function dispatch(ends, event, { kind, id, channel, args }, answer) {
  if (kind === 'send') {
    const reply = (replyChannel, ...rest) => event.sender.send(replyChannel, ...rest)
    for (const end of ends) end.emit(channel, { ...event, reply, ports: [] }, ...args)
    return
  }
  const fail = (error) => {
    answer({ kind: 'reply', id, error: `Error invoking remote method '${channel}': ${error}` })
  }
  const handler = ends.map((end) => end.handlerOf(channel)).find((found) => found)
  if (!handler) {
    fail(`Error: No handler registered for '${channel}'`)
    return
  }
  try {
    answer({ kind: 'reply', id, value: await handler(event, ...args) })
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    fail(error)
  }
}

import { IpcMain } from './ipc-main.mjs'
import { originOf } from './schemes.mjs'
import { StrictEmitter } from './strict.mjs'

/** The top frame of a page, always as it is now; the stand-in knows no other frames. */
export class WebFrameMain extends StrictEmitter {
  ipc = new IpcMain('electron.WebFrameMain.ipc')
  name = ''
  parent = null
  frames = []
  routingId = 1
  frameTreeNodeId
  detached = false
  #contents

  constructor(contents) {
    super('electron.WebFrameMain')
    this.#contents = contents
    this.frameTreeNodeId = contents.id
  }
  get top() {
    return this
  }
  get framesInSubtree() {
    return [this]
  }
  get url() {
    return this.#contents.getURL()
  }
  get origin() {
    return originOf(this.url)
  }
  get processId() {
    return this.#contents.id
  }
  isDestroyed() {
    return this.#contents.isDestroyed()
  }
  send(channel, ...args) {
    this.#contents.send(channel, ...args)
  }
  executeJavaScript(code, userGesture) {
    return this.#contents.executeJavaScript(code, userGesture)
  }
  reload() {
    this.#contents.reload()
    return true
  }
}

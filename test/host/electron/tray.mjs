import { loadImage } from './native-image.mjs'
import { strict, StrictEmitter } from './strict.mjs'

/**
 * `Tray`. The panel that would show it is played by the probe, which copies the menu when it is set,
 * as a Linux panel does.
 */
export function defineTray({ app }) {
  class Tray extends StrictEmitter {
    #image
    #title = ''
    #ignoresDoubleClicks = false
    #destroyed = false

    constructor(image) {
      if (!app.isReady()) throw new Error('Cannot create Tray before app is ready')
      super('electron.Tray')
      this.#image = loadImage(image)
    }
    #alive() {
      if (this.#destroyed) throw new Error('Tray is destroyed')
    }
    setImage(image) {
      this.#alive()
      this.#image = loadImage(image)
    }
    setPressedImage() {}
    setToolTip() {
      this.#alive()
    }
    setTitle(text) {
      this.#alive()
      this.#title = text
    }
    getTitle() {
      return this.#title
    }
    setContextMenu() {
      this.#alive()
    }
    /** macOS and Windows only; a Linux panel opens the menu by itself. */
    popUpContextMenu() {
      this.#alive()
    }
    closeContextMenu() {}
    displayBalloon() {}
    removeBalloon() {}
    focus() {}
    /** Electron knows no place of a tray icon on Linux. */
    getBounds() {
      return { x: 0, y: 0, width: 0, height: 0 }
    }
    setIgnoreDoubleClickEvents(ignore) {
      this.#ignoresDoubleClicks = ignore
    }
    getIgnoreDoubleClickEvents() {
      return this.#ignoresDoubleClicks
    }
    destroy() {
      this.#destroyed = true
    }
    isDestroyed() {
      return this.#destroyed
    }

    /** The stand-in's own door, not Electron's. */
    get standIn() {
      return { image: this.#image }
    }
  }
  return strict('electron.Tray', Tray)
}

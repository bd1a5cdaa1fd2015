import { StrictEmitter } from './strict.mjs'

/**
 * The part of a BrowserWindow that is only looks and place: remembered, told again when asked, and
 * otherwise without effect, since there is no window manager.
 */
export class WindowLook extends StrictEmitter {
  #bounds
  #title
  #is

  constructor(options, bounds) {
    super('electron.BrowserWindow')
    this.#bounds = bounds
    this.#title = options.title ?? ''
    this.#is = {
      alwaysOnTop: options.alwaysOnTop ?? false,
      resizable: options.resizable ?? true,
      movable: options.movable ?? true,
      minimizable: options.minimizable ?? true,
      maximizable: options.maximizable ?? true,
      closable: options.closable ?? true,
      focusable: options.focusable ?? true,
      onAllWorkspaces: false,
    }
  }

  getTitle() {
    return this.#title
  }
  setTitle(title) {
    this.#title = title
  }
  getBounds() {
    return { ...this.#bounds }
  }
  getNormalBounds() {
    return this.getBounds()
  }
  getContentBounds() {
    return this.getBounds()
  }
  setBounds(change) {
    const before = this.#bounds
    this.#bounds = { ...before, ...change }
    const { x, y, width, height } = this.#bounds
    if (width !== before.width || height !== before.height) this.emit('resize', {})
    if (x !== before.x || y !== before.y) this.emit('move', {})
  }
  setContentBounds(change) {
    this.setBounds(change)
  }
  getSize() {
    return [this.#bounds.width, this.#bounds.height]
  }
  setSize(width, height) {
    this.setBounds({ width, height })
  }
  getContentSize() {
    return this.getSize()
  }
  setContentSize(width, height) {
    this.setSize(width, height)
  }
  getPosition() {
    return [this.#bounds.x, this.#bounds.y]
  }
  setPosition(x, y) {
    this.setBounds({ x, y })
  }

  isAlwaysOnTop() {
    return this.#is.alwaysOnTop
  }
  setAlwaysOnTop(flag) {
    this.#is.alwaysOnTop = flag
  }
  isResizable() {
    return this.#is.resizable
  }
  setResizable(flag) {
    this.#is.resizable = flag
  }
  isMovable() {
    return this.#is.movable
  }
  isMinimizable() {
    return this.#is.minimizable
  }
  isMaximizable() {
    return this.#is.maximizable
  }
  isClosable() {
    return this.#is.closable
  }
  isFocusable() {
    return this.#is.focusable
  }
  isVisibleOnAllWorkspaces() {
    return this.#is.onAllWorkspaces
  }
  setVisibleOnAllWorkspaces(flag) {
    this.#is.onAllWorkspaces = flag
  }
  isMinimized() {
    return false
  }
  isMaximized() {
    return false
  }
  isFullScreen() {
    return false
  }
  restore() {}
  moveTop() {}
  flashFrame() {}
  removeMenu() {}
  setMenu() {}
  setIcon() {}
  setAutoHideMenuBar() {}
  setBackgroundColor() {}
  setContentProtection() {}
  setMenuBarVisibility() {}
  setMinimumSize() {}
  setMaximumSize() {}
  setOpacity() {}
  setSkipTaskbar() {}
}

/**
 * Records what has no page to look at: trays, notices, shortcuts, opened addresses, login items. One
 * file for the stand-in and for real Electron; `evaluate` reaches it as `__probe`.
 */
module.exports = function installProbe(electron) {
  const { app, BrowserWindow, globalShortcut, Notification, shell, Tray } = electron
  const trays = []
  const probe = {
    notifications: [],
    shortcuts: [],
    opened: [],
    loginItems: [],
    /** What `tray.getBounds` answers once it is set. */
    trayBounds: null,
  }
  const callbacks = new Map()

  /** Calls `then` before the method itself. */
  const watch = (owner, method, then) => {
    const original = owner[method]
    owner[method] = function (...args) {
      then(this, ...args)
      return original.apply(this, args)
    }
  }
  const recordOf = (tray) => {
    let record = trays.find((each) => each.tray === tray)
    if (!record) trays.push((record = { tray, toolTip: '', menu: null, shown: [], image: null }))
    return record
  }
  const alive = () => trays.filter(({ tray }) => !tray.isDestroyed())

  const theTray = () => {
    const [tray] = alive()
    if (!tray) throw new Error('the app shows no tray icon')
    return tray
  }

  /** What a person sees of a menu. */
  const look = (menu) =>
    (menu?.items ?? [])
      .filter((item) => item.visible)
      .map((item) => {
        const { id, label, type, enabled, checked } = item
        return { id, label, type, enabled, checked, items: look(item.submenu), item }
      })
  /** A Linux panel shows a copy, made when the menu was set; elsewhere the menu itself. */
  const shown = (record) => (process.platform === 'linux' ? record.shown : look(record.menu))
  const plain = (entries) =>
    entries.map(({ item, items, ...rest }) => ({ ...rest, items: plain(items) }))
  const flat = (entries) => entries.flatMap((entry) => [entry, ...flat(entry.items)])

  watch(Tray.prototype, 'setImage', (tray, image) => (recordOf(tray).image = image))
  watch(Tray.prototype, 'setToolTip', (tray, text) => (recordOf(tray).toolTip = text))
  watch(Tray.prototype, 'setContextMenu', (tray, menu) => {
    Object.assign(recordOf(tray), { menu, shown: look(menu) })
  })
  const getBounds = Tray.prototype.getBounds
  Tray.prototype.getBounds = function () {
    return probe.trayBounds ?? getBounds.call(this)
  }
  watch(Notification.prototype, 'show', (notification) => probe.notifications.push(notification))
  watch(app, 'setLoginItemSettings', (_, settings) => probe.loginItems.push(settings))
  const register = globalShortcut.register
  globalShortcut.register = (accelerator, callback) => {
    const done = register.call(globalShortcut, accelerator, callback)
    probe.shortcuts.push({ accelerator, registered: done })
    if (done) callbacks.set(accelerator, callback)
    return done
  }
  watch(globalShortcut, 'unregister', (_, accelerator) => callbacks.delete(accelerator))
  watch(globalShortcut, 'unregisterAll', () => callbacks.clear())
  // Replaced, not watched: no test opens the person's browser.
  shell.openExternal = async (address) => void probe.opened.push(address)

  /** `icon` is a data URL, or the path the app gave. */
  const iconOf = ({ tray, image }) => {
    const icon = tray.standIn?.image ?? image
    return icon?.toDataURL?.() ?? icon
  }
  probe.trays = () => alive().map((each) => ({ toolTip: each.toolTip, icon: iconOf(each) }))
  probe.menu = () => plain(shown(theTray()))
  probe.clickTray = (event = 'click') => {
    const { tray } = theTray()
    tray.emit(event, {}, tray.getBounds(), { x: 0, y: 0 })
  }
  /** As a person: what is shown disabled cannot be clicked, whatever the item says by now. */
  probe.clickMenu = (labelOrId) => {
    const entry = flat(shown(theTray())).find(({ id, label }) => [id, label].includes(labelOrId))
    if (!entry) throw new Error(`the menu shows no ${labelOrId}`)
    if (!entry.enabled) throw new Error(`the menu shows ${labelOrId} disabled`)
    entry.item.click({}, null, null)
  }
  probe.pressShortcut = (accelerator) => {
    const callback = callbacks.get(accelerator)
    if (!callback) throw new Error(`no shortcut ${accelerator}`)
    callback()
  }
  probe.clickNotification = (index = probe.notifications.length - 1) => {
    probe.notifications[index].emit('click', {})
  }
  /** The live settings of each window's page, where Electron has left a way to ask. */
  probe.webPreferences = () =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getLastWebPreferences())
  globalThis.__probe = probe
}

import { defineMenuItem } from './menu-item.mjs'
import { strict, StrictEmitter } from './strict.mjs'

/** `Menu` and `MenuItem`. */
export function defineMenu({ app }) {
  let applicationMenu = null

  class Menu extends StrictEmitter {
    static buildFromTemplate(template) {
      const menu = new Menu()
      for (const entry of withoutIdleSeparators(template)) {
        const isItem = entry instanceof MenuItem
        if (!isItem && ![entry.label, entry.role, entry.type].some((part) => part !== undefined)) {
          throw new TypeError(
            'Invalid template for MenuItem: must have at least one of label, role or type',
          )
        }
        menu.append(isItem ? entry : new MenuItem(entry))
      }
      return menu
    }
    static setApplicationMenu(menu) {
      applicationMenu = menu
    }
    static getApplicationMenu() {
      return applicationMenu
    }

    items = []

    constructor() {
      super('electron.Menu')
    }
    append(item) {
      this.insert(this.items.length, item)
    }
    insert(position, item) {
      item.menu = this
      this.items.splice(position, 0, item)
    }
    getMenuItemById(id) {
      for (const item of this.items) {
        const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
        if (found) return found
      }
      return null
    }
    popup() {
      this.emit('menu-will-show', {})
    }
    closePopup() {
      this.emit('menu-will-close', {})
    }
  }
  const MenuItem = defineMenuItem({ app, menuOf: (template) => Menu.buildFromTemplate(template) })
  return { Menu: strict('electron.Menu', Menu), MenuItem }
}

/** Electron drops separators at the edges and after another separator. */
function withoutIdleSeparators(template) {
  const shown = template.filter((entry) => entry.visible !== false)
  const idle = new Set()
  let afterSeparator = true
  for (const entry of shown) {
    if (entry.type === 'separator' && afterSeparator) idle.add(entry)
    afterSeparator = entry.type === 'separator'
  }
  const last = shown.filter((entry) => !idle.has(entry)).at(-1)
  if (last?.type === 'separator') idle.add(last)
  return template.filter((entry) => !idle.has(entry))
}

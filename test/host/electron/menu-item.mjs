import { strict, StrictObject } from './strict.mjs'

const roleLabels = { about: 'About', close: 'Close Window', quit: 'Quit' }
let lastCommandId = 0

/** `MenuItem`. As in Electron, `click` does not look at `enabled`: the shown menu did. */
export function defineMenuItem({ app, menuOf }) {
  class MenuItem extends StrictObject {
    constructor(options) {
      super('electron.MenuItem')
      const { click, ...rest } = options
      const { role, submenu } = options
      Object.assign(this, {
        id: '',
        label: roleLabels[role] ?? role ?? '',
        type: submenu ? 'submenu' : 'normal',
        role: undefined,
        accelerator: null,
        sublabel: '',
        toolTip: '',
        icon: undefined,
        enabled: true,
        visible: true,
        checked: false,
        submenu: undefined,
        menu: undefined,
        ...rest,
        commandId: ++lastCommandId,
      })
      if (Array.isArray(submenu)) this.submenu = menuOf(submenu)
      this.click = (event, window, contents) => {
        if (this.type === 'checkbox') this.checked = !this.checked
        if (this.type === 'radio') this.#chooseAmong(this.menu?.items ?? [])
        if (click) click(this, window, event, contents)
        else if (role === 'quit') app.quit()
      }
    }

    /** Radio items next to each other are one choice. */
    #chooseAmong(items) {
      const here = items.indexOf(this)
      const isRadio = (item) => item?.type === 'radio'
      let first = here
      while (isRadio(items[first - 1])) first -= 1
      for (let at = first; isRadio(items[at]); at += 1) items[at].checked = at === here
    }
  }
  return strict('electron.MenuItem', MenuItem)
}

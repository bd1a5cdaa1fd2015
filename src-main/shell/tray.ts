import { Menu, Tray, type MenuItemConstructorOptions, type NativeImage } from 'electron'
import type { App } from '../app-ports.ts'
import type { Clock } from '../clock.ts'
import type { Language } from '../words/index.ts'
import { oneGesture } from './one-gesture.ts'
import type { Rectangle } from './placement.ts'
import { trayMenu, type MenuLine } from './tray-menu.ts'
import { nextTrayChange, trayPicture, type TrayPicture } from './tray-picture.ts'
import { trayTooltip } from './tray-words.ts'

export interface TrayPorts {
  app: App
  clock: Clock
  words: Language
  images: Record<TrayPicture, NativeImage>
  platform: NodeJS.Platform
  ring: (by: 'tray' | 'menu') => void
  setPause: (paused: boolean) => void
  /** The menu's "open". */
  open: () => void
  /** A click on the icon, where the preference is to open the popup. */
  toggle: () => void
  quit: () => void
}

/** Puts the icon into the tray and keeps it, its tooltip and its menu true to the state. */
export function createTray(ports: TrayPorts): { bounds(): Rectangle } {
  const { app, clock, words, images, platform } = ports
  let shownPicture = trayPicture(app.state(), clock.now())
  const tray = new Tray(images[shownPicture])
  let shownTooltip = ''
  let publishedMenu = ''
  let cancelRedraw = () => {}

  function draw(): void {
    const state = app.state()
    const now = clock.now()
    const picture = trayPicture(state, now)
    if (picture !== shownPicture) tray.setImage(images[picture])
    shownPicture = picture
    const tooltip = trayTooltip(state, now, words)
    if (tooltip !== shownTooltip) tray.setToolTip(tooltip)
    shownTooltip = tooltip
    if (platform === 'linux') publishMenu(trayMenu(state, now, words))

    cancelRedraw()
    const next = nextTrayChange(state, now)
    cancelRedraw = next === null ? () => {} : clock.after(next - now, draw)
  }

  /** Linux keeps a copy of the menu: it changes only by being published anew. */
  function publishMenu(lines: MenuLine[]): void {
    const text = JSON.stringify(lines)
    if (text !== publishedMenu) tray.setContextMenu(Menu.buildFromTemplate(template(lines)))
    publishedMenu = text
  }

  function template(lines: MenuLine[]): MenuItemConstructorOptions[] {
    return lines.map((line): MenuItemConstructorOptions => {
      if (line.kind === 'separator') return { type: 'separator' }
      if (line.kind === 'text') return { label: line.label, enabled: false }
      return { label: line.label, click: actions[line.action] }
    })
  }

  const actions = {
    ring: () => {
      ports.ring('menu')
    },
    pause: () => {
      ports.setPause(true)
    },
    resume: () => {
      ports.setPause(false)
    },
    open: ports.open,
    quit: ports.quit,
  }

  tray.on(
    'click',
    oneGesture(clock, () => {
      if (app.state().preferences.trayClick === 'ring') ports.ring('tray')
      else ports.toggle()
    }),
  )
  if (platform !== 'linux') {
    tray.on('right-click', () => {
      const lines = trayMenu(app.state(), clock.now(), words)
      tray.popUpContextMenu(Menu.buildFromTemplate(template(lines)))
    })
  }
  // Else macOS holds every click back until it knows that no second one follows.
  if (platform === 'darwin') tray.setIgnoreDoubleClickEvents(true)

  draw()
  app.subscribe(draw)
  return { bounds: () => tray.getBounds() }
}

import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * Nobody sees this menu, but without it there is no Paste for the password field on macOS and no
 * zoom by keyboard anywhere. It leaves out reloading and the developer tools.
 */
export function setApplicationMenu(platform: NodeJS.Platform): void {
  const zoom: MenuItemConstructorOptions = {
    role: 'viewMenu',
    submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }],
  }
  const quit: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...quit, { role: 'editMenu' }, zoom]))
}

import { strict } from './strict.mjs'

/** `shell`: nothing leaves the test; the probe records what was to be opened. */
export function createShell() {
  return strict('electron.shell', {
    openExternal: async () => {},
    openPath: async () => '',
    showItemInFolder() {},
    beep() {},
  })
}

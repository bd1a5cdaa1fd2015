import { strict } from './strict.mjs'

/** `clipboard`: text only, asynchronous as of Electron 45. */
export function createClipboard({ desktop }) {
  return strict('electron.clipboard', {
    readText: async () => desktop.clipboardText,
    async writeText(text) {
      desktop.clipboardText = text
    },
    async clear() {
      desktop.clipboardText = ''
    },
  })
}

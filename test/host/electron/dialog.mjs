import { strict } from './strict.mjs'

/** `dialog`: nobody is there, so `__desktop.dialogAnswers` answers, else the first button does. */
export function createDialog({ desktop }) {
  const show =
    (kind, otherwise) =>
    async (...args) => {
      // A parent window may come first.
      desktop.dialogs.push({ kind, options: args.at(-1) })
      return desktop.dialogAnswers.shift() ?? otherwise
    }
  return strict('electron.dialog', {
    showMessageBox: show('message', { response: 0, checkboxChecked: false }),
    showOpenDialog: show('open', { canceled: true, filePaths: [] }),
    showSaveDialog: show('save', { canceled: true, filePath: '' }),
    showErrorBox(title, content) {
      desktop.dialogs.push({ kind: 'error', options: { title, content } })
      console.error(`[dialog] ${title}: ${content}`)
    },
  })
}

const { contextBridge, ipcRenderer } = require('electron')

const tryToRequire = (id) => {
  try {
    require(id)
    return 'found'
  } catch (error) {
    return error.message
  }
}

contextBridge.exposeInMainWorld('bridge', {
  echo: (value) => ipcRenderer.invoke('echo', value),
  answer: (kind) => ipcRenderer.invoke('answer', kind),
  nobody: () => ipcRenderer.invoke('nobody'),
  helper: (text) => ipcRenderer.invoke('helper', text),
  note: (text) => ipcRenderer.send('note', text),
  onNoted(listener) {
    const heard = (_, text) => listener(text)
    ipcRenderer.on('noted', heard)
    return () => ipcRenderer.removeListener('noted', heard)
  },
  fs: tryToRequire('node:fs'),
  deep: { list: [1, 2, 3] },
})

import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { AppState, PageBridge, Result } from './contract.ts'
import { channels } from './shell/channels.ts'

// Only these three functions reach the page: never ipcRenderer itself, nor an event of it.
const bridge: PageBridge = {
  command: (name, payload) =>
    ipcRenderer.invoke(channels.command, name, payload) as Promise<Result>,
  state: () => ipcRenderer.invoke(channels.state) as Promise<AppState>,
  onState(listener) {
    const hear = (_event: IpcRendererEvent, state: AppState) => {
      listener(state)
    }
    ipcRenderer.on(channels.stateChanged, hear)
    return () => {
      ipcRenderer.removeListener(channels.stateChanged, hear)
    }
  },
}

contextBridge.exposeInMainWorld('ringMyPhone', bridge)

import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { App } from '../app-ports.ts'
import type { Clock } from '../clock.ts'
import { channels } from './channels.ts'
import { reportBug } from './crash.ts'
import { answerPage, pageRefusal } from './page-door.ts'
import type { Popup } from './popup.ts'
import { isOurPage, type Sender } from './sender.ts'

/** Joins the page's bridge to the app. Call it before the first window exists. */
export function connectBridge(app: App, popup: Popup, clock: Clock): void {
  const trusted = (event: IpcMainInvokeEvent) => isOurPage(senderOf(event), popup.contentsId())

  ipcMain.handle(channels.command, async (event, name: unknown, payload: unknown) => {
    const answer = await answerPage(app, trusted(event), name, payload, reportBug)
    // After the answer is on its way, or it would be sent to a page that is gone.
    if (answer.reload) clock.after(0, () => popup.reload())
    return answer.result
  })
  ipcMain.handle(channels.state, (event) => (trusted(event) ? app.state() : pageRefusal))

  let pushed = ''
  app.subscribe((state) => {
    const text = JSON.stringify(state)
    if (text === pushed) return
    pushed = text
    popup.send(channels.stateChanged, state)
  })
}

function senderOf({ sender, senderFrame }: IpcMainInvokeEvent): Sender {
  try {
    const frame = senderFrame && { url: senderFrame.url, parent: senderFrame.parent }
    return { contentsId: sender.id, frame }
  } catch {
    // Electron throws for a frame that was disposed of in this very moment: nobody to answer.
    return { contentsId: sender.id, frame: null }
  }
}

import { pageAddress } from './page-files.ts'

/** What Electron tells of who sent a message. */
export interface Sender {
  contentsId: number
  /** Null once the frame has navigated or gone. */
  frame: { url: string; parent: unknown } | null
}

/**
 * Whether a message comes from our popup's own top frame showing our own page. `popupId` is the
 * id of the popup's web contents, null while there is none.
 */
export function isOurPage(sender: Sender, popupId: number | null): boolean {
  if (popupId === null || sender.contentsId !== popupId) return false
  // With its closing slash: `app://ring-my-phone.example/` must not pass.
  return sender.frame?.parent === null && sender.frame.url.startsWith(pageAddress)
}

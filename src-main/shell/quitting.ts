import { app } from 'electron'
import type { Clock } from '../clock.ts'

/** Long enough to end a helper and a connection; nobody waits longer for a program to quit. */
const closingLimitMs = 2_000

export interface Quitting {
  started: () => boolean
  /** For the ways out that do not pass before-quit. */
  begin: () => void
  /** What has to end before the program does. */
  closeFirst: (close: () => Promise<void>) => void
}

/** The one flag that every way out sets, so that the popup's "close means hide" never vetoes it. */
export function watchQuitting(clock: Clock): Quitting {
  let started = false
  const begin = () => {
    started = true
  }
  app.on('before-quit', begin)
  return {
    started: () => started,
    begin,
    closeFirst(close) {
      app.on('will-quit', (event) => {
        event.preventDefault()
        const leave = () => {
          app.exit(0)
        }
        clock.after(closingLimitMs, leave)
        void close().then(leave, leave)
      })
    },
  }
}

import { net, powerMonitor } from 'electron'
import type { App } from '../app-ports.ts'
import type { Presence } from '../ring/watch.ts'

/** What the system knows of its person and network. Only after ready. */
export const presence: Presence = {
  idleMs: () => powerMonitor.getSystemIdleTime() * 1_000,
  online: () => net.isOnline(),
}

/** Tells the app when the computer sleeps or is locked. Linux tells of the lock on some desktops only. */
export function watchPower(app: Pick<App, 'away'>): void {
  powerMonitor.on('suspend', () => {
    app.away('suspended', true)
  })
  powerMonitor.on('resume', () => {
    app.away('suspended', false)
  })
  powerMonitor.on('lock-screen', () => {
    app.away('locked', true)
  })
  powerMonitor.on('unlock-screen', () => {
    app.away('locked', false)
  })
}

import { shell } from 'electron'
import { reportBug } from './crash.ts'

/** Opens one of the app's own fixed addresses in the person's browser; anything but https is a bug. */
export function openAddress(address: string): void {
  if (new URL(address).protocol !== 'https:') throw new Error('only https addresses are opened')
  shell.openExternal(address).catch(reportBug)
}

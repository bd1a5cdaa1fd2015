import { readdirSync, readFileSync } from 'node:fs'

/** The command lines of all processes that mention the folder (Linux). */
export function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      } catch {
        return '' // It ended while we looked.
      }
    })
    .filter((line) => line.includes(folder))
}

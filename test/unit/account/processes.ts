import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** The processes whose command line mentions this text (Linux). */
export function pidsOf(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && processText(Number(name), 'cmdline').includes(text))
    .map(Number)
}

/** What a program of the same user can read of a process: its `cmdline` or `environ`; empty once it is gone. */
export function processText(pid: number, file: 'cmdline' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/** Whether the process has a connection to D-Bus: GLib then runs a thread of that name. */
export function isOnDBus(pid: number): boolean {
  try {
    return readdirSync(`/proc/${pid}/task`).some(
      (thread) => readFileSync(`/proc/${pid}/task/${thread}/comm`, 'utf8').trim() === 'gdbus',
    )
  } catch {
    return false
  }
}

/** Looks until it is so; a test that waits in vain ends by the runner's own time limit. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(5)
}

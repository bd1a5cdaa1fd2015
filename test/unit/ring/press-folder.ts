import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The one folder of press files that the presses made so far have left. */
export function pressFolder(folder: string): string {
  const names = readdirSync(join(folder, 'presses'))
  if (names.length !== 1 || !names[0]) throw new Error(`${names.length} folders of presses`)
  return join(folder, 'presses', names[0])
}

export function pressFiles(folder: string): string[] {
  return readdirSync(pressFolder(folder)).sort()
}

/** Puts a file among the presses; `at` is when it was last written, ms since 1970. */
export function putPress(folder: string, name: string, text: string | Buffer, at: number): void {
  const file = join(pressFolder(folder), name)
  writeFileSync(file, text)
  utimesSync(file, at / 1000, at / 1000)
}

/** Puts a file where a folder should be. */
export function blockFolder(path: string): void {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, 'in the way')
}

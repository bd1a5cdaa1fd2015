import { readFileSync, renameSync } from 'node:fs'
import { replaceFile } from './replace-file.ts'

export type JsonRead =
  { kind: 'absent' } | { kind: 'read'; value: unknown } | { kind: 'unreadable' }

/** Reads a small JSON file at once, so that a question about it needs no waiting. */
export function readJsonFile(path: string): JsonRead {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return { kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'unreadable' }
  }
  try {
    // Windows' Notepad puts a byte-order mark before what it saves.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return { kind: 'read', value }
  } catch {
    return { kind: 'unreadable' }
  }
}

/**
 * Moves a file that made no sense to `.bak`, where a person or a newer version can still find it.
 * False where it still lies in the way.
 */
export function keepAside(path: string): boolean {
  try {
    renameSync(path, `${path}.bak`)
    return true
  } catch {
    return readJsonFile(path).kind === 'absent'
  }
}

/** As `replaceFile`, with a value written so that a person can read it. */
export function replaceJsonFile(path: string, value: unknown): Promise<boolean> {
  return replaceFile(path, `${JSON.stringify(value, null, 2)}\n`)
}

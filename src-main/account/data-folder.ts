import { mkdir } from 'node:fs/promises'
import { posix, win32 } from 'node:path'
import type { Result } from '../contract.ts'

export interface Machine {
  env: Readonly<Record<string, string | undefined>>
  platform: NodeJS.Platform
  /** The person's home folder, as `os.homedir()` gives it. */
  home: string
}

/**
 * The one folder that tray app and terminal share, as an absolute path; it need not exist yet.
 * `RING_MY_PHONE_DATA` names another one: a second profile, or a test's own.
 */
export function dataFolder({ env, platform, home }: Machine): string {
  const path = platform === 'win32' ? win32 : posix
  const chosen = env['RING_MY_PHONE_DATA']
  if (chosen) return path.resolve(chosen)
  if (platform === 'win32') {
    return path.join(env['APPDATA'] || path.join(home, 'AppData', 'Roaming'), 'Ring My Phone')
  }
  if (platform === 'darwin') {
    return path.join(home, 'Library', 'Application Support', 'Ring My Phone')
  }
  const config = env['XDG_CONFIG_HOME']
  // The XDG specification: a relative path is invalid and must be ignored.
  const root = config && path.isAbsolute(config) ? config : path.join(home, '.config')
  return path.join(root, 'ring-my-phone')
}

/**
 * Makes the folder, open to its owner alone (0700), with any parents it lacks.
 * A folder that exists keeps its rights: `RING_MY_PHONE_DATA` may name one that others use too.
 * Answers `settings-not-saved` where it cannot be made.
 */
export async function makeDataFolder(folder: string): Promise<Result> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return { ok: true }
  } catch {
    return { ok: false, code: 'settings-not-saved', facts: {} }
  }
}

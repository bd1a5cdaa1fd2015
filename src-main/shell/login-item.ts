import { rm } from 'node:fs/promises'
import type { App as Electron } from 'electron'
import { replaceFile } from '../account/replace-file.ts'
import type { StartAtLogin } from '../app-ports.ts'
import type { Result } from '../contract.ts'
import { autostartEntry, autostartPath } from './autostart-entry.ts'
import { atLoginSwitch, type StartReason } from './start-reason.ts'

/** The computer, and how this program is started on it. */
export interface Installed {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  home: string
  name: string
  executable: string
  /** What Electron's own executable has to be given; null for a packaged program. */
  program: string | null
}

/** As Electron takes it. macOS starts an app without arguments; Windows with these. */
type LoginItem =
  { openAtLogin: boolean; type: 'mainAppService' } | { openAtLogin: boolean; args: string[] }

/** What makes a computer start the program at login, or no longer do so. */
export type LoginItemDeed =
  | { kind: 'write'; path: string; text: string }
  | { kind: 'remove'; path: string }
  | { kind: 'register'; item: LoginItem }

export function loginItemDeed(on: boolean, installed: Installed): LoginItemDeed {
  const { platform, env, home, name, executable, program } = installed
  if (platform === 'darwin') {
    return { kind: 'register', item: { openAtLogin: on, type: 'mainAppService' } }
  }
  if (platform === 'win32') {
    // Windows keeps one line of text: a path with spaces has to bring its quotes along.
    const args = [...(program === null ? [] : [`"${program}"`]), atLoginSwitch]
    return { kind: 'register', item: { openAtLogin: on, args } }
  }
  const path = autostartPath(env, home)
  if (!on) return { kind: 'remove', path }
  const packed = appImage(installed)
  const start = packed ? [packed] : [executable, ...(program === null ? [] : [program])]
  return { kind: 'write', path, text: autostartEntry(name, [...start, atLoginSwitch]) }
}

/**
 * The AppImage this program runs from; its unpacked executable is gone by the next login. A program
 * started by another AppImage inherits that one's name, but does not lie in its folder.
 */
function appImage({ env, executable }: Installed): string | null {
  const { APPIMAGE: file, APPDIR: folder } = env
  if (!file) return null
  return !folder || executable.startsWith(`${folder}/`) ? file : null
}

type LoginItems = Pick<Electron, 'setLoginItemSettings' | 'getLoginItemSettings'>

/** Starts the program at login or no longer; `settings-not-saved` where the computer did not take it. */
export function createStartAtLogin(installed: Installed, loginItems: LoginItems): StartAtLogin {
  return async (on) => {
    const deed = loginItemDeed(on, installed)
    if (deed.kind === 'write') return resultOf(await replaceFile(deed.path, deed.text))
    if (deed.kind === 'remove') return resultOf(await remove(deed.path))
    return resultOf(register(deed.item, loginItems))
  }
}

/** Neither system reports a failure; asking what it holds now does. */
function register(item: LoginItem, loginItems: LoginItems): boolean {
  loginItems.setLoginItemSettings(item)
  const { openAtLogin, ...which } = item
  return loginItems.getLoginItemSettings(which).openAtLogin === openAtLogin
}

async function remove(path: string): Promise<boolean> {
  try {
    await rm(path, { force: true })
    return true
  } catch (error) {
    // A file in the place of the folder: nothing of ours can be in there.
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR'
  }
}

function resultOf(done: boolean): Result {
  return done ? { ok: true } : { ok: false, code: 'settings-not-saved', facts: {} }
}

/** macOS alone knows by itself that it started the program at login. Only after ready. */
export function reasonOnThisSystem(
  reason: StartReason,
  platform: NodeJS.Platform,
  loginItems: Pick<LoginItems, 'getLoginItemSettings'>,
): StartReason {
  if (platform !== 'darwin' || reason !== 'show') return reason
  return loginItems.getLoginItemSettings().wasOpenedAtLogin ? 'login' : 'show'
}

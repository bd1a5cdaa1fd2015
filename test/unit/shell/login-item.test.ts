import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  createStartAtLogin,
  loginItemDeed,
  reasonOnThisSystem,
  type Installed,
} from '../../../src-main/shell/login-item.ts'
import { freshFolder } from './running-app.ts'

const notSaved = { ok: false, code: 'settings-not-saved', facts: {} }

function installed(change: Partial<Installed> = {}): Installed {
  return {
    platform: 'linux',
    env: {},
    home: '/home/ana',
    name: 'Ring My Phone',
    executable: '/opt/Ring My Phone/ring-my-phone',
    program: null,
    ...change,
  }
}

/** A system's own list of login items; `deaf` takes a setting and forgets it. */
function loginItems({ deaf = false, wasOpenedAtLogin = false } = {}) {
  const set: object[] = []
  const asked: (object | undefined)[] = []
  let openAtLogin = false
  return {
    set,
    asked,
    setLoginItemSettings(item: { openAtLogin?: boolean }) {
      set.push(item)
      if (!deaf) openAtLogin = item.openAtLogin ?? false
    },
    getLoginItemSettings(which?: object) {
      asked.push(which)
      const rest = { executableWillLaunchAtLogin: false, launchItems: [] }
      return { openAtLogin, wasOpenedAtLogin, status: 'enabled' as const, ...rest }
    },
  }
}

describe('on Linux', () => {
  const command = (change: Partial<Installed>) => {
    const deed = loginItemDeed(true, installed(change))
    if (deed.kind !== 'write') throw new Error(deed.kind)
    return /^Exec=(.*)$/m.exec(deed.text)?.[1]
  }

  test('an autostart file starts the program hidden, and is removed again', async () => {
    const home = freshFolder()
    const items = loginItems()
    const startAtLogin = createStartAtLogin(installed({ home }), items)
    const path = join(home, '.config/autostart/ring-my-phone.desktop')
    expect(await startAtLogin(true)).toEqual({ ok: true })
    expect(readFileSync(path, 'utf8').split('\n')).toEqual([
      '[Desktop Entry]',
      'Type=Application',
      'Name=Ring My Phone',
      'Exec="/opt/Ring My Phone/ring-my-phone" --at-login',
      'Terminal=false',
      'X-GNOME-Autostart-enabled=true',
      '',
    ])
    expect(await startAtLogin(false)).toEqual({ ok: true })
    expect(existsSync(path)).toBe(false)
    expect(await startAtLogin(false)).toEqual({ ok: true })
    expect(items.set).toEqual([])
  })

  test('the desktop says where its files are, but never by a relative path', () => {
    const pathWith = (config: string) => {
      const deed = loginItemDeed(false, installed({ env: { XDG_CONFIG_HOME: config } }))
      return deed.kind === 'remove' && deed.path
    }
    expect(pathWith('/srv/config')).toBe('/srv/config/autostart/ring-my-phone.desktop')
    expect(pathWith('config')).toBe('/home/ana/.config/autostart/ring-my-phone.desktop')
    expect(pathWith('')).toBe('/home/ana/.config/autostart/ring-my-phone.desktop')
  })

  test('an AppImage is started by its own file, not by what it unpacked', () => {
    const executable = '/tmp/.mount_RingMyX/ring-my-phone'
    const APPIMAGE = '/home/ana/Apps/Ring My Phone.AppImage'
    const expected = '"/home/ana/Apps/Ring My Phone.AppImage" --at-login'
    expect(command({ executable, env: { APPIMAGE } })).toBe(expected)
    expect(command({ executable, env: { APPIMAGE, APPDIR: '/tmp/.mount_RingMyX' } })).toBe(expected)
  })

  test('the AppImage of a terminal it was started from is not taken for its own', () => {
    const env = { APPIMAGE: '/home/ana/Terminal.AppImage', APPDIR: '/tmp/.mount_TermXY' }
    expect(command({ executable: '/usr/bin/ring-my-phone', env })).toBe(
      '/usr/bin/ring-my-phone --at-login',
    )
  })

  test('an unpackaged program is started by Electron', () => {
    expect(command({ executable: '/usr/bin/electron', program: '/srv/ring' })).toBe(
      '/usr/bin/electron /srv/ring --at-login',
    )
  })

  test('a file that cannot be written or removed is told', async () => {
    const home = freshFolder()
    const startAtLogin = createStartAtLogin(installed({ home }), loginItems())
    mkdirSync(join(home, '.config/autostart/ring-my-phone.desktop/kept'), { recursive: true })
    expect(await startAtLogin(true)).toEqual(notSaved)
    expect(await startAtLogin(false)).toEqual(notSaved)
  })

  test('a file in the place of the folder is told, and holds nothing to remove', async () => {
    const home = freshFolder()
    writeFileSync(join(home, '.config'), 'in the way')
    const startAtLogin = createStartAtLogin(installed({ home }), loginItems())
    expect(await startAtLogin(true)).toEqual(notSaved)
    expect(await startAtLogin(false)).toEqual({ ok: true })
  })
})

describe('on Windows', () => {
  const win = { platform: 'win32' as const }

  test('the system starts the program with the switch that keeps it hidden', async () => {
    const items = loginItems()
    const startAtLogin = createStartAtLogin(installed(win), items)
    expect(await startAtLogin(true)).toEqual({ ok: true })
    expect(await startAtLogin(false)).toEqual({ ok: true })
    expect(items.set).toEqual([
      { openAtLogin: true, args: ['--at-login'] },
      { openAtLogin: false, args: ['--at-login'] },
    ])
    // Windows finds an item only by the arguments it was made with.
    expect(items.asked).toEqual([{ args: ['--at-login'] }, { args: ['--at-login'] }])
  })

  test('an unpackaged program is named in quotes', () => {
    expect(loginItemDeed(true, installed({ ...win, program: 'C:\\My Work\\ring' }))).toEqual({
      kind: 'register',
      item: { openAtLogin: true, args: ['"C:\\My Work\\ring"', '--at-login'] },
    })
  })
})

describe('on macOS', () => {
  const mac = { platform: 'darwin' as const }

  test('the system starts the app without arguments, since it passes none', async () => {
    const items = loginItems()
    const startAtLogin = createStartAtLogin(installed(mac), items)
    expect(await startAtLogin(true)).toEqual({ ok: true })
    expect(items.set).toEqual([{ openAtLogin: true, type: 'mainAppService' }])
    expect(items.asked).toEqual([{ type: 'mainAppService' }])
  })

  test('the app asks whether a login started it, and stays hidden then', () => {
    const atLogin = loginItems({ wasOpenedAtLogin: true })
    expect(reasonOnThisSystem('show', 'darwin', atLogin)).toBe('login')
    expect(reasonOnThisSystem('ring', 'darwin', atLogin)).toBe('ring')
    expect(reasonOnThisSystem('show', 'darwin', loginItems())).toBe('show')
  })
})

test.each(['win32', 'darwin'] as const)('%s not taking the setting is told', async (platform) => {
  const items = loginItems({ deaf: true })
  expect(await createStartAtLogin(installed({ platform }), items)(true)).toEqual(notSaved)
})

test.each(['win32', 'linux'] as const)('on %s only the switch tells of a login', (platform) => {
  const items = loginItems({ wasOpenedAtLogin: true })
  expect(reasonOnThisSystem('show', platform, items)).toBe('show')
  expect(reasonOnThisSystem('login', platform, items)).toBe('login')
  expect(items.asked).toEqual([])
})

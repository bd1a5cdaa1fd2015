import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder, makeDataFolder } from '../../../src-main/account/data-folder.ts'
import { freshFolder } from './fresh-folder.ts'

const linux = { platform: 'linux', home: '/home/ana' } as const
const windows = { platform: 'win32', home: 'C:\\Users\\ana' } as const

describe('the data folder', () => {
  it.each([
    [{ ...linux, env: {} }, '/home/ana/.config/ring-my-phone'],
    [{ ...linux, env: { XDG_CONFIG_HOME: '/xdg' } }, '/xdg/ring-my-phone'],
    [{ ...linux, env: { XDG_CONFIG_HOME: 'not/absolute' } }, '/home/ana/.config/ring-my-phone'],
    [
      { platform: 'darwin' as const, home: '/Users/ana', env: { XDG_CONFIG_HOME: '/xdg' } },
      '/Users/ana/Library/Application Support/Ring My Phone',
    ],
    [{ ...windows, env: { APPDATA: 'D:\\Roaming' } }, 'D:\\Roaming\\Ring My Phone'],
    [{ ...windows, env: {} }, 'C:\\Users\\ana\\AppData\\Roaming\\Ring My Phone'],
    [{ ...windows, env: { RING_MY_PHONE_DATA: 'E:\\second' } }, 'E:\\second'],
    [{ ...linux, env: { RING_MY_PHONE_DATA: '/second/', XDG_CONFIG_HOME: '/xdg' } }, '/second'],
    [{ ...linux, env: { RING_MY_PHONE_DATA: '' } }, '/home/ana/.config/ring-my-phone'],
  ])('of %o is %s', (machine, folder) => {
    expect(dataFolder(machine)).toBe(folder)
  })

  it.skipIf(process.platform === 'win32')('is made for its owner alone', async () => {
    const folder = join(freshFolder(), 'a', 'b')
    expect(await makeDataFolder(folder)).toEqual({ ok: true })
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it.skipIf(process.platform === 'win32')('keeps its rights where it exists', async () => {
    const folder = join(freshFolder(), 'shared')
    mkdirSync(folder, { mode: 0o755 })
    expect(await makeDataFolder(folder)).toEqual({ ok: true })
    expect(statSync(folder).mode & 0o777).toBe(0o755)
  })

  it('is told when it cannot be made', async () => {
    const file = join(freshFolder(), 'file')
    writeFileSync(file, '')
    const made = await makeDataFolder(join(file, 'folder'))
    expect(made).toEqual({ ok: false, code: 'settings-not-saved', facts: {} })
  })
})

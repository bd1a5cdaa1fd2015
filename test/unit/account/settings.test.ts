import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSettings, type SavedAccount } from '../../../src-main/account/settings.ts'
import { bundle } from './bundle.ts'
import { freshFolder } from './fresh-folder.ts'

const ana: SavedAccount = {
  origin: 'https://dialer.example.com',
  folder: '/sub',
  user: '1000',
  agent: '1000',
  keepPassword: 'keychain',
  apiVersion: '2.14-81',
  passwordSaved: true,
}
const starting = {
  version: 1,
  account: null,
  httpAgreed: [],
  preferences: { trayClick: 'open', startAtLogin: false },
}
const notSaved = { ok: false, code: 'settings-not-saved', facts: {} }
const unreadable = { code: 'settings-unreadable', facts: {} }

const fileIn = (folder: string) => join(folder, 'settings.json')
const onDisk = (folder: string): unknown => JSON.parse(readFileSync(fileIn(folder), 'utf8'))
function write(folder: string, content: unknown): void {
  writeFileSync(fileIn(folder), typeof content === 'string' ? content : JSON.stringify(content))
}

describe('settings', () => {
  it('start empty, without a file and without a complaint', async () => {
    const folder = join(freshFolder(), 'not', 'yet')
    const settings = await openSettings(folder)
    expect(settings.current).toEqual(starting)
    expect(settings.problem).toBeNull()
    expect(existsSync(folder)).toBe(false)
  })

  it('are there again after a restart', async () => {
    const folder = join(freshFolder(), 'not', 'yet')
    const settings = await openSettings(folder)
    expect(await settings.save({ account: ana, httpAgreed: ['http://10.0.0.5'] })).toEqual({
      ok: true,
    })
    expect(await settings.save({ preferences: { trayClick: 'ring' } })).toEqual({ ok: true })
    const expected = {
      version: 1,
      account: ana,
      httpAgreed: ['http://10.0.0.5'],
      preferences: { trayClick: 'ring', startAtLogin: false },
    }
    expect(settings.current).toEqual(expected)
    expect((await openSettings(folder)).current).toEqual(expected)
  })

  it.skipIf(process.platform === 'win32')('are readable by their owner alone', async () => {
    const folder = join(freshFolder(), 'new')
    const settings = await openSettings(folder)
    await settings.save({ account: ana })
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(fileIn(folder)).mode & 0o777).toBe(0o600)
  })

  it('leave nothing but their file behind', async () => {
    const folder = freshFolder()
    await (await openSettings(folder)).save({ account: ana })
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })

  it('keep what only a newer minor version understands', async () => {
    const folder = freshFolder()
    write(folder, {
      version: 1,
      lines: { a: [1] },
      account: { ...ana, nickname: 'A' },
      preferences: { trayClick: 'open', sound: 'soft' },
    })
    const settings = await openSettings(folder)
    expect(settings.current).toEqual({ ...starting, account: ana })
    await settings.save({ account: { ...ana, passwordSaved: false } })
    await settings.save({ preferences: { trayClick: 'ring' } })
    expect(onDisk(folder)).toEqual({
      version: 1,
      lines: { a: [1] },
      account: { ...ana, passwordSaved: false, nickname: 'A' },
      httpAgreed: [],
      preferences: { trayClick: 'ring', startAtLogin: false, sound: 'soft' },
    })
  })

  it("drop another account's unknown keys with that account", async () => {
    const folder = freshFolder()
    write(folder, { version: 1, account: { ...ana, nickname: 'A' } })
    const settings = await openSettings(folder)
    await settings.save({ account: { ...ana, user: '1001' } })
    expect(onDisk(folder)).toMatchObject({ account: { ...ana, user: '1001' } })
    expect(readFileSync(fileIn(folder), 'utf8')).not.toContain('nickname')
  })

  it('have no place for a password', async () => {
    const folder = freshFolder()
    const settings = await openSettings(folder)
    // @ts-expect-error: an account has no password
    await settings.save({ account: { ...ana, password: 'marked4711' } })
    expect(readFileSync(fileIn(folder), 'utf8')).not.toContain('marked4711')
  })

  it('refuse an origin that could hold one', async () => {
    const folder = freshFolder()
    const settings = await openSettings(folder)
    const origin = 'https://1000:marked4711@dialer.example.com'
    await expect(settings.save({ account: { ...ana, origin } })).rejects.toThrow()
    expect(existsSync(fileIn(folder))).toBe(false)
    expect(await settings.save({ account: ana })).toEqual({ ok: true })
  })

  it('read a file that an editor gave a byte-order mark', async () => {
    const folder = freshFolder()
    write(folder, `\uFEFF${JSON.stringify({ version: 1, account: ana })}`)
    expect((await openSettings(folder)).current.account).toEqual(ana)
  })

  it('of a newer version are kept aside and told', async () => {
    const folder = freshFolder()
    const newer = { version: 2, account: { ...ana, site: 'x' } }
    write(folder, newer)
    const settings = await openSettings(folder)
    expect(settings.problem).toEqual(unreadable)
    expect(settings.current).toEqual(starting)
    expect(JSON.parse(readFileSync(`${fileIn(folder)}.bak`, 'utf8'))).toEqual(newer)
    expect(await settings.save({ account: ana })).toEqual({ ok: true })
    expect((await openSettings(folder)).problem).toBeNull()
  })

  it('damaged while the app runs are kept aside, and the next save writes what was known', async () => {
    const folder = freshFolder()
    const settings = await openSettings(folder)
    await settings.save({ account: ana })
    write(folder, '{"version":1,')
    expect(await settings.save({ preferences: { trayClick: 'ring' } })).toEqual({ ok: true })
    expect(settings.problem).toEqual(unreadable)
    expect(readFileSync(`${fileIn(folder)}.bak`, 'utf8')).toBe('{"version":1,')
    expect(onDisk(folder)).toMatchObject({ account: ana, preferences: { trayClick: 'ring' } })
  })

  it('never overwrite an unreadable file that could not be kept aside', async () => {
    const folder = freshFolder()
    write(folder, 'precious')
    mkdirSync(join(folder, 'settings.json.bak', 'in the way'), { recursive: true })
    const settings = await openSettings(folder)
    expect(settings.problem).toEqual(unreadable)
    expect(await settings.save({ account: ana })).toEqual(notSaved)
    expect(readFileSync(fileIn(folder), 'utf8')).toBe('precious')
  })
})

describe('saves', () => {
  it('asked for at once are made in order', async () => {
    const folder = freshFolder()
    const settings = await openSettings(folder)
    const users = Array.from({ length: 20 }, (_, i) => `${1000 + i}`)
    await Promise.all(users.map((user) => settings.save({ account: { ...ana, user } })))
    expect(settings.current.account?.user).toBe('1019')
    expect(onDisk(folder)).toMatchObject({ account: { user: '1019' } })
  })

  it('that fail leave the value in memory as it was, and the next one succeeds', async () => {
    const folder = join(freshFolder(), 'data')
    const settings = await openSettings(folder)
    await settings.save({ account: ana })
    renameSync(folder, `${folder}-away`)
    writeFileSync(folder, 'a file where the folder was')
    const failing = settings.save({ account: null })
    const queued = settings.save({ preferences: { trayClick: 'ring' } })
    expect(await failing).toEqual(notSaved)
    expect(await queued).toEqual(notSaved)
    expect(settings.current).toEqual({ ...starting, account: ana })
    rmSync(folder)
    renameSync(`${folder}-away`, folder)
    expect(await settings.save({ preferences: { trayClick: 'ring' } })).toEqual({ ok: true })
    expect(onDisk(folder)).toMatchObject({ account: ana, preferences: { trayClick: 'ring' } })
  })

  it('do not undo what the other program saved meanwhile', async () => {
    const folder = freshFolder()
    const tray = await openSettings(folder)
    const terminal = await openSettings(folder)
    await terminal.save({ account: ana })
    expect(await tray.save({ preferences: { trayClick: 'ring' } })).toEqual({ ok: true })
    expect(tray.current.account).toEqual(ana)
    expect(onDisk(folder)).toMatchObject({ account: ana, preferences: { trayClick: 'ring' } })
  })
})

/** A disk of 16 KiB that only the command run in it can see; no rights on the machine are needed. */
const onTinyDisk = [
  'unshare',
  '-rm',
  'sh',
  '-c',
  'mount -t tmpfs -o size=16k none "$0" && exec "$@"',
]
const noTinyDisk = spawnSync('unshare', ['-rm', 'true'], { stdio: 'ignore' }).status !== 0

describe.skipIf(noTinyDisk)('on a disk that has room for a part of it', () => {
  it('a save is not done, the file is the one before, and the next save is done', async () => {
    const folder = freshFolder()
    const program = resolve(import.meta.dirname, 'programs/save-settings.ts')
    const built = freshFolder()
    await bundle({ 'save-settings': program }, built)
    const [unshare = '', ...options] = onTinyDisk
    const command = [process.execPath, join(built, 'save-settings.mjs'), folder, '2', '1000', '3']
    const run = spawnSync(unshare, [...options, folder, ...command], { encoding: 'utf8' })
    expect(run.stdout.trim().split('\n')).toEqual([
      '[true,2,2,["settings.json"]]',
      '[false,2,2,["settings.json"]]',
      '[true,3,3,["settings.json"]]',
    ])
  })
})

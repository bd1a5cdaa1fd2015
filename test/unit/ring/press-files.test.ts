import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openPressFiles } from '../../../src-main/ring/press-files.ts'
import { openPressGuard } from '../../../src-main/ring/press-guard.ts'
import { freshFolder } from '../account/fresh-folder.ts'
import { blockFolder, pressFiles, pressFolder, putPress } from './press-folder.ts'
import { noSmallDisk, smallDisk } from './small-disk.ts'
import { watchedClock, type WatchedClock } from './watched-clock.ts'

const target = { origin: 'https://dialer.example.com', user: '1000', agent: '1000' }
const start = Date.now()
const hourMs = 3_600_000

let folder: string
let clock: WatchedClock
beforeEach(() => {
  folder = freshFolder()
  clock = watchedClock(start)
})
const claim = (where = folder) => openPressGuard(where, clock).claim(target)
const oldPress = JSON.stringify({ state: 'refused', at: start - 2 * hourMs })

async function pressedLongAgo(): Promise<void> {
  await claim()
  putPress(folder, '1.json', oldPress, start - 2 * hourMs)
}

describe('a press file that cannot be read', () => {
  test.each([
    ['empty', ''],
    ['half written', '{"state":"as'],
    ['of another shape', '{"state":"rung","at":1}'],
    ['null', 'null'],
    ['rubbish', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
  ])('%s: a press that may be ringing', async (_, text) => {
    await pressedLongAgo()
    putPress(folder, '2.json', text, start - 3_000)
    expect(await claim()).toEqual({ kind: 'already-ringing', number: 2, secondsLeft: 27 })
    clock.turn(27_000)
    expect(await claim()).toMatchObject({ kind: 'claimed', press: { number: 3 } })
  })

  test.each(['0.json', '007.json', '2.json.bak', 'x.json', '-3.json'])(
    'a file called %s is no press',
    async (name) => {
      await pressedLongAgo()
      putPress(folder, name, '', start)
      expect(await claim()).toMatchObject({ kind: 'claimed', press: { number: 2 } })
    },
  )
})

describe('tidying up', () => {
  test('presses of an hour ago go, with what a killed program left; younger ones stay', async () => {
    await pressedLongAgo()
    for (const number of [2, 3]) putPress(folder, `${number}.json`, oldPress, start - hourMs - 1)
    putPress(folder, '3.json.tmp-1764000000000f3a1b2', '', start - hourMs - 1)
    putPress(folder, '4.json', oldPress, start - hourMs + 60_000)
    expect(await claim()).toMatchObject({ kind: 'claimed', press: { number: 5 } })
    expect(pressFiles(folder)).toEqual(['4.json', '5.json'])
  })

  test('a number once given is not given again', async () => {
    const files = await openPressFiles(folder, clock)
    await files.write(5, 'sent')
    expect(await files.take(3)).toBe(false)
    expect(await files.take(5)).toBe(false)
    expect(await files.last()).toEqual({ state: 'sent', at: start, number: 5 })
    expect(await files.take(6)).toBe(true)
  })

  test('what cannot be cleared away does not undo the press', async () => {
    await pressedLongAgo()
    const inTheWay = join(pressFolder(folder), 'left over')
    mkdirSync(join(inTheWay, 'deep'), { recursive: true })
    putPress(folder, '2.json', oldPress, start - 2 * hourMs)
    clock.turn(2 * hourMs)
    expect(await claim()).toMatchObject({ kind: 'claimed', press: { number: 3 } })
  })
})

describe('a disk that takes no press', () => {
  test.each(['', 'presses'])('a file where the folder %s should be', async (name) => {
    const path = join(folder, 'data', name)
    blockFolder(path)
    expect(await claim(join(folder, 'data'))).toEqual({ kind: 'not-recorded' })
    rmSync(path)
    expect((await claim(join(folder, 'data'))).kind).toBe('claimed')
  })

  test('a folder that went away is made anew', async () => {
    await claim()
    renameSync(join(folder, 'presses'), join(folder, 'elsewhere'))
    expect(await claim()).toMatchObject({ kind: 'claimed', press: { number: 1 } })
  })

  test.skipIf(noSmallDisk)('a full one, from the first press on', async () => {
    const disk = smallDisk()
    disk.fill()
    expect(await claim(disk.folder)).toEqual({ kind: 'not-recorded' })
    disk.empty()
    expect((await claim(disk.folder)).kind).toBe('claimed')
  })

  test.skipIf(noSmallDisk)('a full one leaves no press behind that was never made', async () => {
    const disk = smallDisk()
    const first = await claim(disk.folder)
    if (first.kind === 'claimed') await first.press.settle('refused')
    clock.turn(1_000)
    disk.fill()
    expect(await claim(disk.folder)).toEqual({ kind: 'not-recorded' })
    disk.empty()
    expect(await claim(disk.folder)).toMatchObject({ kind: 'claimed', press: { number: 2 } })
  })

  test.skipIf(noSmallDisk)('a read-only one', async () => {
    const disk = smallDisk()
    const first = await claim(disk.folder)
    if (first.kind === 'claimed') await first.press.settle('refused')
    clock.turn(1_000)
    disk.setReadOnly(true)
    expect(await claim(disk.folder)).toEqual({ kind: 'not-recorded' })
    disk.setReadOnly(false)
    expect((await claim(disk.folder)).kind).toBe('claimed')
  })

  test.skipIf(noSmallDisk).each(['full', 'read-only'] as const)(
    'one that became %s while the dialer was asked: the press may be ringing',
    async (how) => {
      const disk = smallDisk()
      const first = await claim(disk.folder)
      if (first.kind !== 'claimed') throw new Error(first.kind)
      if (how === 'full') disk.fill()
      else disk.setReadOnly(true)
      await expect(first.press.settle('refused')).rejects.toThrow()
      if (how === 'full') disk.empty()
      else disk.setReadOnly(false)
      expect(await claim(disk.folder)).toMatchObject({ kind: 'already-ringing', number: 1 })
    },
  )
})

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inTurn } from '../../../src-main/account/file-turn.ts'
import { freshFolder } from './fresh-folder.ts'

const done = () => Promise.resolve('done')

describe('a turn', () => {
  it('runs the work alone, however many ask', async () => {
    const path = join(freshFolder(), 'file')
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await Promise.resolve()
      inside -= 1
    }
    await Promise.all(Array.from({ length: 10 }, () => inTurn(path, work)))
    expect(most).toBe(1)
  })

  it('is given back, also by work that throws', async () => {
    const folder = freshFolder()
    const path = join(folder, 'file')
    await expect(inTurn(path, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
    expect(readdirSync(folder)).toEqual([])
    expect(await inTurn(path, done)).toBe('done')
  })

  it('is taken over at once from a process that died with it', async () => {
    const path = join(freshFolder(), 'file')
    const { pid } = spawnSync(process.execPath, ['--version'])
    writeFileSync(`${path}.lock`, `${pid} 1`)
    expect(await inTurn(path, done)).toBe('done')
  })

  it('is taken over from one that has had it for ten seconds', async () => {
    const path = join(freshFolder(), 'file')
    writeFileSync(`${path}.lock`, `${process.pid} 1`)
    const then = Date.now() / 1000 - 11
    utimesSync(`${path}.lock`, then, then)
    expect(await inTurn(path, done)).toBe('done')
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  it('does not come where the folder cannot be written', async () => {
    const file = join(freshFolder(), 'file')
    writeFileSync(file, '')
    expect(await inTurn(join(file, 'settings.json'), done)).toBeNull()
  })
})

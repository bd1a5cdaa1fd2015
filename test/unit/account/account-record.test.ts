import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openAccountRecords } from '../../../src-main/account/account-record.ts'
import { signInCodes } from '../../../src-main/contract.ts'
import { bundle } from './bundle.ts'
import { freshFolder } from './fresh-folder.ts'
import { turnedClock } from '../turned-clock.ts'

const ana = { origin: 'https://dialer.example.com', user: '1000' }
const minutes = (count: number) => count * 60_000
const notSaved = { ok: false, code: 'settings-not-saved', facts: {} }

function setUp(folder = freshFolder()) {
  const clock = turnedClock()
  return { folder, clock, records: openAccountRecords(folder, clock) }
}

describe('a refused password', () => {
  it('blocks its account, and no other, until it was changed', async () => {
    const { records } = setUp()
    expect(records.blocked(ana)).toBeNull()
    expect(await records.signInRefused(ana, 'wrong-password')).toEqual({ ok: true })
    expect(records.blocked(ana)).toEqual({ code: 'wrong-password', facts: { refusals: 1 } })
    expect(records.blocked({ ...ana, user: '1001' })).toBeNull()
    expect(records.blocked({ ...ana, origin: 'https://dialer.example.com:8443' })).toBeNull()
    await records.passwordChanged(ana)
    expect(records.blocked(ana)).toBeNull()
    expect(records.read(ana)).toEqual({ refusals: 1, refused: null, errorWord: null })
    await records.signInRefused(ana, 'wrong-password')
    expect(records.blocked(ana)).toEqual({ code: 'wrong-password', facts: { refusals: 2 } })
  })

  it('is forgiven by an accepted sign-in, though VICIdial goes on counting it', async () => {
    const { records, clock } = setUp()
    await records.signInRefused(ana, 'wrong-password')
    expect(await records.signInAccepted(ana)).toEqual({ ok: true })
    expect(records.blocked(ana)).toBeNull()
    expect(records.read(ana)).toEqual({ refusals: 1, refused: null, errorWord: null })
    clock.turn(minutes(15))
    expect(records.read(ana).refusals).toBe(0)
  })

  it('stays blocked across restarts and days, though VICIdial has forgotten its count', async () => {
    const { records, clock, folder } = setUp()
    await records.signInRefused(ana, 'wrong-password')
    const at = clock.now()
    clock.turn(minutes(15) - 1)
    const restarted = openAccountRecords(folder, clock)
    expect(restarted.read(ana).refusals).toBe(1)
    clock.turn(1)
    expect(restarted.read(ana)).toMatchObject({ refusals: 0, refused: { at } })
    expect(restarted.blocked(ana)).toEqual({ code: 'wrong-password', facts: { refusals: 0 } })
    await restarted.signInRefused(ana, 'wrong-password')
    expect(restarted.blocked(ana)?.facts).toEqual({ refusals: 1 })
  })

  it('adds up while the refusals lie less than 15 minutes apart', async () => {
    const { records, clock } = setUp()
    for (let i = 0; i < 5; i++) {
      await records.signInRefused(ana, 'wrong-password')
      clock.turn(minutes(14))
    }
    expect(records.read(ana).refusals).toBe(5)
  })
})

describe('a lock-out', () => {
  it('blocks for 15 minutes, whether or not the password was changed', async () => {
    const { records, clock } = setUp()
    await records.signInRefused(ana, 'account-locked')
    expect(records.blocked(ana)).toEqual({ code: 'account-locked', facts: { minutesLeft: 15 } })
    await records.passwordChanged(ana)
    clock.turn(minutes(14))
    expect(records.blocked(ana)?.facts).toEqual({ minutesLeft: 1 })
    clock.turn(minutes(1))
    expect(records.blocked(ana)).toBeNull()
  })

  it('gives way to the password that was refused before it', async () => {
    const { records, clock } = setUp()
    await records.signInRefused(ana, 'wrong-password')
    await records.signInRefused(ana, 'account-locked')
    expect(records.blocked(ana)?.code).toBe('account-locked')
    clock.turn(minutes(15))
    expect(records.blocked(ana)?.code).toBe('wrong-password')
  })

  it('is over once a sign-in was accepted', async () => {
    const { records } = setUp()
    await records.signInRefused(ana, 'account-locked')
    await records.signInAccepted(ana)
    expect(records.blocked(ana)).toBeNull()
  })

  it("does not block longer because the computer's clock was put back", async () => {
    const { records, folder } = setUp()
    await records.signInRefused(ana, 'account-locked')
    const soon = openAccountRecords(folder, turnedClock(turnedClock().now() - minutes(2)))
    expect(soon.blocked(ana)?.facts).toEqual({ minutesLeft: 15 })
    const lastYear = openAccountRecords(folder, turnedClock(turnedClock().now() - minutes(500_000)))
    expect(lastYear.blocked(ana)).toBeNull()
  })
})

describe('another refusal', () => {
  const others = signInCodes.filter(
    (code) => code !== 'wrong-password' && code !== 'account-locked',
  )

  it.each(others)('%s is remembered and blocks nothing', async (code) => {
    const { records, clock } = setUp()
    await records.signInRefused(ana, code)
    expect(records.blocked(ana)).toBeNull()
    expect(records.read(ana).refused).toEqual({ code, at: clock.now() })
  })

  it('counts only where VICIdial counts it', async () => {
    const { records } = setUp()
    await records.signInRefused(ana, 'ip-blocked')
    expect(records.read(ana).refusals).toBe(0)
    await records.signInRefused(ana, 'level-too-low')
    expect(records.read(ana).refusals).toBe(1)
  })

  it('lifts the block where it shows that the password was right, and only there', async () => {
    const { records } = setUp()
    await records.signInRefused(ana, 'wrong-password')
    await records.signInRefused(ana, 'ip-blocked')
    expect(records.blocked(ana)?.code).toBe('wrong-password')
    await records.signInRefused(ana, 'api-access-off')
    expect(records.blocked(ana)).toBeNull()
  })
})

describe('the records on disk', () => {
  it("keep the server's word for ERROR, also through an accepted sign-in", async () => {
    const { records, folder, clock } = setUp()
    await records.learnedErrorWord(ana, 'FEHLER')
    await records.signInAccepted(ana)
    expect(openAccountRecords(folder, clock).read(ana).errorWord).toBe('FEHLER')
  })

  it('are not written again when nothing changes', async () => {
    const { records, folder } = setUp()
    await records.signInAccepted(ana)
    await records.passwordChanged(ana)
    expect(readdirSync(folder)).toEqual([])
    await records.learnedErrorWord(ana, 'FEHLER')
    const { ino } = statSync(join(folder, 'accounts.json'))
    await records.learnedErrorWord(ana, 'FEHLER')
    expect(statSync(join(folder, 'accounts.json')).ino).toBe(ino)
  })

  it.skipIf(process.platform === 'win32')('are readable by their owner alone', async () => {
    const { records, folder } = setUp()
    await records.signInRefused(ana, 'wrong-password')
    expect(statSync(join(folder, 'accounts.json')).mode & 0o777).toBe(0o600)
  })

  it.each(['{"version":1,"accounts":[{"user', '[]', '{"version":2,"accounts":[]}', ''])(
    'damaged like %j count as empty and are kept aside',
    async (damaged) => {
      const { records, folder } = setUp()
      const path = join(folder, 'accounts.json')
      writeFileSync(path, damaged)
      expect(records.blocked(ana)).toBeNull()
      expect(await records.signInRefused(ana, 'wrong-password')).toEqual({ ok: true })
      expect(records.blocked(ana)?.code).toBe('wrong-password')
      expect(readFileSync(`${path}.bak`, 'utf8')).toBe(damaged)
    },
  )

  it('forget the oldest of very many accounts', async () => {
    const { records, clock, folder } = setUp()
    await Promise.all(
      Array.from({ length: 101 }, (_, i) =>
        records.signInRefused({ ...ana, user: `${i}` }, 'wrong-password'),
      ),
    )
    const restarted = openAccountRecords(folder, clock)
    expect(restarted.blocked({ ...ana, user: '0' })).toBeNull()
    expect(restarted.blocked({ ...ana, user: '1' })?.code).toBe('wrong-password')
    expect(restarted.blocked({ ...ana, user: '100' })?.code).toBe('wrong-password')
  })

  it('that cannot be written still block in this process, and are written once they can', async () => {
    const { records, folder, clock } = setUp(join(freshFolder(), 'data'))
    await records.learnedErrorWord(ana, 'FEHLER')
    renameSync(folder, `${folder}-away`)
    writeFileSync(folder, 'a file where the folder was')
    expect(await records.signInRefused(ana, 'wrong-password')).toEqual(notSaved)
    expect(await records.signInRefused(ana, 'wrong-password')).toEqual(notSaved)
    expect(records.blocked(ana)?.facts).toEqual({ refusals: 2 })
    rmSync(folder)
    renameSync(`${folder}-away`, folder)
    await records.learnedErrorWord({ ...ana, user: '1001' }, 'ERREUR')
    const restarted = openAccountRecords(folder, clock)
    expect(restarted.blocked(ana)?.facts).toEqual({ refusals: 2 })
    expect(restarted.read({ ...ana, user: '1001' }).errorWord).toBe('ERREUR')
  })

  it('lose nothing when several programs write at once', async () => {
    const { records, folder } = setUp()
    const program = resolve(import.meta.dirname, 'programs/refuse-sign-ins.ts')
    const built = freshFolder()
    await bundle({ 'refuse-sign-ins': program }, built)
    const users = ['1000', '1000', '1000', '1001']
    const exits = users.map(async (user) => {
      const arguments_ = [join(built, 'refuse-sign-ins.mjs'), folder, user, '15']
      const child = spawn(process.execPath, arguments_, { stdio: 'inherit' })
      await once(child, 'exit')
      return child.exitCode
    })
    expect(await Promise.all(exits)).toEqual([0, 0, 0, 0])
    const stored = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')) as {
      accounts: { user: string; refusals: number }[]
    }
    const counts = stored.accounts.map(({ user, refusals }) => `${user}: ${refusals}`).sort()
    expect(counts).toEqual(['1000: 45', '1001: 15'])
    expect(readdirSync(folder)).toEqual(['accounts.json'])
    expect(records.blocked(ana)).toBeNull()
  }, 30_000)
})

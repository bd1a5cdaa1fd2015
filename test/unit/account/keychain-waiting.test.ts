import { describe, expect, it } from 'vitest'
import { account, background, gesture, setUp } from './held-keychain.ts'

describe('a person who waits', () => {
  it('is told after 1.5 s of a gesture, until the answer comes', async () => {
    const { clock, keychain, helper } = setUp()
    const told: boolean[] = []
    const stop = keychain.onWaiting((waiting) => told.push(waiting))
    const finding = keychain.find(account, gesture)
    clock.turn(1_499)
    expect(keychain.waiting()).toBe(false)
    clock.turn(1)
    expect(keychain.waiting()).toBe(true)
    helper().answer('one')
    await finding
    expect(keychain.waiting()).toBe(false)
    expect(told).toEqual([true, false])
    stop()
    void keychain.find(account, gesture)
    clock.turn(1_500)
    expect(told).toEqual([true, false])
  })

  it('is told nothing of quick answers and of the background', async () => {
    const { clock, keychain, helper } = setUp()
    const finding = keychain.find(account, gesture)
    helper().answer('one')
    await finding
    clock.turn(1_500)
    expect(keychain.waiting()).toBe(false)
    void keychain.find(account, background)
    clock.turn(1_999)
    expect(keychain.waiting()).toBe(false)
  })

  it('ends the waiting for everything at once by cancelling, and can ask again', async () => {
    const { keychain, helper, helpers } = setUp()
    const first = keychain.find(account, gesture)
    const second = keychain.save(account, 'secret', gesture)
    keychain.cancel()
    expect(await first).toEqual({ kind: 'cancelled' })
    expect(await second).toEqual({ kind: 'cancelled' })
    expect(helper().killed).toBe(true)
    expect(helpers).toHaveLength(1)
    const again = keychain.find(account, gesture)
    helper(1).answer('one')
    expect(await again).toEqual({ kind: 'found', password: 'one' })
  })
})

it('leaves no helper and no timer after closing, and starts nothing any more', async () => {
  const { clock, keychain, helper, helpers } = setUp()
  const finding = keychain.find(account, gesture)
  keychain.close()
  expect(await finding).toEqual({ kind: 'cancelled' })
  expect(helper().killed).toBe(true)
  expect(clock.timers()).toBe(0)
  expect(await keychain.find(account, background)).toEqual({ kind: 'cancelled' })
  expect(helpers).toHaveLength(1)
})

import { describe, expect, it } from 'vitest'
import { createKeychain } from '../../../src-main/account/keychain.ts'
import { turnedClock } from '../turned-clock.ts'
import { account, background, gesture, setUp } from './held-keychain.ts'

describe('the turns', () => {
  it('starts the helper with the first request, and sends it one request at a time', async () => {
    const { keychain, helpers, helper } = setUp()
    expect(helpers).toHaveLength(0)
    const first = keychain.find(account, background)
    const second = keychain.find({ ...account, user: '1001' }, background)
    expect(helper().heard.map((asked) => asked.account)).toEqual([
      '1000@https://dialer.example.com',
    ])
    helper().answer('one')
    expect(await first).toEqual({ kind: 'found', password: 'one' })
    helper().answer('two')
    expect(await second).toEqual({ kind: 'found', password: 'two' })
    expect(helpers).toHaveLength(1)
  })

  it('waits 2 s in the background and no longer, kills the helper, and goes on with a new one', async () => {
    const { clock, keychain, helpers, helper } = setUp()
    const finding = keychain.find(account, background)
    clock.turn(1_999)
    expect(helper().killed).toBe(false)
    clock.turn(1)
    expect(await finding).toEqual({ kind: 'too-slow' })
    expect(helper().killed).toBe(true)
    const again = keychain.find(account, background)
    helper(1).answer('one')
    expect(await again).toEqual({ kind: 'found', password: 'one' })
    expect(helpers).toHaveLength(2)
  })

  it('waits 60 s after a gesture', async () => {
    const { clock, keychain, helper } = setUp()
    const saving = keychain.save(account, 'secret', { patience: 'gesture' })
    clock.turn(59_999)
    expect(helper().killed).toBe(false)
    clock.turn(1)
    expect(await saving).toEqual({ kind: 'too-slow' })
    expect(helper().killed).toBe(true)
  })

  it('counts the time behind another request, and never sends what has waited too long', async () => {
    const { clock, keychain, helper, helpers } = setUp()
    const prompting = keychain.find(account, gesture)
    const behind = keychain.save(account, 'secret', { patience: 'background' })
    clock.turn(2_000)
    expect(await behind).toEqual({ kind: 'too-slow' })
    helper().answer('one')
    expect(await prompting).toEqual({ kind: 'found', password: 'one' })
    expect(helper().heard).toHaveLength(1)
    expect(helpers).toHaveLength(1)
  })

  it('takes no answer that belongs to an earlier request, an earlier helper or nobody', async () => {
    const { clock, keychain, helper } = setUp()
    void keychain.find(account, background)
    clock.turn(2_000)
    const late = helper().heard[0]?.id
    const finding = keychain.find({ ...account, user: '1001' }, background)
    helper().say({ id: helper(1).heard[0]?.id, ok: true, value: 'from the dead' })
    helper(1).say({ id: late, ok: true, value: 'the wrong one' })
    helper(1).say('nonsense')
    helper(1).answer(null)
    expect(await finding).toEqual({ kind: 'none' })
  })

  it('does not take a request for idleness', async () => {
    const { clock, keychain, helper } = setUp()
    const first = keychain.find(account, background)
    helper().answer(null)
    await first
    clock.turn(59_000)
    const finding = keychain.find(account, gesture)
    clock.turn(30_000)
    helper().answer('one')
    expect(await finding).toEqual({ kind: 'found', password: 'one' })
  })

  it('ends the helper after a minute without work, and leaves no timer running', async () => {
    const { clock, keychain, helper } = setUp()
    const finding = keychain.find(account, background)
    helper().answer(null)
    await finding
    clock.turn(59_999)
    expect(helper().killed).toBe(false)
    clock.turn(1)
    expect(helper().killed).toBe(true)
    expect(clock.timers()).toBe(0)
  })
})

describe('a helper that fails', () => {
  it('is replaced for the next request when it crashed, busy or idle', async () => {
    const { keychain, helpers, helper } = setUp()
    const finding = keychain.find(account, background)
    helper().exit()
    expect(await finding).toEqual({ kind: 'unavailable' })
    const again = keychain.find(account, background)
    helper(1).answer('one')
    expect(await again).toEqual({ kind: 'found', password: 'one' })
    helper(1).exit()
    const third = keychain.find(account, background)
    helper(2).answer('one')
    expect(await third).toEqual({ kind: 'found', password: 'one' })
    expect(helpers).toHaveLength(3)
  })

  it('is unavailable when it cannot be started', async () => {
    const keychain = createKeychain({
      startHelper: () => {
        throw new Error('no such program')
      },
      clock: turnedClock(),
      platform: 'linux',
    })
    expect(await keychain.find(account, background)).toEqual({ kind: 'unavailable' })
  })

  it('is asked once more, as a new one, when an old one may cling to a keyring that is gone', async () => {
    const { keychain, helpers, helper } = setUp()
    const first = keychain.find(account, background)
    helper().answer(null)
    await first
    const finding = keychain.find(account, background)
    helper().fail('The name :1.3 was not provided by any .service files')
    await Promise.resolve()
    await Promise.resolve()
    helper(1).fail('The name :1.3 was not provided by any .service files')
    expect(await finding).toEqual({ kind: 'unavailable' })
    expect(helpers).toHaveLength(2)
  })

  it('does not write again by itself after a locked keyring', async () => {
    const { keychain, helpers, helper } = setUp()
    const first = keychain.find(account, background)
    helper().answer(null)
    await first
    const saving = keychain.save(account, 'secret', { patience: 'gesture' })
    helper().fail('Cannot create an item in a locked collection')
    expect(await saving).toEqual({ kind: 'locked' })
    expect(helpers).toHaveLength(1)
    expect(helper().heard.filter((asked) => asked.verb === 'save')).toHaveLength(1)
  })
})

describe('what an answer means', () => {
  it.each([
    ['linux', true, 'maybe-locked'],
    ['linux', false, 'none'],
    ['darwin', true, 'none'],
    ['win32', true, 'none'],
  ] as const)('on %s, no password with expected %s reads as %s', async (platform, hoped, kind) => {
    const { keychain, helper } = setUp(platform)
    const finding = keychain.find(account, { patience: 'gesture', expected: hoped })
    helper().answer(null)
    expect(await finding).toEqual({ kind })
  })

  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'unavailable', 'unavailable'],
    ['Could not connect: No such file or directory', 'unavailable', 'unavailable'],
    ['Failed to load keytar native addon', 'unavailable', 'unavailable'],
    [
      'Object does not exist at path "/org/freedesktop/secrets/collection/login"',
      'unavailable',
      'unavailable',
    ],
    ['Cannot create an item in a locked collection', 'maybe-locked', 'locked'],
    ['User interaction is not allowed.', 'maybe-locked', 'locked'],
    ['User canceled the operation.', 'cancelled', 'cancelled'],
  ])('%s', async (text, found, kept) => {
    const one = setUp()
    const finding = one.keychain.find(account, gesture)
    one.helper().fail(text)
    expect(await finding).toEqual({ kind: found })
    const other = setUp()
    const saving = other.keychain.save(account, 'secret', gesture)
    other.helper().fail(text)
    expect(await saving).toEqual({ kind: kept })
  })

  it('does not call a password forgotten that Linux may only have hidden', async () => {
    const { keychain, helper } = setUp()
    const certain = keychain.forget(account, { patience: 'gesture', expected: true })
    helper().answer(false)
    expect(await certain).toEqual({ kind: 'locked' })
    const never = keychain.forget(account, { patience: 'gesture' })
    helper().answer(false)
    expect(await never).toEqual({ kind: 'done' })
  })
})

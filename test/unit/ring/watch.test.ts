import { expect, test } from 'vitest'
import type { Code, SessionState } from '../../../src-main/contract.ts'
import { unknownSession } from '../../../src-main/ring/session-look.ts'
import { createWatch } from '../../../src-main/ring/watch.ts'
import { turnedClock } from '../turned-clock.ts'

function watching() {
  const clock = turnedClock()
  const world = {
    kind: 'loggedIn' as SessionState['kind'],
    code: null as Code | null,
    idle: 0,
    armed: false,
    online: true,
  }
  const looks: { at: number; callsInQueue: boolean }[] = []
  const start = clock.now()
  const watch = createWatch({
    clock,
    random: () => 0.5,
    look(callsInQueue) {
      looks.push({ at: clock.now() - start, callsInQueue })
      const finding = world.code && { code: world.code, facts: {} }
      return Promise.resolve({
        ...unknownSession,
        kind: world.code ? 'unknown' : world.kind,
        finding,
      })
    },
    presence: { idleMs: () => world.idle, online: () => world.online },
    armed: () => world.armed,
    mayLook: () => true,
  })
  /** Turns second by second, so that what a look decides takes effect in its second. */
  async function pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      for (const ms of [0, 1_000]) {
        clock.turn(ms)
        for (let tick = 0; tick < 5; tick += 1) await Promise.resolve()
      }
    }
  }
  return { watch, world, looks, pass, since: () => clock.now() - start }
}

test('a session with the popup closed is looked at about once a minute', async () => {
  const { watch, looks, pass } = watching()
  watch.begin()
  await pass(3_600)
  expect(looks.length).toBe(61)
  expect(looks.every(({ callsInQueue }) => !callsInQueue)).toBe(true)
})

test('opening the popup looks at once, then every ten seconds, with the calls waiting', async () => {
  const { watch, looks, pass } = watching()
  watch.begin()
  await pass(30)
  watch.popupShown(true)
  await pass(31)
  expect(looks.slice(1)).toEqual(
    [30, 40, 50, 60].map((s) => ({ at: s * 1_000, callsInQueue: true })),
  )
})

test('opening and closing the popup again and again asks no more often', async () => {
  const { watch, looks, pass } = watching()
  watch.begin()
  for (let time = 0; time < 60; time += 1) {
    watch.popupShown(true)
    await pass(1)
    watch.popupShown(false)
  }
  expect(looks.length).toBeLessThanOrEqual(8)
})

test('after a ring it looks every two seconds for ten', async () => {
  const { watch, looks, pass } = watching()
  watch.begin()
  await pass(5)
  watch.rang()
  await pass(60)
  expect(looks.map(({ at }) => at / 1_000)).toEqual([0, 7, 9, 11, 13, 15])
})

test.each(['suspended', 'locked'] as const)(
  'nothing is asked while %s, and soon after',
  async (reason) => {
    const { watch, looks, pass } = watching()
    watch.begin()
    await pass(10)
    watch.away(reason, true)
    watch.popupShown(true)
    watch.rang()
    await pass(7_200)
    expect(looks.length).toBe(1)
    watch.away(reason, false)
    await pass(3)
    expect(looks.length).toBe(2)
  },
)

test('it waits until every reason for being away is over', async () => {
  const { watch, looks, pass } = watching()
  watch.begin()
  watch.away('suspended', true)
  watch.away('locked', true)
  watch.away('suspended', false)
  await pass(60)
  expect(looks).toEqual([])
  watch.away('locked', false)
  await pass(3)
  expect(looks.length).toBe(1)
})

test('a failing network is tried less and less, and a working one as before', async () => {
  const { watch, world, looks, pass } = watching()
  world.code = 'connect-timeout'
  watch.begin()
  await pass(5 + 10 + 20 + 40 + 80 + 120 + 120)
  expect(looks.map(({ at }) => at / 1_000)).toEqual([0, 5, 15, 35, 75, 155, 275, 395])
  world.code = null
  await pass(120 + 60)
  expect(looks.slice(8).map(({ at }) => at / 1_000)).toEqual([515, 575])
})

test.each(['wrong-password', 'account-locked', 'api-access-off', 'keychain-locked'] as const)(
  'after %s nothing goes out until the person acts',
  async (code) => {
    const { watch, world, looks, pass } = watching()
    world.code = code
    watch.begin()
    await pass(3_600)
    watch.popupShown(true)
    watch.rang()
    watch.away('suspended', true)
    watch.away('suspended', false)
    await pass(3_600)
    expect(looks.length).toBe(1)
    watch.begin()
    await pass(1)
    expect(looks.length).toBe(2)
  },
)

test('an account that may not look is not asked about again', async () => {
  const { watch, world, looks, pass } = watching()
  world.kind = 'notAvailable'
  watch.begin()
  await pass(3_600)
  watch.worksAgain()
  watch.rang()
  await pass(3_600)
  expect(looks.length).toBe(1)
})

test('logged out and nobody at the computer: the next touch wakes it', async () => {
  const { watch, world, looks, pass } = watching()
  Object.assign(world, { kind: 'loggedOut', armed: true })
  watch.begin()
  await pass(60)
  const before = looks.length
  world.idle = 600_001
  await pass(3_600)
  expect(looks.length - before).toBeLessThanOrEqual(1)
  const idle = looks.length
  world.idle = 0
  await pass(60)
  expect(looks.length).toBeGreaterThan(idle)
})

test('a logout starts the fast phase again', async () => {
  const { watch, world, looks, pass } = watching()
  Object.assign(world, { armed: true })
  watch.begin()
  await pass(2_400)
  world.kind = 'loggedOut'
  await pass(60)
  const before = looks.length
  await pass(90)
  expect(looks.length - before).toBe(10)
})

test('without a network nothing is asked, and soon after it is back', async () => {
  const { watch, world, looks, pass } = watching()
  world.online = false
  watch.begin()
  watch.popupShown(true)
  await pass(3_600)
  expect(looks).toEqual([])
  world.online = true
  await pass(10)
  expect(looks.length).toBe(1)
})

test('an answer for the account before does not end the watch of the next one', async () => {
  const clock = turnedClock()
  const answers: ((session: SessionState) => void)[] = []
  const watch = createWatch({
    clock,
    random: () => 0.5,
    look: () => new Promise((answer) => answers.push(answer)),
    presence: { idleMs: () => 0, online: () => true },
    armed: () => false,
    mayLook: () => true,
  })
  watch.begin()
  clock.turn(0)
  watch.end()
  watch.begin()
  clock.turn(0)
  answers[0]?.({ ...unknownSession, finding: { code: 'wrong-password', facts: {} } })
  for (let tick = 0; tick < 5; tick += 1) await Promise.resolve()
  clock.turn(0)
  expect(answers.length).toBe(2)
})

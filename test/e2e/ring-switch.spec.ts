import { playScenario } from '../../src-main/demo/scenarios.ts'
import { explain, wordsFor } from '../../src-main/words/index.ts'
import { launch, type Host } from '../host/launch.ts'
import { expect, test as firstRun } from './fixtures.ts'
import { agent, test } from './signed-in.ts'

const { notices, page: say } = wordsFor()
const ring = ['--ring']
const ringing = notices.ringing().title
const alreadyRinging = explain({ code: 'already-ringing', facts: {} }).title

const titles = (host: Host) => host.evaluate(() => __probe.notifications.map(({ title }) => title))
const popupShows = (host: Host) =>
  host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((w) => w.isVisible()))
const windows = (host: Host) =>
  host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const trayIsThere = (host: Host) =>
  expect.poll(() => host.evaluate(() => __probe.trays().length)).toBe(1)

test('--ring rings through the running copy, which tells it, and ends at once', async ({
  dialer,
  env,
  home,
  host,
  popup,
}) => {
  await expect(popup.getByRole('button', { name: say.ring.button })).toBeVisible()
  await popup.keyboard.press('Escape')
  await expect.poll(() => popupShows(host)).toBe(false)
  const second = await launch({ home, env, args: ring })
  expect(await second.exited()).toBe(0)
  await expect.poll(() => titles(host)).toEqual([ringing])
  expect(dialer.counts.calls).toEqual({ [agent]: 1 })
  expect(await popupShows(host)).toBe(false)
  await host.evaluate(() => {
    __probe.clickNotification()
  })
  await expect.poll(() => popupShows(host)).toBe(true)
  await second.close()
})

test('a refusal of --ring is told by its title', async ({ dialer, env, home, host }) => {
  playScenario(dialer, 'logged-out')
  const second = await launch({ home, env, args: ring })
  expect(await second.exited()).toBe(0)
  const { title } = explain({ code: 'agent-not-logged-in', facts: {} })
  await expect.poll(() => titles(host)).toEqual([title])
  await second.close()
})

test('with no copy running --ring starts the app hidden and rings', async ({
  dialer,
  env,
  home,
}) => {
  const host = await launch({ home, env, args: ring })
  await expect.poll(() => titles(host)).toEqual([ringing])
  await trayIsThere(host)
  expect(dialer.counts.calls).toEqual({ [agent]: 1 })
  expect(await windows(host)).toBe(0)
  await host.close()
})

test('a held key that starts 20 copies makes one call', async ({ dialer, env, home }) => {
  test.setTimeout(120_000)
  const first = await launch({ home, env, args: ring })
  const others = await Promise.all(
    Array.from({ length: 19 }, () => launch({ home, env, args: ring })),
  )
  for (const other of others) expect(await other.exited()).toBe(0)
  await expect.poll(() => titles(first)).toContain(ringing)
  // Whatever came too late for the same gesture was told, and rang nobody.
  const [told, ...late] = await titles(first)
  expect(told).toBe(ringing)
  expect(late.filter((title) => title !== alreadyRinging)).toEqual([])
  expect(dialer.counts.calls).toEqual({ [agent]: 1 })
  expect(await windows(first)).toBe(0)
  await Promise.all(others.map((other) => other.close()))
  await first.close()
})

test('--at-login starts hidden, rings nobody, and shows nothing of a running copy', async ({
  dialer,
  env,
  home,
}) => {
  const host = await launch({ home, env, args: ['--at-login'] })
  await trayIsThere(host)
  const second = await launch({ home, env, args: ['--at-login'] })
  expect(await second.exited()).toBe(0)
  expect(await windows(host)).toBe(0)
  expect(dialer.counts.calls).toEqual({})
  const third = await launch({ home, env })
  expect(await third.exited()).toBe(0)
  await expect.poll(() => popupShows(host)).toBe(true)
  await Promise.all([second, third].map((copy) => copy.close()))
  await host.close()
})

firstRun('--ring with nobody signed in opens the popup', async ({ keyring, dialer }) => {
  const host = await launch({ env: keyring.env, args: ring })
  await expect.poll(() => popupShows(host)).toBe(true)
  expect(await titles(host)).toEqual([])
  expect(dialer.counts.received).toEqual([])
  await host.close()
})

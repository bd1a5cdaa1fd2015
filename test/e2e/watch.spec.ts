import { playScenario, type ScenarioName } from '../../src-main/demo/scenarios.ts'
import type { Host } from '../host/launch.ts'
import { expect, test } from './signed-in.ts'

const icon = (host: Host) => host.evaluate(() => __probe.trays()[0]?.icon ?? '')
/** Waking up makes the watch look within three seconds, which no test has to wait a minute for. */
const sleep = (host: Host) => host.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
const wake = (host: Host) => host.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))

test('the icon follows the session, a shape for each state', async ({ dialer, host }) => {
  await expect
    .poll(() => host.evaluate(() => __probe.trays()[0]?.toolTip))
    .toMatch(/waiting for a call/i)
  const states: ScenarioName[] = ['paused', 'in-call', 'logged-out']
  const seen = [await icon(host)]
  for (const scenario of states) {
    await sleep(host)
    playScenario(dialer, scenario)
    await wake(host)
    await expect.poll(async () => seen.includes(await icon(host)), scenario).toBe(false)
    seen.push(await icon(host))
  }
  expect(new Set(seen).size).toBe(states.length + 1)
})

test('a look that fails changes nothing in the tray', async ({ dialer, host }) => {
  await expect.poll(() => host.evaluate(() => __probe.trays()[0]?.toolTip)).toMatch(/call/)
  const before = await icon(host)
  await sleep(host)
  playScenario(dialer, 'database-down')
  const asked = dialer.counts.received.length
  await wake(host)
  await expect.poll(() => dialer.counts.received.length).toBeGreaterThan(asked)
  expect(await icon(host)).toBe(before)
})

test('nothing is asked while the screen is locked, popup or not', async ({
  dialer,
  host,
  popup,
}) => {
  await expect(popup.getByRole('main')).toBeVisible()
  await expect.poll(() => dialer.counts.received.length).toBeGreaterThan(0)
  await host.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  const asked = dialer.counts.received.length
  await popup.keyboard.press('Escape')
  await host.evaluate(() => {
    __probe.clickTray()
  })
  expect(dialer.counts.received.length - asked).toBeLessThanOrEqual(1)
  await host.evaluate(({ powerMonitor }) => powerMonitor.emit('unlock-screen'))
  await expect.poll(() => dialer.counts.received.length).toBeGreaterThan(asked)
})

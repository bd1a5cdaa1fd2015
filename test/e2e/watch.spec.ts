import type { Page } from '@playwright/test'
import { playScenario, type ScenarioName } from '../../src-main/demo/scenarios.ts'
import type { Host } from '../host/launch.ts'
import { expect, test } from './signed-in.ts'

/** With the popup closed the next look is most of a minute away, so only what a test does brings one. */
async function closePopup(popup: Page, host: Host): Promise<void> {
  await expect(popup.getByRole('main')).toBeVisible()
  await popup.keyboard.press('Escape')
  await expect
    .poll(() =>
      host.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some((w) => w.isVisible()),
      ),
    )
    .toBe(false)
}
const tooltip = (host: Host) => host.evaluate(() => __probe.trays()[0]?.toolTip)
const icon = (host: Host) => host.evaluate(() => __probe.trays()[0]?.icon ?? '')
/** Waking up makes the watch look within three seconds, which no test has to wait a minute for. */
const sleep = (host: Host) => host.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
const wake = (host: Host) => host.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))

test('the icon follows the session, a shape for each state', async ({ dialer, host, popup }) => {
  await closePopup(popup, host)
  await expect.poll(() => tooltip(host)).toMatch(/waiting for a call/i)
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

test('a look that fails changes nothing in the tray', async ({ dialer, host, popup }) => {
  await closePopup(popup, host)
  await expect.poll(() => tooltip(host)).toMatch(/call/)
  const before = await icon(host)
  await sleep(host)
  playScenario(dialer, 'database-down')
  const asked = dialer.counts.received.length
  await wake(host)
  await expect.poll(() => dialer.counts.received.length).toBeGreaterThan(asked)
  expect(await icon(host)).toBe(before)
})

test('unlocking the screen looks at the session again', async ({ dialer, host, popup }) => {
  await closePopup(popup, host)
  await expect.poll(() => tooltip(host)).toMatch(/waiting for a call/i)
  await host.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  playScenario(dialer, 'paused')
  await host.evaluate(({ powerMonitor }) => powerMonitor.emit('unlock-screen'))
  await expect.poll(() => tooltip(host)).toMatch(/paused/i)
})

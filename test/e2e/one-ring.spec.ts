import { wordsFor } from '../../src-main/words/index.ts'
import { launch, type Host } from '../host/launch.ts'
import { runTerminal } from '../host/terminal.ts'
import { agent, expect, test } from './signed-in.ts'

const { page: say, tray } = wordsFor()

test('50 presses in a second from tray, menu, page and terminals make one call', async ({
  dialer,
  env,
  host,
  popup,
}) => {
  test.setTimeout(60_000)
  const ring = popup.getByRole('button', { name: say.ring.button })
  await ring.waitFor()
  // Slow enough that every press of the second comes while the first is under way.
  dialer.faults.delayMs = 1_500
  const terminals = Array.from({ length: 8 }, () => runTerminal(['ring', '--json'], env))
  const inTheApp = host.evaluate((_, label) => {
    for (let press = 0; press < 15; press += 1) {
      __probe.clickMenu(label)
      __probe.clickTray()
    }
  }, tray.menu.ring)
  const inThePage = popup.evaluate(async () => {
    const bridge = (
      window as unknown as { ringMyPhone: { command(n: string, p: object): Promise<unknown> } }
    ).ringMyPhone
    await Promise.all(Array.from({ length: 12 }, () => bridge.command('ring', {})))
  })
  const ends = await Promise.all(terminals)
  await Promise.all([inTheApp, inThePage])
  expect(dialer.counts.calls).toEqual({ [agent]: 1 })
  const codes = ends.map(({ stdout }) => (JSON.parse(stdout) as { code: string }).code)
  expect(codes.filter((code) => code === 'already-ringing').length).toBeGreaterThanOrEqual(7)
  for (const { code } of ends) expect([0, 1]).toContain(code)
})

test('20 presses with the app killed and restarted among them make one call', async ({
  dialer,
  env,
  home,
  host: first,
}) => {
  test.setTimeout(90_000)
  let host: Host = first
  for (let press = 0; press < 20; press += 1) {
    await host.evaluate((_, label) => {
      __probe.clickMenu(label)
    }, tray.menu.ring)
    if (press % 5 === 0) await expect.poll(() => dialer.counts.calls[agent]).toBe(1)
    if (press % 5 !== 4) continue
    await host.kill()
    host = await launch({ home, env })
    await expect.poll(() => host.evaluate(() => __probe.trays().length)).toBe(1)
  }
  expect(dialer.counts.calls).toEqual({ [agent]: 1 })
  if (host !== first) await host.close()
})

test('a press killed before its answer came is not made again by the next start', async ({
  dialer,
  env,
  home,
  host,
}) => {
  dialer.faults.hang = true
  await host.evaluate((_, label) => {
    __probe.clickMenu(label)
  }, tray.menu.ring)
  await expect.poll(() => dialer.counts.calls[agent]).toBe(1)
  await host.kill()
  dialer.faults.hang = false
  const again = await launch({ home, env })
  const page = await again.popup()
  await page.getByRole('button', { name: say.ring.button }).click()
  await expect(page.getByText(say.again.question)).toBeVisible()
  expect(dialer.counts.calls).toEqual({ [agent]: 1 })
  await again.close()
})

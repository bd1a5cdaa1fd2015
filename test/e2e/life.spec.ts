import { wordsFor } from '../../src-main/words/index.ts'
import { launch } from '../host/launch.ts'
import { agent, expect, test } from './signed-in.ts'

const { page: say, tray } = wordsFor()

test('a second copy shows the first one’s popup, rings nobody and ends', async ({
  dialer,
  env,
  home,
  host,
  popup,
}) => {
  await expect(popup.getByRole('button', { name: say.ring.button })).toBeVisible()
  await popup.keyboard.press('Escape')
  const visible = () =>
    host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((w) => w.isVisible()))
  await expect.poll(visible).toBe(false)
  const second = await launch({ home, env })
  expect(await second.exited()).toBe(0)
  await expect.poll(visible).toBe(true)
  expect(dialer.counts.calls[agent]).toBeUndefined()
  await second.close()
})

test('Quit in the menu ends every process, with exit value 0', async ({ host, popup }) => {
  await expect(popup.getByRole('button', { name: say.ring.button })).toBeVisible()
  await host.evaluate((_, label) => {
    setImmediate(() => {
      __probe.clickMenu(label)
    })
  }, tray.menu.quit)
  expect(await host.exited()).toBe(0)
})

test('the popup works by keyboard alone', async ({ dialer, popup }) => {
  const ring = popup.getByRole('button', { name: say.ring.button })
  await expect(ring).toBeVisible()
  for (
    let tab = 0;
    tab < 6 && !(await ring.evaluate((e) => e === document.activeElement));
    tab += 1
  ) {
    await popup.keyboard.press('Tab')
  }
  await popup.keyboard.press('Enter')
  await expect(popup.getByText(say.ring.phases.sent).first()).toBeVisible()
  expect(dialer.counts.calls).toEqual({ [agent]: 1 })
})

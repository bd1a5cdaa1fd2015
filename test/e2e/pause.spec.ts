import { playScenario } from '../../src-main/demo/scenarios.ts'
import { explain, wordsFor } from '../../src-main/words/index.ts'
import { agent, expect, test } from './signed-in.ts'

const { page: say, session, tray } = wordsFor()
const facts = { agent, vicidialFunction: 'external_pause' }

test('a pause from the page, by keyboard, and its end: the status follows by itself', async ({
  dialer,
  popup,
}) => {
  const status = (name: string) => popup.getByText(session.status(name), { exact: true })
  await expect(status('READY')).toBeVisible()
  const pause = popup.getByRole('button', { name: say.pause.pause })
  await pause.focus()
  await popup.keyboard.press('Enter')
  await expect(popup.getByText(say.pause.set.pause)).toBeVisible()
  await expect(status('PAUSED')).toBeVisible()
  await expect(popup.getByText(say.pause.set.pause)).toBeHidden()
  const resume = popup.getByRole('button', { name: say.pause.resume })
  await expect(resume).toBeFocused()
  await popup.keyboard.press('Enter')
  await expect(status('READY')).toBeVisible()
  expect(dialer.counts.requests.agent['external_pause']).toBe(2)
})

test('a pause from the tray menu, whose line turns into resume', async ({
  dialer,
  host,
  popup,
}) => {
  const labels = () => host.evaluate(() => __probe.menu().map(({ label }) => label))
  const click = (label: string) =>
    host.evaluate((_, clicked) => {
      __probe.clickMenu(clicked)
    }, label)
  await expect.poll(labels).toContain(tray.menu.pause)
  await click(tray.menu.pause)
  await expect.poll(labels).toContain(tray.menu.resume)
  await expect(popup.getByText(session.status('PAUSED'), { exact: true })).toBeVisible()
  await expect
    .poll(() => host.evaluate(() => __probe.trays()[0]?.toolTip))
    .toContain(session.status('PAUSED'))
  await click(tray.menu.resume)
  await expect.poll(labels).toContain(tray.menu.pause)
  await expect.poll(() => dialer.world.sessions[agent]?.status).toBe('READY')
  expect(dialer.counts.requests.agent['external_pause']).toBe(2)
})

test('in a call the pause is said to wait for its end', async ({ dialer, popup }) => {
  playScenario(dialer, 'in-call')
  await popup.getByRole('button', { name: say.lookAgain }).click()
  await expect(popup.getByText(session.status('INCALL'), { exact: true })).toBeVisible()
  await popup.getByRole('button', { name: say.pause.pause }).click()
  await expect(popup.getByText(say.pause.set.pause)).toBeVisible()
  await popup.getByRole('button', { name: say.lookAgain }).click()
  await expect(popup.getByRole('button', { name: say.pause.resume })).toBeVisible()
  await expect(popup.getByText(say.pause.set.pause)).toBeVisible()
  const live = dialer.world.sessions[agent]
  if (live) live.status = 'READY'
  await expect(popup.getByText(session.status('PAUSED'), { exact: true })).toBeVisible({
    timeout: 20_000,
  })
})

test('a refusal is explained in the page, and by a notice while no popup shows', async ({
  dialer,
  host,
  popup,
}) => {
  const pause = popup.getByRole('button', { name: say.pause.pause })
  await expect(pause).toBeVisible()
  const users = dialer.world.users
  if (users[agent]) users[agent].allowedFunctions = ['call_agent', 'recording']
  const { title } = explain({ code: 'function-not-allowed', facts })
  await pause.click()
  await expect(popup.getByRole('alert').getByText(title)).toBeVisible()
  expect(dialer.counts.requests.agent['external_pause']).toBe(1)
  expect(await host.evaluate(() => __probe.notifications.length)).toBe(0)

  await popup.keyboard.press('Escape')
  await expect
    .poll(() =>
      host.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some((window) => window.isVisible()),
      ),
    )
    .toBe(false)
  await host.evaluate((_, label) => {
    __probe.clickMenu(label)
  }, tray.menu.pause)
  await expect
    .poll(() => host.evaluate(() => __probe.notifications.map((notice) => notice.title)))
    .toEqual([title])
  expect(dialer.counts.calls).toEqual({})
})

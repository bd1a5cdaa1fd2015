import type { Code } from '../../src-main/contract.ts'
import { playScenario, type ScenarioName } from '../../src-main/demo/scenarios.ts'
import { explain, silentPhone, wordsFor } from '../../src-main/words/index.ts'
import { agent, expect, test } from './signed-in.ts'

const { page: say, preferences, tray } = wordsFor()

test('a press in the page rings once, and Yes ends it', async ({ dialer, popup }) => {
  await popup.getByRole('button', { name: say.ring.button }).click()
  await expect(popup.getByText(say.ring.phases.sent).first()).toBeVisible()
  await popup.getByRole('button', { name: say.ring.yes, exact: true }).click()
  await expect(popup.getByText(say.ring.rang)).toBeVisible()
  expect(dialer.counts.calls).toEqual({ [agent]: 1 })
})

test('a second press asks first, and only "Ring again" makes a second call', async ({
  dialer,
  popup,
}) => {
  const ring = popup.getByRole('button', { name: say.ring.button })
  await ring.click()
  await expect(popup.getByText(say.ring.phases.sent).first()).toBeVisible()
  await ring.click()
  await expect(popup.getByText(say.again.question)).toBeVisible()
  expect(dialer.counts.calls).toEqual({ [agent]: 1 })
  await popup.getByRole('button', { name: say.again.confirm }).click()
  await expect.poll(() => dialer.counts.calls[agent]).toBe(2)
})

test('No shows what a silent phone can mean', async ({ popup }) => {
  await popup.getByRole('button', { name: say.ring.button }).click()
  await popup.getByRole('button', { name: say.ring.no, exact: true }).click()
  await expect(popup.getByRole('alert').getByText(silentPhone({}).title)).toBeVisible()
})

test('on a call it asks before it rings', async ({ dialer, popup, host }) => {
  playScenario(dialer, 'in-call')
  // The popup's own look at the session comes first.
  await popup.getByRole('button', { name: say.lookAgain }).click()
  await expect.poll(() => host.evaluate(() => __probe.trays()[0]?.toolTip)).toMatch(/call/i)
  await popup.getByRole('button', { name: say.ring.button }).click()
  await expect(popup.getByText(say.duringCall.question)).toBeVisible()
  expect(dialer.counts.calls).toEqual({})
  await popup.getByRole('button', { name: say.duringCall.confirm }).click()
  await expect.poll(() => dialer.counts.calls[agent]).toBe(1)
})

const refusals: [ScenarioName, Code][] = [
  ['logged-out', 'agent-not-logged-in'],
  ['no-session-data', 'no-session-data'],
  ['entry-empty', 'phone-entry-empty'],
  ['on-hook', 'phone-entry-empty'],
  ['locked-out', 'account-locked'],
  ['wrong-password', 'wrong-password'],
  ['api-off', 'system-api-off'],
  ['api-access-off', 'api-access-off'],
  ['ip-blocked', 'ip-blocked'],
  ['no-active-servers', 'no-active-servers'],
  ['agent-limit', 'agent-limit'],
  ['function-not-allowed', 'function-not-allowed'],
  ['moved', 'redirected'],
  ['forbidden', 'forbidden'],
  ['not-found', 'not-found'],
  ['database-down', 'server-error'],
  ['login-page', 'not-vicidial'],
  ['rubbish', 'reply-too-large'],
  ['close-after-request', 'connection-lost'],
]

test('each refusal is explained in the page, and the dialer hears of it once', async ({
  dialer,
  host,
  popup,
}) => {
  test.setTimeout(90_000)
  for (const [scenario, code] of refusals) {
    await test.step(scenario, async () => {
      playScenario(dialer, scenario)
      const before = dialer.counts.requests.agent['call_agent'] ?? 0
      const doors = dialer.counts.received.length
      const ring = popup.getByRole('button', { name: say.ring.button })
      await ring.click()
      const yes = popup.getByRole('button', { name: say.again.confirm })
      const card = popup.getByRole('alert')
      const { title } = explain({ code, facts: {} })
      const again = popup.getByRole('button', { name: wordsFor().signInPage.sendAgain.confirm })
      await expect(card.or(yes).first()).toBeVisible()
      // An unsure press opens a ring window, and a blocked account asks: the next one says so.
      if (await yes.isVisible()) await yes.click()
      else if ((await again.isVisible()) && !(await card.getByText(title).isVisible()))
        await again.click()
      await expect(card.getByText(title)).toBeVisible()
      expect((dialer.counts.requests.agent['call_agent'] ?? 0) - before).toBeLessThanOrEqual(1)
      expect(dialer.counts.received.length).toBeGreaterThanOrEqual(doors)
    })
  }
  expect(host.stderr()).not.toContain('1000pass')
})

test('the first line of the tray menu rings', async ({ dialer, host, popup }) => {
  await expect(popup.getByRole('button', { name: say.ring.button })).toBeVisible()
  expect((await host.evaluate(() => __probe.menu()))[0]?.label).toBe(tray.menu.ring)
  await host.evaluate((_, label) => {
    __probe.clickMenu(label)
  }, tray.menu.ring)
  await expect.poll(() => dialer.counts.calls[agent]).toBe(1)
})

test('a click on the icon opens the popup, or rings where the person chose so', async ({
  dialer,
  host,
  popup,
}) => {
  await popup.getByRole('button', { name: say.footer.preferences }).click()
  await popup.getByRole('radio', { name: preferences.trayClick.choices.ring }).check()
  await expect
    .poll(
      () => dialer.counts.calls[agent] ?? host.evaluate(() => __probe.clickTray()).then(() => 0),
    )
    .toBe(1)
})

test('a refusal from the menu is told by a notice while no popup shows', async ({
  dialer,
  host,
  popup,
}) => {
  await expect(popup.getByRole('button', { name: say.ring.button })).toBeVisible()
  await popup.keyboard.press('Escape')
  await expect
    .poll(() =>
      host.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some((w) => w.isVisible()),
      ),
    )
    .toBe(false)
  playScenario(dialer, 'logged-out')
  await host.evaluate((_, label) => {
    __probe.clickMenu(label)
  }, tray.menu.ring)
  const { title } = explain({ code: 'agent-not-logged-in', facts: {} })
  await expect
    .poll(() => host.evaluate(() => __probe.notifications.map((n) => n.title)))
    .toEqual([title])
})

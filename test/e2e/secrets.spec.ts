import { playScenario } from '../../src-main/demo/scenarios.ts'
import { explain, wordsFor } from '../../src-main/words/index.ts'
import { launch } from '../host/launch.ts'
import { privateEnvironment } from '../host/start.mjs'
import { runTerminal } from '../host/terminal.ts'
import { expect, test } from './fixtures.ts'
import { filesHolding, heapOf, holds, processesHolding } from './traces.ts'

const { signInPage: say, page: pageWords, tray } = wordsFor()
const secret = 'Marked-pass.Zq7+K/9=x_41'
const refusedSecret = 'Refused-pass.Wj3+M/8=y_52'

test('after a whole run only the keychain holds the password', async ({
  dialer,
  host,
  keyring,
  popup,
}) => {
  test.setTimeout(90_000)
  const user = dialer.world.users['1000']
  if (!user) throw new Error('the practice world has no agent 1000')
  user.password = secret
  const seen: string[] = []
  const lookAtProcesses = () => {
    seen.push(...processesHolding(secret), ...processesHolding(refusedSecret))
  }

  // First run, with one refusal: VICIdial repeats the refused password, and an SQL statement.
  await popup.getByLabel(say.server.label).fill(dialer.url)
  await popup.getByRole('button', { name: say.server.submit }).click()
  await popup.getByRole('checkbox', { name: say.http.agree(dialer.url) }).check()
  await popup.getByRole('button', { name: say.http.confirm }).click()
  for (const password of [refusedSecret, secret]) {
    await popup.getByLabel(say.account.userLabel, { exact: true }).fill('1000')
    await popup.getByLabel(say.account.passwordLabel, { exact: true }).fill(password)
    await popup.getByRole('button', { name: say.account.submit, exact: true }).click()
    lookAtProcesses()
    if (password === refusedSecret) await expect(popup.getByRole('alert')).toBeVisible()
  }
  const ring = popup.getByRole('button', { name: pageWords.ring.button })
  await ring.click()
  await expect(popup.getByText(pageWords.ring.phases.sent).first()).toBeVisible()
  expect(dialer.counts.calls).toEqual({ '1000': 1 })
  await popup.getByRole('button', { name: pageWords.ring.yes, exact: true }).click()

  const heap = await heapOf(popup)
  // A search that could not find anything would prove nothing.
  expect(heap).toContain(dialer.url)
  expect(holds(heap, secret) || holds(heap, refusedSecret)).toBe(false)

  // Now the saved password is refused, and repeated by the server, in the app and in the terminal.
  playScenario(dialer, 'wrong-password')
  await host.evaluate((_, label) => {
    __probe.clickMenu(label)
  }, tray.menu.ring)
  const { title } = explain({ code: 'wrong-password', facts: {} })
  await expect(popup.getByRole('alert').getByText(title)).toBeVisible()
  expect(holds(await heapOf(popup), secret)).toBe(false)

  const env = { ...privateEnvironment(host.home), ...keyring.env }
  const server = ['--server', dialer.url, '--user', '1000', '--allow-http', '--password-stdin']
  const saved = runTerminal(['status', '--json'], env)
  const typed = runTerminal(['ring', '--json', ...server], env, secret)
  lookAtProcesses()
  const terminals = await Promise.all([saved, typed])
  expect(terminals.map(({ code }) => code)).toEqual([1, 1])
  const said = terminals.map(({ stdout, stderr }) => stdout + stderr).join('')
  expect(said).toContain('wrong-password')

  playScenario(dialer, 'healthy')
  user.password = secret
  expect(await host.evaluate(() => JSON.stringify(__probe.notifications))).not.toContain(secret)
  const screen = await popup.content()
  await host.kill()
  expect(filesHolding(host.home, '1000')).not.toEqual([])
  for (const text of [said, host.stdout(), host.stderr(), screen]) {
    expect(holds(text, secret) || holds(text, refusedSecret)).toBe(false)
  }
  for (const folder of [host.home, keyring.folder]) {
    expect([...filesHolding(folder, secret), ...filesHolding(folder, refusedSecret)]).toEqual([])
  }
  expect(seen).toEqual([])
  expect(dialer.counts.passwordInUrl).toBe(false)

  // It is in the keychain: a fresh start signs in with it, once the person says so.
  const again = await launch({ home: host.home, env: keyring.env })
  const page = await again.popup()
  await page.getByRole('button', { name: pageWords.ring.button }).click()
  await page.getByRole('button', { name: say.sendAgain.confirm }).click()
  await expect.poll(() => dialer.counts.calls['1000']).toBe(2)
  await again.close()
})

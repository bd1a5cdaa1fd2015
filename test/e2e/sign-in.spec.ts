import type { Page } from '@playwright/test'
import type { PracticeDialer } from '../../src-main/demo/practice-dialer.ts'
import { explain, wordsFor } from '../../src-main/words/index.ts'
import { launch } from '../host/launch.ts'
import { privateEnvironment } from '../host/start.mjs'
import { runTerminal } from '../host/terminal.ts'
import { expect, test } from './fixtures.ts'

const { signInPage: say, page: pageWords, preferences, session } = wordsFor()

async function findServer(popup: Page, dialer: PracticeDialer): Promise<void> {
  await popup.getByLabel(say.server.label).fill(dialer.url)
  await popup.getByRole('button', { name: say.server.submit }).click()
  // The practice dialer speaks plain HTTP, so the risk has to be agreed to first.
  await popup.getByRole('checkbox', { name: say.http.agree(dialer.url) }).check()
  await popup.getByRole('button', { name: say.http.confirm }).click()
  await expect(popup.getByText(say.server.found('2.14-81'))).toBeVisible()
}

async function signIn(popup: Page, user: string, password: string): Promise<void> {
  await popup.getByLabel(say.account.userLabel, { exact: true }).fill(user)
  await popup.getByLabel(say.account.passwordLabel, { exact: true }).fill(password)
  await popup.getByRole('button', { name: say.account.submit, exact: true }).click()
}

/** Main reloads the page after a sign-in, so that nothing typed stays in its memory. */
async function reloaded(popup: Page): Promise<void> {
  await popup.waitForFunction(() => {
    const [entry] = performance.getEntriesByType('navigation')
    return (entry as PerformanceNavigationTiming | undefined)?.type === 'reload'
  })
}

test('a new person finds the server, agrees to HTTP, signs in and sees the session', async ({
  dialer,
  popup,
}) => {
  await findServer(popup, dialer)
  expect(dialer.counts.requests.agent['version']).toBe(1)
  await signIn(popup, '1000', '1000pass')
  await expect(popup.getByRole('button', { name: pageWords.ring.button })).toBeVisible()
  await expect(popup.getByText(session.sessionId('8600051'))).toBeVisible()
  expect(dialer.counts.passwordInUrl).toBe(false)
  expect(dialer.counts.calls).toEqual({})
})

test('the account is still there after a restart, and rings', async ({
  dialer,
  host,
  popup,
  keyring,
}) => {
  await findServer(popup, dialer)
  await signIn(popup, '1000', '1000pass')
  await expect(popup.getByRole('button', { name: pageWords.ring.button })).toBeVisible()
  await host.kill()
  const again = await launch({ home: host.home, env: keyring.env })
  const page = await again.popup()
  await page.getByRole('button', { name: pageWords.ring.button }).click()
  await expect(page.getByText(pageWords.ring.phases.sent).first()).toBeVisible()
  expect(dialer.counts.calls).toEqual({ '1000': 1 })
  await again.close()
})

test('characters that VICIdial drops are told while typing, and nothing is sent', async ({
  dialer,
  popup,
}) => {
  await findServer(popup, dialer)
  await popup.getByLabel(say.account.passwordLabel, { exact: true }).fill('pass@word')
  await expect(popup.getByText(say.dropped.password('@'))).toBeVisible()
  await signIn(popup, '1000', 'pass@word')
  expect(dialer.counts.requests.agent).toEqual({ version: 1 })
})

test('a wrong password is explained, and typing it again sends it only when asked to', async ({
  dialer,
  popup,
}) => {
  await findServer(popup, dialer)
  await signIn(popup, '1000', 'wrongpass')
  const refused = explain({ code: 'wrong-password', facts: { refusals: 1, user: '1000' } })
  await expect(popup.getByRole('alert').getByText(refused.title)).toBeVisible()
  await signIn(popup, '1000', 'wrongpass')
  await expect(popup.getByRole('button', { name: say.account.submit, exact: true })).toBeEnabled()
  expect(dialer.counts.failedSignIns).toEqual({ '1000': 1 })
  await signIn(popup, '1000', '1000pass')
  await expect(popup.getByRole('button', { name: pageWords.ring.button })).toBeVisible()
})

test('an address without VICIdial is explained', async ({ popup }) => {
  await popup.getByLabel(say.server.label).fill('https://127.0.0.1:1')
  await popup.getByRole('button', { name: say.server.submit }).click()
  const { title } = explain({ code: 'connection-refused', facts: {} })
  await expect(popup.getByRole('alert').getByText(title)).toBeVisible()
})

test('signing out forgets the account', async ({ dialer, host, keyring, popup }) => {
  await findServer(popup, dialer)
  await signIn(popup, '1000', '1000pass')
  await reloaded(popup)
  await popup.getByRole('button', { name: pageWords.footer.preferences }).click()
  await popup.getByRole('button', { name: preferences.account.signOut }).click()
  await popup.getByRole('button', { name: preferences.account.signOut }).click()
  await expect(popup.getByLabel(say.account.userLabel, { exact: true })).toBeVisible()
  const env = { ...privateEnvironment(host.home), ...keyring.env }
  const { code, stdout } = await runTerminal(['ring', '--json'], env)
  expect([code, (JSON.parse(stdout) as { code: string }).code]).toEqual([1, 'not-set-up'])
})

test.describe('with a locked keyring', () => {
  test.use({ keyringState: 'locked' })

  test('the person can choose to be asked each time, and rings with a typed password', async ({
    dialer,
    popup,
  }) => {
    await findServer(popup, dialer)
    await signIn(popup, '1000', '1000pass')
    const locked = explain({ code: 'keychain-locked', facts: {} })
    await expect(popup.getByRole('alert').getByText(locked.title)).toBeVisible()
    await popup.getByRole('button', { name: say.account.askEachTime }).click()
    await signIn(popup, '1000', '1000pass')
    await reloaded(popup)
    await popup.getByRole('button', { name: pageWords.ring.button }).click()
    await popup.getByLabel(pageWords.password.question).fill('1000pass')
    await popup.getByLabel(pageWords.password.question).press('Enter')
    await expect(popup.getByText(pageWords.ring.phases.sent).first()).toBeVisible()
    expect(dialer.counts.calls).toEqual({ '1000': 1 })
  })
})

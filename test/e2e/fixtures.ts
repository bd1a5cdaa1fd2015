import { expect, test as base, type Page } from '@playwright/test'
import { startPracticeDialer, type PracticeDialer } from '../../src-main/demo/practice-dialer.ts'
import { startKeyring, type Keyring, type KeyringState } from '../host/keyring.ts'
import { launch, type Host } from '../host/launch.ts'

export interface Fixtures {
  /** `test.use({ keyringState: 'locked' })` and the like. */
  keyringState: KeyringState
  dialer: PracticeDialer
  /** A real keyring of the test's own. */
  keyring: Keyring
  /** The built app with that keyring, in a home of its own, once its tray icon is there. */
  host: Host
  /** The popup's page. */
  popup: Page
}

export const test = base.extend<Fixtures>({
  keyringState: ['unlocked', { option: true }],
  // Playwright reads from the pattern what a fixture needs, here nothing.
  // eslint-disable-next-line no-empty-pattern
  dialer: async ({}, use) => {
    const dialer = await startPracticeDialer()
    await use(dialer)
    await dialer.close()
  },
  keyring: async ({ keyringState }, use) => {
    const keyring = await startKeyring(keyringState)
    await use(keyring)
    await keyring.close()
  },
  host: async ({ keyring }, use, testInfo) => {
    const host = await launch({ env: keyring.env })
    await expect.poll(() => host.evaluate(() => __probe.trays().length)).toBe(1)
    await use(host)
    if (testInfo.status !== testInfo.expectedStatus) console.log(host.stderr())
    await host.close()
  },
  popup: async ({ host }, use) => {
    await use(await host.popup())
  },
})

export { expect }

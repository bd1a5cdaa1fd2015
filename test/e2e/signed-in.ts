import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch } from '../host/launch.ts'
import { privateEnvironment } from '../host/start.mjs'
import { signInByTerminal } from '../host/terminal.ts'
import { expect, test as base } from './fixtures.ts'

export const agent = '1000'

interface SignedIn {
  /** A home folder whose account is signed in to the practice dialer. */
  home: string
  /** For every process that is to act as this person. */
  env: Record<string, string>
}

/** As the fixtures, with the app started by somebody who is signed in already. */
export const test = base.extend<SignedIn>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from the pattern
  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'signed-in-'))
    await use(home)
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  },
  env: async ({ home, keyring, dialer }, use) => {
    const env = { ...privateEnvironment(home), ...keyring.env }
    const password = dialer.world.users[agent]?.password ?? ''
    await signInByTerminal(dialer.url, { user: agent, password }, env)
    await use(env)
  },
  host: async ({ home, env }, use, testInfo) => {
    const host = await launch({ home, env })
    await expect.poll(() => host.evaluate(() => __probe.trays().length)).toBe(1)
    await use(host)
    if (testInfo.status !== testInfo.expectedStatus) console.log(host.stderr())
    await host.close()
  },
})

export { expect }

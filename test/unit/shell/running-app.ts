import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createKeychain } from '../../../src-main/account/keychain.ts'
import type { App, AppPorts } from '../../../src-main/app-ports.ts'
import { openApp } from '../../../src-main/app.ts'
import { systemClock } from '../../../src-main/clock.ts'
import { startPracticeDialer, type PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { createTransport } from '../../../src-main/vicidial/transport.ts'

/** An empty folder of the running test's own, gone afterwards. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rmp-shell-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/**
 * The real app against the practice dialer, on a computer without a keychain. `signedIn`: with the
 * practice agent's account, password included; else as on the first start.
 */
export async function runningApp({ signedIn }: { signedIn: boolean }): Promise<{
  app: App
  dialer: PracticeDialer
}> {
  const dialer = await startPracticeDialer({ controlPort: null })
  const clock = systemClock
  const noKeychain = () => {
    throw new Error('no keychain here')
  }
  const server = { origin: dialer.url, folder: '' }
  const account = { server, user: '1000', agent: '1000', password: '1000pass', allowHttp: true }
  const ports: AppPorts = {
    clock,
    transport: createTransport({ clock, userAgent: 'test' }),
    keychain: createKeychain({ startHelper: noKeychain, clock, platform: 'linux' }),
    folder: freshFolder(),
    ...(signedIn ? { given: account } : {}),
    about: { version: '0.0.0', platform: 'linux' },
    openAddress: () => undefined,
    quit: () => undefined,
  }
  const app = await openApp(ports)
  onTestFinished(async () => {
    await app.close()
    await dialer.close()
  })
  return { app, dialer }
}

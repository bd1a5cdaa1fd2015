import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPracticeDialer, type PracticeDialer } from '../../src-main/demo/practice-dialer.ts'
import { startKeyring, type Keyring } from '../host/keyring.ts'
import { launch, type Host } from '../host/launch.ts'
import { privateEnvironment } from '../host/start.mjs'
import { runTerminal, signInByTerminal } from '../host/terminal.ts'

export const agent = '1000'

/** The whole app, signed in to a practice dialer, in a home of its own. */
export interface PracticeRun {
  dialer: PracticeDialer
  host: Host
  password: string
  close(): Promise<void>
}

/** Starts dialer, keyring and app, and signs in the way a person does: through the terminal. */
export async function startPracticeRun(): Promise<PracticeRun> {
  const home = mkdtempSync(join(tmpdir(), 'practice-'))
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const end of closing.reverse()) await end()
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
  try {
    const dialer = await startPracticeDialer()
    closing.push(() => dialer.close())
    // Elsewhere the person's own keychain serves; its entry is taken out again at the end.
    const keyring: Keyring | null = process.platform === 'linux' ? await startKeyring() : null
    if (keyring) closing.push(() => keyring.close())
    const env = { ...privateEnvironment(home), ...keyring?.env }
    const password = dialer.world.users[agent]?.password ?? ''
    await signInByTerminal(dialer.url, { user: agent, password }, env)
    // A keyring of the run's own goes as a whole; Ctrl+C may have ended it before this line is reached.
    if (!keyring) closing.push(() => runTerminal(['sign-out'], env))
    const host = await launch({ home, env })
    closing.push(() => host.close())
    return { dialer, host, password, close }
  } catch (error) {
    await close()
    throw error
  }
}

import { _electron, chromium, type Browser, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import './globals.ts'
import { privateEnvironment, start, type HostProcess, type StartOptions } from './start.mjs'

const root = resolve(import.meta.dirname, '../..')
const builtMain = process.env.E2E_MAIN ?? join(root, 'out/main/main.js')
const POPUP_MS = 20_000

/** A running app, on the stand-in or on real Electron. */
export interface Host extends Omit<HostProcess, 'endpoint'> {
  readonly kind: 'stand-in' | 'electron'
  /** The oldest window whose page has loaded; waits for it, 20 s at most. */
  popup(): Promise<Page>
}

export type LaunchOptions = Partial<StartOptions>

/** Starts the built app, by `E2E_ELECTRON=1` on real Electron. */
export function launch(options: LaunchOptions = {}): Promise<Host> {
  return process.env.E2E_ELECTRON === '1' ? launchElectron(options) : launchStandIn(options)
}

async function launchStandIn(options: LaunchOptions): Promise<Host> {
  const host = await start({ main: builtMain, ...options })
  let browser: Promise<Browser> | undefined

  return {
    ...host,
    kind: 'stand-in',
    popup: async () => {
      const giveUpAt = Date.now() + POPUP_MS
      browser ??= chromium.connectOverCDP(host.endpoint)
      const connected = await browser
      while (Date.now() < giveUpAt) {
        const [wanted] = await host.evaluate(() => __standIn.loadedWindows())
        for (const page of connected.contexts()[0]?.pages() ?? []) {
          if (wanted !== undefined && (await targetOf(page)) === wanted) return page
        }
        await new Promise((next) => setTimeout(next, 10))
      }
      throw new Error(`no window has loaded its page within ${POPUP_MS} ms\n${host.stderr()}`)
    },
    close: async () => {
      // Detaches only; the host ends its own Chromium.
      await (await browser)?.close().catch(() => undefined)
      await host.close()
    },
  }
}

/** Undefined for a page that closes while it is asked. */
async function targetOf(page: Page): Promise<string | undefined> {
  try {
    const session = await page.context().newCDPSession(page)
    const { targetInfo } = await session.send('Target.getTargetInfo')
    await session.detach()
    return targetInfo.targetId
  } catch {
    return undefined
  }
}

/** Checked by tsc only: where this project is built there is no Electron binary to run it with. */
async function launchElectron(options: LaunchOptions): Promise<Host> {
  const { main = root, args = [], env = {}, userData } = options
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'electron-'))
  const app = await _electron.launch({
    args: [
      '-r',
      join(import.meta.dirname, 'probe-real.cjs'),
      main,
      ...(userData === undefined ? [] : [`--user-data-dir=${userData}`]),
      ...args,
    ],
    env: { ...definedOnly(process.env), ...privateEnvironment(home), ...env },
  })
  const child = app.process()
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (part: Buffer) => (stdout += part.toString()))
  child.stderr?.on('data', (part: Buffer) => (stderr += part.toString()))
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  type Run = Parameters<typeof app.evaluate>[0]

  return {
    kind: 'electron',
    pid: child.pid ?? 0,
    home,
    userData: await app.evaluate(({ app: main }) => main.getPath('userData')),
    stdout: () => stdout,
    stderr: () => stderr,
    exited: () => ended,
    evaluate: async (run, arg) => (await app.evaluate(run as Run, arg)) as never,
    popup: async () => {
      const page = await app.firstWindow({ timeout: POPUP_MS })
      await page.waitForLoadState()
      return page
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    close: async () => {
      await app.close()
      if (options.home === undefined) rmSync(home, { recursive: true, force: true })
    },
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).filter((entry): entry is [string, string] => !!entry[1])
  return Object.fromEntries(entries)
}

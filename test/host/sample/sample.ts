import { test as base, type Page } from '@playwright/test'
import type { BrowserWindow, Menu, Tray, UtilityProcess } from 'electron'
import { join } from 'node:path'
import { launch, type Host, type LaunchOptions } from '../launch.ts'

/** What the sample app's main lets tests read. */
interface Sample {
  events: string[]
  /** Chromium's process id while main was still being evaluated: none yet. */
  chromiumSoFar: number | null
  tooEarly: string[]
  navigations: [name: string, address: string][]
  calls: { from: string; top: boolean }[]
  second?: { argv: string[]; folder: string; data: unknown }
  download?: string
  window: BrowserWindow
  menu: Menu
  tray: Tray
  helper: UtilityProcess | null
}

/** What its preload puts into the page. */
interface SampleBridge {
  echo(value: unknown): Promise<unknown>
  answer(kind: string): Promise<unknown>
  nobody(): Promise<unknown>
  helper(text: string): Promise<unknown>
  note(text: string): void
  onNoted(listener: (text: string) => void): () => void
  fs: string
  deep: { list: number[] }
}

declare global {
  var sample: Sample
  var bridge: SampleBridge
}

export const sampleMain = join(import.meta.dirname, 'main.mjs')

export function launchSample(options: LaunchOptions = {}): Promise<Host> {
  return launch({ main: sampleMain, ...options })
}

/** One running sample for all tests that leave it as it was. */
export const test = base.extend<{ fresh: Host; page: Page }, { host: Host }>({
  host: [
    // Playwright reads from the pattern what a fixture needs, here nothing.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const host = await launchSample()
      await use(host)
      await host.close()
    },
    { scope: 'worker' },
  ],
  /** One for a test that ends or breaks it. */
  // eslint-disable-next-line no-empty-pattern
  fresh: async ({}, use) => {
    const host = await launchSample()
    await use(host)
    await host.close()
  },
  page: async ({ host }, use) => {
    await use(await host.popup())
  },
})
test.skip(process.env.E2E_ELECTRON === '1', 'these are about the stand-in itself')

export function eventsOf(host: Host): Promise<string[]> {
  return host.evaluate(() => sample.events)
}

import { expect } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from '../host/launch.ts'
import { processesOf } from '../host/processes.ts'
import { eventsOf, launchSample, sampleMain, test } from '../host/sample/sample.ts'

test('ready waits until main is evaluated, and the page loads last', async ({ host }) => {
  await expect.poll(() => eventsOf(host)).toContain('loaded')
  expect(await host.evaluate(() => sample.chromiumSoFar)).toBe(null)
  expect((await eventsOf(host)).slice(0, 7)).toEqual([
    'evaluated',
    'will-finish-launching',
    'ready',
    'whenReady',
    'web-contents-created',
    'browser-window-created',
    'loaded',
  ])
})

test('what needs a ready app says so when it is used too early', async ({ host }) => {
  expect(await host.evaluate(() => sample.tooEarly)).toEqual([
    'Cannot create BrowserWindow before app is ready',
    'Cannot create Tray before app is ready',
    'Session can only be received when app is ready',
    'protocol cannot be used before app is ready',
    'utilityProcess cannot be created before app is ready',
  ])
})

test('members it lacks throw their name', async ({ host }) => {
  const messages = await host.evaluate((electron) => {
    const look = (read: () => unknown) => {
      try {
        return String(read())
      } catch (error) {
        return (error as Error).message
      }
    }
    return [
      look(() => electron.safeStorage),
      look(() => electron.app.userAgentFallback),
      look(() => sample.window.representedFilename),
      look(() => sample.window.webContents.debugger),
      look(() => sample.menu.items[0]?.userAccelerator),
    ]
  })
  expect(messages).toEqual([
    'stand-in: electron.safeStorage is not implemented',
    'stand-in: electron.app.userAgentFallback is not implemented',
    'stand-in: electron.BrowserWindow.representedFilename is not implemented',
    'stand-in: electron.WebContents.debugger is not implemented',
    'stand-in: electron.MenuItem.userAccelerator is not implemented',
  ])
})

test('a second copy tells the first one its arguments and leaves with 0', async ({
  fresh: host,
}) => {
  const second = await launchSample({ home: host.home, args: ['--ring', 'now'] })
  expect(await second.exited()).toBe(0)
  expect(second.stdout()).toBe('order: before-quit will-quit quit\n')
  await expect
    .poll(() => host.evaluate(() => sample.second))
    .toEqual({
      argv: expect.arrayContaining([sampleMain, '--ring', 'now']) as string[],
      folder: process.cwd(),
      data: { from: 'sample' },
    })
  await second.close()
})

test('a killed holder leaves no lock, helper or Chromium behind', async ({ fresh: host }) => {
  const page = await host.popup()
  await page.evaluate(() => bridge.helper('hello'))
  expect(processesOf('helper.mjs').join()).toContain(host.home)
  await host.kill()
  const next = await launchSample({ home: host.home })
  expect(await next.evaluate(({ app }) => app.hasSingleInstanceLock())).toBe(true)
  await (await next.popup()).getByRole('heading').waitFor()
  const isBrowser = (line: string) => / --user-data-dir=/.test(line) && !/ --type=/.test(line)
  expect(processesOf(host.home).filter(isBrowser)).toHaveLength(1)
  await expect.poll(() => processesOf('helper.mjs').join()).not.toContain(host.home)
  await next.close()
  await host.close()
  await expect.poll(() => processesOf(host.home)).toEqual([])
})

test('quitting closes the windows, goes in order and ends with 0', async ({ fresh: host }) => {
  await host.popup()
  await host.evaluate(() => {
    sample.window.once('close', (event) => {
      event.preventDefault()
    })
    setImmediate(() => {
      __probe.clickMenu('Quit')
      __probe.clickMenu('Quit')
    })
  })
  expect(await host.exited()).toBe(0)
  expect(host.stdout()).toMatch(/loaded before-quit before-quit closed will-quit quit\n$/)
  await host.close()
  expect(existsSync(host.home)).toBe(false)
})

test('a main that throws ends with 1 and says why', async () => {
  const broken = test.info().outputPath('broken.mjs')
  writeFileSync(broken, 'throw new Error("broken on purpose")\n')
  const host = await launch({ main: broken })
  expect(await host.exited()).toBe(1)
  expect(host.stderr()).toContain('broken on purpose')
  await host.close()
})

test('when the runner is killed, host, helper and Chromium end', async () => {
  const start = join(import.meta.dirname, '../host/start.mjs')
  // The runner also ends when this test gives up on it.
  const script = `
    process.stdin.resume().on('end', () => process.exit(1))
    const { start } = await import(${JSON.stringify(start)})
    const { home, evaluate } = await start({ main: ${JSON.stringify(sampleMain)} })
    await evaluate(async () => {
      while (!sample.events.includes('loaded')) await new Promise((next) => setTimeout(next, 5))
      await sample.window.webContents.executeJavaScript('bridge.helper("hello")')
    })
    console.log(home)`
  const runner = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [home] = (await once(runner.stdout, 'data')) as [Buffer]
  const mine = () => processesOf(home.toString().trim())
  expect(mine().length).toBeGreaterThan(1)
  runner.kill('SIGKILL')
  await expect.poll(mine).toEqual([])
})

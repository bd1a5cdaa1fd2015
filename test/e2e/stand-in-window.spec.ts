import { expect } from '@playwright/test'
import { eventsOf, test } from '../host/sample/sample.ts'

test('a published menu is a copy until it is published again', async ({ host }) => {
  const ring = () => host.evaluate(() => __probe.menu()[0])
  await host.evaluate(() => {
    const item = sample.menu.getMenuItemById('ring')
    if (item) Object.assign(item, { enabled: false, label: 'Ringing' })
  })
  expect(await ring()).toMatchObject({ label: 'Ring', enabled: true })
  await host.evaluate(() => {
    __probe.clickMenu('Ring')
  })
  expect(await eventsOf(host)).toContain('menu:ring')
  await host.evaluate(() => {
    sample.tray.setContextMenu(sample.menu)
  })
  expect(await ring()).toMatchObject({ label: 'Ringing', enabled: false })
  const click = host.evaluate(() => {
    __probe.clickMenu('ring')
  })
  await expect(click).rejects.toThrow('the menu shows ring disabled')
})

test('a window has place, focus and zoom, and loses the focus when it hides', async ({
  host,
  page,
}) => {
  await host.evaluate(() => {
    sample.window.show()
    sample.window.setBounds({ x: 5, y: 6, width: 300 })
    sample.window.hide()
  })
  expect((await eventsOf(host)).slice(-4)).toEqual(['show', 'focus', 'blur', 'hide'])
  expect(await host.evaluate(() => sample.window.getBounds())).toEqual({
    x: 5,
    y: 6,
    width: 300,
    height: 520,
  })
  const width = () => page.evaluate(() => innerWidth)
  await expect.poll(width).toBe(300)
  await host.evaluate(() => {
    sample.window.webContents.setZoomFactor(2)
  })
  await expect.poll(width).toBe(150)
  await host.evaluate(() => {
    sample.window.webContents.setZoomFactor(1)
  })
  await expect.poll(width).toBe(300)
})

test('the page follows the theme', async ({ host, page }) => {
  const dark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  expect(await dark()).toBe(false)
  await host.evaluate(() => {
    __desktop.set({ dark: true })
  })
  await expect.poll(dark).toBe(true)
  await host.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light'
  })
  await expect.poll(dark).toBe(false)
})

test('windows that are not sandboxed and isolated are refused', async ({ host }) => {
  expect(await host.evaluate(() => __probe.webPreferences())).toMatchObject([
    { contextIsolation: true, nodeIntegration: false, sandbox: true },
  ])
  const refusals = await host.evaluate(({ BrowserWindow }) =>
    [{ sandbox: false }, { contextIsolation: false }, { nodeIntegration: true }].map(
      (webPreferences) => {
        try {
          return new BrowserWindow({ webPreferences }).id
        } catch (error) {
          return (error as Error).message
        }
      },
    ),
  )
  expect(refusals).toEqual([
    expect.stringContaining('webPreferences.sandbox must be true'),
    expect.stringContaining('webPreferences.contextIsolation must be true'),
    expect.stringContaining('webPreferences.nodeIntegration must be false'),
  ])
})

test('a page that crashed is told, and lives again after a reload', async ({ fresh: host }) => {
  await host.popup()
  await host.evaluate(() => {
    sample.window.webContents.forcefullyCrashRenderer()
  })
  await expect.poll(() => eventsOf(host)).toContain('gone:crashed')
  const title = await host.evaluate(async () => {
    const { webContents } = sample.window
    const loaded = new Promise<void>((done) => webContents.once('did-finish-load', () => done()))
    webContents.reload()
    await loaded
    return [
      (await webContents.executeJavaScript('document.title')) as string,
      (await webContents.executeJavaScript('bridge.echo("alive")')) as string,
    ]
  })
  expect(title).toEqual(['Sample of /index.html', 'alive'])
})

test('a window can be destroyed and another one opened', async ({ fresh: host }) => {
  await host.popup()
  await host.evaluate(async ({ BrowserWindow }) => {
    const [webPreferences] = __probe.webPreferences()
    const next = new BrowserWindow({ show: false, ...(webPreferences && { webPreferences }) })
    sample.window.destroy()
    await next.loadURL('app://page/index.html')
  })
  expect(await eventsOf(host)).toContain('closed')
  expect(await host.evaluate(() => sample.window.isDestroyed())).toBe(true)
  const page = await host.popup()
  await expect(page.getByRole('heading', { name: 'Sample' })).toBeVisible()
  await expect.poll(() => page.context().pages().length).toBe(1)
})

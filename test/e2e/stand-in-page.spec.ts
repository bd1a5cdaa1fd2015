import { expect } from '@playwright/test'
import { eventsOf, test } from '../host/sample/sample.ts'

test('a navigation of the page is asked for, and stays away when prevented', async ({
  host,
  page,
}) => {
  await page.getByRole('link', { name: 'Away' }).click()
  await expect
    .poll(() => host.evaluate(() => sample.navigations))
    .toEqual([
      ['will-frame-navigate', 'https://example.invalid/away'],
      ['will-navigate', 'https://example.invalid/away'],
    ])
  await page.evaluate(() => {
    location.href = '/elsewhere'
  })
  await expect
    .poll(() => host.evaluate(() => sample.navigations.at(-1)))
    .toEqual(['will-redirect', 'https://example.invalid/'])
  await expect(page.getByRole('heading', { name: 'Sample' })).toBeVisible()
  expect(page.url()).toBe('https://page.app.standin/index.html')
})

test('no page opens a window, and the handler hears of every attempt', async ({ host, page }) => {
  const opened = () => host.evaluate(() => __probe.opened)
  expect(await page.evaluate(() => window.open('https://example.invalid/script'))).toBe(null)
  expect(await page.evaluate(() => window.open())).toBe(null)
  await expect.poll(opened).toEqual(['https://example.invalid/script', 'about:blank'])
  const link = page.getByRole('link', { name: 'Docs' })
  await link.click()
  await expect.poll(async () => (await opened()).at(-1)).toBe('https://example.invalid/docs')
  await link.click({ modifiers: ['ControlOrMeta'] })
  await expect.poll(async () => (await opened()).length).toBe(4)
  const pages = () =>
    host.evaluate(async () => {
      const answer = await __standIn.browser.send('Target.getTargets')
      const { targetInfos } = answer as { targetInfos: { type: string }[] }
      return targetInfos.filter(({ type }) => type === 'page').length
    })
  await expect.poll(pages).toBe(1)
  expect(await host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the policy in the answer of the private scheme holds in the page', async ({ page }) => {
  const broken = await page.evaluate(async () => {
    const directives: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      directives.push(effectiveDirective)
    })
    await fetch('http://127.0.0.1:9/').catch(() => undefined)
    document.body.append(Object.assign(document.createElement('style'), { textContent: 'p{}' }))
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    await new Promise((painted) => setTimeout(painted))
    return { directives, injected: 'injected' in window }
  })
  expect(broken.injected).toBe(false)
  expect(broken.directives).toEqual(
    expect.arrayContaining(['connect-src', 'style-src-elem', 'script-src-elem']),
  )
})

test("a page's permissions and downloads are main's to grant", async ({ host, page }) => {
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  const query = async () => {
    const { state } = await navigator.permissions.query({ name: 'geolocation' })
    return state
  }
  expect(await page.evaluate(query)).toBe('denied')
  await page.getByRole('link', { name: 'Download' }).click()
  await expect.poll(() => host.evaluate(() => sample.download)).toMatch(/^data:/)
  expect(await host.evaluate(() => __desktop.permissions)).toEqual([
    { kind: 'request', permission: 'notifications', granted: false },
    { kind: 'check', permission: 'geolocation', granted: false },
  ])
})

test('keys pressed in the page are told to main', async ({ host, page }) => {
  await host.evaluate(() => {
    sample.window.webContents.on('before-input-event', (_, { type, key, control }) => {
      sample.events.push(`${type}:${control ? 'Ctrl+' : ''}${key}`)
    })
  })
  await page.keyboard.press('Control+w')
  await expect
    .poll(() => eventsOf(host))
    .toEqual(expect.arrayContaining(['keyDown:Ctrl+w', 'keyUp:Ctrl+w']))
})

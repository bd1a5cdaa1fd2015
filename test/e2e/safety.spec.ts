import { resolve } from 'node:path'
import { expect, test } from './signed-in.ts'

test('the page sees its bridge and nothing of Node or Electron', async ({ popup }) => {
  const seen = await popup.evaluate(() => ({
    bridge: Object.keys(window.ringMyPhone).sort(),
    frozen: Object.isFrozen(window.ringMyPhone),
    leaks: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  }))
  expect(seen).toEqual({ bridge: ['command', 'onState', 'state'], frozen: true, leaks: [] })
})

test('its content security policy shuts the network, inline scripts and frames', async ({
  popup,
}) => {
  await popup.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { violations: seen })
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(event.effectiveDirective)
    })
    fetch('https://example.invalid/').catch(() => undefined)
    const script = document.createElement('script')
    script.textContent = 'window.leaked = true'
    const frame = document.createElement('iframe')
    frame.src = 'https://example.invalid/'
    document.body.append(script, frame)
  })
  const violations = () =>
    popup.evaluate(() => (window as unknown as { violations: string[] }).violations.toSorted())
  await expect.poll(violations).toEqual(['connect-src', 'frame-src', 'script-src-elem'])
  expect(await popup.evaluate(() => 'leaked' in window)).toBe(false)
})

test('it shuts eval', async ({ popup }) => {
  await expect(popup.getByRole('main')).toBeVisible()
  const session = await popup.context().newCDPSession(popup)
  // What a debugger evaluates may use eval all the same, unless told not to.
  const { exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: "new Function('return 1')()",
    allowUnsafeEvalBlockedByCSP: false,
  })
  expect(exceptionDetails?.exception?.description).toContain('EvalError')
})

test('navigation, new windows and permissions are denied', async ({ host, popup }) => {
  const before = popup.url()
  await popup.evaluate(() => {
    window.open('https://example.invalid/popup')
    location.href = 'https://example.invalid/away'
  })
  await expect(popup.getByRole('main')).toBeVisible()
  expect(popup.url()).toBe(before)
  expect(await host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(
    await popup.evaluate(
      async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
    ),
  ).toBe('denied')
})

test('its window is sandboxed and isolated', async ({ host, popup }) => {
  await expect(popup.getByRole('main')).toBeVisible()
  const [preferences] = await host.evaluate(() => __probe.webPreferences())
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  })
})

test('a message that breaks its schema is refused visibly and does nothing', async ({
  dialer,
  popup,
}) => {
  await expect(popup.getByRole('main')).toBeVisible()
  const before = dialer.counts.received.length
  const answers = await popup.evaluate(async () => {
    const bad: [string, unknown][] = [
      ['ring', { again: 'yes' }],
      ['ring', { extra: true }],
      ['ring', null],
      ['signIn', { user: 1 }],
      ['openLink', { id: 'https://example.invalid/' }],
      ['constructor', {}],
      ['toString', {}],
      ['nothing-like-it', {}],
      ['setPreferences', { trayClick: 'explode' }],
    ]
    return Promise.all(
      bad.map(([name, payload]) => window.ringMyPhone.command(name as 'quit', payload as never)),
    )
  })
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: 'bad-message' })
  expect(dialer.counts.received.length).toBe(before)
})

test('a message from any page but the popup’s own is refused', async ({ host, popup }) => {
  await expect(popup.getByRole('main')).toBeVisible()
  const url = await host.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '',
  )
  const preload = resolve('out/preload/preload.cjs')
  const answer = await host.evaluate(
    async ({ BrowserWindow }, given) => {
      const { url, preload } = given
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true },
      })
      await stranger.loadURL(url)
      const code = "window.ringMyPhone.command('quit', {})"
      const result: unknown = await stranger.webContents.executeJavaScript(code)
      stranger.destroy()
      return result
    },
    { url, preload },
  )
  expect(answer).toMatchObject({ ok: false, code: 'bad-message' })
  await expect(popup.getByRole('main')).toBeVisible()
})

import { expect } from '@playwright/test'
import { eventsOf, test } from '../host/sample/sample.ts'

test('values cross the bridge as structured clones', async ({ host, page }) => {
  const back = await page.evaluate(async () => {
    class Phone {
      number = 7
      ring() {}
    }
    const loop: Record<string, unknown> = { name: 'loop' }
    const sent = {
      date: new Date(5),
      map: new Map([[1, new Set(['a'])]]),
      bytes: new Uint8Array([1, 255]),
      big: 10n,
      odd: [undefined, null, NaN, -0, Infinity],
      phone: new Phone(),
      pattern: /x/g,
      fault: new RangeError('too far'),
      ['__proto__']: 'own',
      loop,
    }
    const got = (await bridge.echo(sent)) as typeof sent
    return [
      got.date instanceof Date && got.date.getTime() === 5,
      got.map instanceof Map && got.map.get(1)?.has('a'),
      got.bytes instanceof Uint8Array && got.bytes[1] === 255,
      got.big === 10n,
      got.odd.length === 5 && Object.is(got.odd[3], -0) && Number.isNaN(got.odd[2]),
      got.phone.number === 7 && !('ring' in got.phone),
      got.pattern instanceof RegExp && got.pattern.flags === 'g',
      got.fault instanceof Error && got.fault.message === 'too far',
      got.loop.name === 'loop',
    ]
  })
  expect(back).toEqual(back.map(() => true))
  const [call] = await host.evaluate(() => sample.calls.slice(-1))
  expect(call).toMatchObject({ from: 'app://page/index.html', top: true })
})

test('what cannot be cloned is refused, both ways and for proxies too', async ({ page }) => {
  const refusals = await page.evaluate(() => {
    const messageOf = (send: () => Promise<unknown>) =>
      new Promise<unknown>((done) => {
        done(send())
      }).catch((error: unknown) => (error as Error).message)
    return Promise.all([
      messageOf(() => bridge.echo(() => 1)),
      messageOf(() => bridge.echo(Symbol('x'))),
      messageOf(() => bridge.echo(document.body)),
      messageOf(() => bridge.echo(new Proxy({ state: 1 }, {}))),
      messageOf(() => bridge.echo({ rows: new Proxy([1], {}) })),
      messageOf(() => bridge.answer('function')),
      messageOf(() => bridge.answer('proxy')),
    ])
  })
  const refused = 'An object could not be cloned.'
  expect(refusals).toEqual([
    refused,
    refused,
    refused,
    refused,
    refused,
    `Error invoking remote method 'answer': Error: ${refused}`,
    `Error invoking remote method 'answer': Error: ${refused}`,
  ])
  expect(await page.evaluate(() => bridge.answer('class'))).toEqual({ number: 7 })
})

test("errors carry Electron's prefix", async ({ page }) => {
  const errors = await page.evaluate(() =>
    Promise.all(
      [bridge.answer('error'), bridge.nobody()].map((call) =>
        call.catch((error: unknown) => (error as Error).message),
      ),
    ),
  )
  expect(errors).toEqual([
    "Error invoking remote method 'answer': TypeError: no such answer",
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  ])
})

test('the page sees the frozen bridge and nothing else of the preload', async ({ page }) => {
  const seen = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'electron', 'standInDeliver']
    return {
      leaks: names.filter((name) => name in window),
      ports: Object.getOwnPropertyNames(window).filter((name) => name.startsWith('port-')),
      frozen: [bridge, bridge.deep, bridge.deep.list].every((each) => Object.isFrozen(each)),
      fs: bridge.fs,
      address: location.href,
    }
  })
  expect(seen).toEqual({
    leaks: [],
    ports: [],
    frozen: true,
    fs: 'module not found: node:fs',
    address: 'https://page.app.standin/index.html',
  })
})

test('main talks to the page until it stops listening', async ({ page }) => {
  const heard = await page.evaluate(async () => {
    const texts: string[] = []
    const next = () =>
      new Promise<void>((done) => {
        const stop = bridge.onNoted((text) => {
          texts.push(text)
          stop()
          done()
        })
      })
    const first = next()
    bridge.note('one')
    await first
    const second = next()
    bridge.note('two')
    await second
    return texts
  })
  expect(heard).toEqual(['one!', 'two!'])
})

test('a utility process answers, is told apart from Node, and its end is told', async ({
  host,
  page,
}) => {
  const answer = await page.evaluate(() => bridge.helper('hello'))
  expect(answer).toEqual({
    heard: 'hello',
    type: 'utility',
    argument: host.home,
    hasSend: false,
  })
  await host.evaluate(() => sample.helper?.kill())
  await expect.poll(() => eventsOf(host)).toContain('helper:15')
  // No answer comes to wait for.
  await page.evaluate(() => void bridge.helper('crash'))
  await expect.poll(() => eventsOf(host)).toContain('helper:3')
})

test('a page of another address is known by it', async ({ host }) => {
  const from = await host.evaluate(async ({ BrowserWindow }) => {
    const [webPreferences] = __probe.webPreferences()
    const stranger = new BrowserWindow({ show: false, ...(webPreferences && { webPreferences }) })
    await stranger.loadURL('data:text/html,<h1>Stranger</h1>')
    await stranger.webContents.executeJavaScript('bridge.echo(1)')
    const { url, origin } = stranger.webContents.mainFrame
    stranger.destroy()
    return [sample.calls.at(-1)?.from, url, origin]
  })
  expect(from).toEqual([
    'data:text/html,<h1>Stranger</h1>',
    'data:text/html,<h1>Stranger</h1>',
    'null',
  ])
})

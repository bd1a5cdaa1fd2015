// Draws every picture of the gallery in light and dark, under the page's real content security
// policy, checks each with axe, goes the journeys, and keeps the screenshots in shots/gallery/.
// Names of pictures or journeys as arguments take only those.
import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'

const root = import.meta.dirname
const project = join(root, '../..')
const shots = join(project, 'shots/gallery')
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'"
const size = { width: 360, height: 520 }
const faults = []

const outDir = await mkdtemp(join(tmpdir(), 'gallery-'))
const plugins = [svelte({ configFile: join(project, 'svelte.config.js') })]
await build({
  root,
  plugins,
  configFile: false,
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true },
})
await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    outDir,
    emptyOutDir: false,
    lib: {
      entry: [join(root, 'states.ts'), join(root, 'journeys.ts')],
      formats: ['es'],
    },
  },
})
const { pictures } = await import(join(outDir, 'states.js'))
const { journeys } = await import(join(outDir, 'journeys.js'))
const server = await preview({
  root,
  configFile: false,
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': policy } },
})
const { port } = server.httpServer.address()
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
    '--disable-sync',
    '--disable-component-update',
  ],
})

async function take(page, { click, fill, reveal, press, hold, with: text }) {
  // A key that is down already comes as a repeat.
  if (hold) for (let times = 0; times < 5; times += 1) await page.keyboard.down(hold)
  if (press) await page.keyboard.press(press)
  if (fill) await page.getByLabel(fill, { exact: true }).fill(text)
  if (reveal) await page.locator('summary', { hasText: reveal }).click()
  if (!click) return
  const button = page.getByRole('button', { name: click, exact: true })
  await button
    .or(page.locator('label', { hasText: click }))
    .first()
    .click()
}

async function check(page, shot, width, systemColours) {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth)
  if (sideways > width) faults.push(`${shot}: scrolls sideways`)
  const alerts = await page.getByRole('alert').count()
  if (alerts > 1) faults.push(`${shot}: ${alerts} alerts at once`)
  // Legacy mode scans in the page at hand, as it must where no second page can be opened.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  // In high contrast the system chooses the colours, and axe still reads the page's own.
  if (systemColours) axe.disableRules('color-contrast')
  const { violations } = await axe.analyze()
  for (const { id, nodes } of violations)
    for (const { target, failureSummary } of nodes)
      faults.push(`${shot}: axe ${id}: ${target} ${failureSummary}`)
}

/** Opens a picture and goes its steps; tells of what it says or sends otherwise than it should. */
async function open({ name, steps = [], focus, empty, sends }, shot, options) {
  const context = await browser.newContext({ deviceScaleFactor: 2, viewport: size, ...options })
  await context.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }))
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${shot}: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${shot}: ${error.message}`))
  await page.goto(`http://127.0.0.1:${port}/#${name}`)
  await page.locator('main > *').first().waitFor()
  try {
    for (const step of steps) await take(page, step)
  } catch (error) {
    faults.push(`${shot}: ${error.message}`)
  }
  const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
  if (focus && !focused.includes(focus)) faults.push(`${shot}: the focus is on "${focused}"`)
  if (empty) {
    const field = page.getByLabel(empty, { exact: true })
    if ((await field.count()) > 0 && (await field.inputValue()) !== '')
      faults.push(`${shot}: ${empty} is still filled`)
  }
  if (sends) {
    const sent = JSON.stringify(await page.evaluate(() => window.sent))
    if (sent !== JSON.stringify(sends)) faults.push(`${shot}: sent ${sent}`)
  }
  return { page, context }
}

async function draw(picture, look, { zoom = 1, ...media }) {
  const shot = `${picture.name}-${look}`
  const viewport = { width: size.width / zoom, height: size.height / zoom }
  const { page, context } = await open(picture, shot, { ...media, viewport })
  await page.screenshot({ path: join(shots, `${shot}.png`) })
  await check(page, shot, viewport.width, media.forcedColors === 'active')
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  if (whole > viewport.height) {
    await page.setViewportSize({ ...viewport, height: whole })
    await page.screenshot({ path: join(shots, `${shot}-whole.png`) })
  }
  await context.close()
}

async function walk(journey) {
  const { context } = await open(journey, journey.name, {})
  await context.close()
}

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
}
/** How the pictures marked for it are drawn besides. */
const moreLooks = {
  zoomed: { colorScheme: 'light', zoom: 2 },
  still: { colorScheme: 'light', reducedMotion: 'reduce' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
}

try {
  await rm(shots, { recursive: true, force: true })
  await mkdir(shots, { recursive: true })
  const wanted = process.argv.slice(2)
  const isWanted = ({ name }) => wanted.length === 0 || wanted.includes(name)
  for (const journey of journeys.filter(isWanted)) await walk(journey)
  for (const picture of pictures.filter(isWanted)) {
    const drawn = picture.everyLook ? { ...looks, ...moreLooks } : looks
    for (const [look, media] of Object.entries(drawn)) await draw(picture, look, media)
  }
} finally {
  await browser.close()
  await server.close()
  await rm(outDir, { recursive: true })
}
for (const fault of faults) console.error(fault)
console.log(`${faults.length} faults; the pictures are in shots/gallery/`)
process.exitCode = faults.length === 0 ? 0 : 1

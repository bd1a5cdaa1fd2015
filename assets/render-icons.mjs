// Draws every committed icon anew from assets/source: node assets/render-icons.mjs
// Needs a Chromium; CHROMIUM names another one than Debian's.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const assets = import.meta.dirname
const sources = join(assets, 'source')

/**
 * The sources are white on a coloured plate: legible on light and dark bars without asking which.
 * macOS colours a template image itself: black and alpha only, and no plate.
 */
const asTemplate = (svg) =>
  svg
    .replace(/<rect id="plate".*?\/>/, '')
    .replace('color="#fff"', 'color="#000"')
    .replace('viewBox="0 0 16 16"', 'viewBox="1 1 14 14"')

/**
 * Windows scales the 1x picture of a PNG, however many scales it has, and blurs it; an .ico with
 * the sizes of 100 to 300 % stays sharp. The entries are plain bitmaps, which every Windows reads.
 */
const icoSizes = [16, 20, 24, 28, 32, 48]

function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  const bitmaps = pictures.map(bitmap)
  let at = head.length
  pictures.forEach(({ size }, index) => {
    const entry = 6 + 16 * index
    head.writeUInt8(size, entry)
    head.writeUInt8(size, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(bitmaps[index].length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += bitmaps[index].length
  })
  return Buffer.concat([head, ...bitmaps])
}

function bitmap({ size, pixels }) {
  const header = Buffer.alloc(40)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(size, 4)
  header.writeInt32LE(size * 2, 8) // colours and the mask below them
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const colours = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = (y * size + x) * 4
      const to = ((size - 1 - y) * size + x) * 4
      const [red, green, blue, alpha] = pixels.subarray(from, from + 4)
      colours.set([blue, green, red, alpha], to)
    }
  }
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size)
  return Buffer.concat([header, colours, mask])
}

/** Runs in the page. */
async function draw({ svg, size }) {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(
    svg.replace('<svg ', `<svg width="${size}" height="${size}" `),
  )}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  return {
    png: canvas.toDataURL('image/png').split(',')[1],
    pixels: [...context.getImageData(0, 0, size, size).data],
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage()

async function render(svg, size) {
  const { png, pixels } = await page.evaluate(draw, { svg, size })
  return { size, png: Buffer.from(png, 'base64'), pixels: Buffer.from(pixels) }
}

const appIcon = await readFile(join(sources, 'app.svg'), 'utf8')
for (const size of [256, 512, 1024]) {
  await writeFile(join(assets, `icon-${size}.png`), (await render(appIcon, size)).png)
}

for (const system of ['mac', 'linux', 'windows']) {
  await mkdir(join(assets, 'tray', system), { recursive: true })
}
for (const file of await readdir(join(sources, 'tray'))) {
  const state = file.replace('.svg', '')
  const svg = await readFile(join(sources, 'tray', file), 'utf8')
  const put = (name, bytes) => writeFile(join(assets, 'tray', name), bytes)

  await put(`mac/${state}Template.png`, (await render(asTemplate(svg), 16)).png)
  await put(`mac/${state}Template@2x.png`, (await render(asTemplate(svg), 32)).png)
  await put(`linux/${state}.png`, (await render(svg, 22)).png)
  await put(`linux/${state}@2x.png`, (await render(svg, 44)).png)
  const pictures = []
  for (const size of icoSizes) pictures.push(await render(svg, size))
  await put(`windows/${state}.ico`, ico(pictures))
}
await browser.close()

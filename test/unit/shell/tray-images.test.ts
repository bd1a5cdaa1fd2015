import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { trayPictures } from '../../../src-main/shell/tray-picture.ts'

const assets = join(import.meta.dirname, '..', '..', '..', 'assets')
const file = (...name: string[]) => readFileSync(join(assets, ...name))

/** Width and height, from the first chunk of a PNG. */
const pngSize = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

/** The pictures of an .ico: size and blue, green, red, alpha bytes. */
function icoPictures(ico: Buffer) {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const size = ico.readUInt8(entry)
    const start = ico.readUInt32LE(entry + 12) + 40
    return { size, pixels: ico.subarray(start, start + size * size * 4) }
  })
}

/** Which pixels of a picture are white: its drawing, without the colour of its plate. */
function drawing({ pixels }: { pixels: Buffer }): boolean[] {
  return Array.from({ length: pixels.length / 4 }, (_, index) =>
    pixels.subarray(index * 4, index * 4 + 3).every((part) => part > 200),
  )
}

describe('every picture of the tray is there, in each size', () => {
  for (const picture of trayPictures) {
    test(picture, () => {
      expect(pngSize(file('tray', 'mac', `${picture}Template.png`))).toEqual([16, 16])
      expect(pngSize(file('tray', 'mac', `${picture}Template@2x.png`))).toEqual([32, 32])
      expect(pngSize(file('tray', 'linux', `${picture}.png`))).toEqual([22, 22])
      expect(pngSize(file('tray', 'linux', `${picture}@2x.png`))).toEqual([44, 44])
      const sizes = icoPictures(file('tray', 'windows', `${picture}.ico`)).map(({ size }) => size)
      expect(sizes).toEqual([16, 20, 24, 28, 32, 48])
    })
  }
})

test('the pictures differ by their shape at 16 pixels, without colour', () => {
  const drawings = trayPictures.map((picture) => {
    const smallest = icoPictures(file('tray', 'windows', `${picture}.ico`))[0]
    return { picture, white: drawing(smallest ?? { pixels: Buffer.alloc(0) }) }
  })
  for (const one of drawings) {
    expect(one.white.filter(Boolean).length).toBeGreaterThan(30)
    for (const other of drawings) {
      if (one === other) continue
      const differing = one.white.filter((white, index) => white !== other.white[index]).length
      expect(differing, `${one.picture} and ${other.picture}`).toBeGreaterThan(8)
    }
  }
})

test('the app icon is there in the sizes that the installers ask for', () => {
  for (const size of [256, 512, 1024]) {
    expect(pngSize(file(`icon-${size}.png`))).toEqual([size, size])
  }
})

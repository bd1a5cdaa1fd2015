import { readFileSync } from 'node:fs'
import { strict, StrictObject } from './strict.mjs'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const NOTHING = { width: 0, height: 0 }

/** Width and height of a PNG's pixels; null for anything else. */
function pngSize(bytes) {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(PNG)) return null
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** Reads PNG only: it never decodes pixels, so resizing changes the size it tells, not the bytes. */
class NativeImage extends StrictObject {
  #representations = new Map()
  #template = false

  constructor() {
    super('electron.NativeImage')
  }

  addRepresentation({ scaleFactor = 1, buffer, dataURL, width, height }) {
    const bytes = buffer ?? bytesOf(dataURL ?? '')
    const size = pngSize(bytes) ?? (width && height ? { width, height } : null)
    if (!size) return
    const inPoints = { width: size.width / scaleFactor, height: size.height / scaleFactor }
    this.#representations.set(scaleFactor, { bytes, size: inPoints })
  }
  #nearest(scaleFactor) {
    const [first] = this.#representations.values()
    return this.#representations.get(scaleFactor) ?? first
  }
  isEmpty() {
    return this.#representations.size === 0
  }
  getSize(scaleFactor = 1) {
    return { ...(this.#nearest(scaleFactor)?.size ?? NOTHING) }
  }
  getAspectRatio(scaleFactor = 1) {
    const { width, height } = this.getSize(scaleFactor)
    return height === 0 ? 1 : width / height
  }
  getScaleFactors() {
    return [...this.#representations.keys()]
  }
  toPNG({ scaleFactor = 1 } = {}) {
    return this.#nearest(scaleFactor)?.bytes ?? Buffer.alloc(0)
  }
  toDataURL(options) {
    return `data:image/png;base64,${this.toPNG(options).toString('base64')}`
  }
  resize({ width, height }) {
    const before = this.getSize()
    const wanted = {
      width: width ?? Math.round((before.width * (height ?? before.height)) / before.height),
      height: height ?? Math.round((before.height * (width ?? before.width)) / before.width),
    }
    const resized = new NativeImage()
    if (!this.isEmpty()) resized.addRepresentation({ buffer: Buffer.from('resized'), ...wanted })
    return resized
  }
  setTemplateImage(template) {
    this.#template = template
  }
  isTemplateImage() {
    return this.#template
  }
}

function bytesOf(dataURL) {
  return Buffer.from(/^data:image\/png;base64,(.*)$/s.exec(dataURL)?.[1] ?? '', 'base64')
}

function readIfThere(path) {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

function fromBuffer(buffer, options = {}) {
  const image = new NativeImage()
  image.addRepresentation({ ...options, buffer })
  return image
}

/** `nativeImage`: a missing file gives an empty image, no error. */
export const nativeImage = strict('electron.nativeImage', {
  createEmpty: () => new NativeImage(),
  createFromBuffer: fromBuffer,
  createFromDataURL: (dataURL) => fromBuffer(bytesOf(dataURL)),
  /** Takes `name@2x.png` beside `name.png` along, as Electron does. */
  createFromPath(path) {
    const image = fromBuffer(readIfThere(path))
    for (const scaleFactor of [1.25, 1.5, 2, 2.5, 3, 4]) {
      const buffer = readIfThere(path.replace(/(\.[^./]+)$/, `@${scaleFactor}x$1`))
      if (buffer.length > 0) image.addRepresentation({ scaleFactor, buffer })
    }
    if (/Template(@\dx)?\.[^.]+$/.test(path)) image.setTemplateImage(true)
    return image
  },
})

/** An image or a path to one, as trays and windows take. */
export function loadImage(image) {
  const loaded = typeof image === 'string' ? nativeImage.createFromPath(image) : image
  if (typeof image === 'string' && loaded.isEmpty()) {
    throw new Error(`Failed to load image from path '${image}'`)
  }
  return loaded
}

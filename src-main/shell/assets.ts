import { join } from 'node:path'
import { nativeImage, type NativeImage } from 'electron'
import { trayPictures, type TrayPicture } from './tray-picture.ts'

/** A file of `assets`, which lies two folders above the built main program, packaged or not. */
export function assetPath(program: string, ...name: string[]): string {
  return join(program, '..', '..', 'assets', ...name)
}

/** Every tray image, read at start: a missing one must show in any test, not on one desktop. */
export function trayImages(
  program: string,
  platform: NodeJS.Platform,
): Record<TrayPicture, NativeImage> {
  const images = trayPictures.map((picture) => {
    const image = nativeImage.createFromPath(
      assetPath(program, 'tray', ...fileOf(picture, platform)),
    )
    if (image.isEmpty()) throw new Error(`the tray image ${picture} is missing or broken`)
    return [picture, image] as const
  })
  return Object.fromEntries(images) as Record<TrayPicture, NativeImage>
}

function fileOf(picture: TrayPicture, platform: NodeJS.Platform): [string, string] {
  // A file named …Template is coloured by macOS to suit its menu bar.
  if (platform === 'darwin') return ['mac', `${picture}Template.png`]
  // From a PNG, Windows takes the 1x picture alone and blurs it on scaled displays.
  if (platform === 'win32') return ['windows', `${picture}.ico`]
  return ['linux', `${picture}.png`]
}

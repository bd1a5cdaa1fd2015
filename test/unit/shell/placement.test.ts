import { describe, expect, test } from 'vitest'
import { placePopup, type Rectangle } from '../../../src-main/shell/placement.ts'

const box = (x: number, y: number, width: number, height: number): Rectangle => ({
  x,
  y,
  width,
  height,
})
const noTray = box(0, 0, 0, 0)
const screen = box(0, 0, 1920, 1080)

interface Case {
  tray: Rectangle
  bounds?: Rectangle
  workArea: Rectangle
  platform?: NodeJS.Platform
  wayland?: boolean
  at: Rectangle
}

const cases: Record<string, Case> = {
  'macOS, below the menu bar and centred under the icon': {
    platform: 'darwin',
    tray: box(1000, 0, 30, 24),
    workArea: box(0, 24, 1920, 956),
    at: box(835, 24, 360, 520),
  },
  'macOS, at the right end of the menu bar': {
    platform: 'darwin',
    tray: box(1880, 0, 30, 24),
    workArea: box(0, 24, 1920, 956),
    at: box(1560, 24, 360, 520),
  },
  'macOS, an icon nearer to the edge of the screen than to that of the menu bar': {
    platform: 'darwin',
    tray: box(1898, 0, 22, 24),
    workArea: box(0, 24, 1920, 956),
    at: box(1560, 24, 360, 520),
  },
  'Windows, an icon at the very end of the taskbar': {
    tray: box(1898, 1044, 22, 24),
    workArea: box(0, 0, 1920, 1032),
    at: box(1560, 512, 360, 520),
  },
  'an icon at the very left, whose 0 is a real place': {
    platform: 'darwin',
    tray: box(0, 0, 30, 24),
    workArea: box(0, 24, 1920, 956),
    at: box(0, 24, 360, 520),
  },
  'Windows, taskbar below': {
    tray: box(1600, 1044, 24, 24),
    workArea: box(0, 0, 1920, 1032),
    at: box(1432, 512, 360, 520),
  },
  'Windows, taskbar above': {
    tray: box(1600, 12, 24, 24),
    workArea: box(0, 48, 1920, 1032),
    at: box(1432, 48, 360, 520),
  },
  'Windows, taskbar at the left': {
    tray: box(12, 1000, 24, 24),
    workArea: box(62, 0, 1858, 1080),
    at: box(62, 560, 360, 520),
  },
  'Windows, taskbar at the right': {
    tray: box(1880, 500, 24, 24),
    workArea: box(0, 0, 1858, 1080),
    at: box(1498, 252, 360, 520),
  },
  'a taskbar below that hides itself': {
    tray: box(1700, 1040, 24, 24),
    workArea: screen,
    at: box(1532, 520, 360, 520),
  },
  'a taskbar at the right that hides itself': {
    tray: box(1884, 700, 24, 24),
    workArea: screen,
    at: box(1524, 452, 360, 520),
  },
  'Ubuntu, a top bar and a dock at the left': {
    platform: 'linux',
    tray: box(1800, 3, 22, 22),
    workArea: box(70, 27, 1850, 1053),
    at: box(1560, 27, 360, 520),
  },
  'a second display to the left of the first': {
    tray: box(-200, 1050, 24, 24),
    bounds: box(-1280, 56, 1280, 1024),
    workArea: box(-1280, 56, 1280, 984),
    at: box(-368, 520, 360, 520),
  },
  'a second display above and to the left, with its bar at its own left edge': {
    tray: box(-1270, -700, 24, 24),
    bounds: box(-1280, -1024, 1280, 1024),
    workArea: box(-1240, -1024, 1240, 1024),
    at: box(-1240, -948, 360, 520),
  },
  'a display scaled to 150 %, whose edges are fractions': {
    tray: box(1066.67, 688.67, 16, 16),
    bounds: box(0, 0, 1280, 720),
    workArea: box(0, 0, 1280, 688.67),
    at: box(895, 169, 360, 520),
  },
  'less room than the popup is high': {
    tray: box(600, 350, 16, 16),
    bounds: box(0, 0, 683, 384),
    workArea: box(0, 0, 683, 344),
    at: box(323, 0, 360, 344),
  },
  'less room than the popup is wide': {
    tray: box(250, 620, 16, 16),
    bounds: box(0, 0, 320, 640),
    workArea: box(0, 0, 320, 600),
    at: box(0, 80, 320, 520),
  },
  'Windows without an icon, taskbar below': {
    tray: noTray,
    workArea: box(0, 0, 1920, 1032),
    at: box(1560, 512, 360, 520),
  },
  'Windows without an icon, taskbar at the left': {
    tray: noTray,
    workArea: box(62, 0, 1858, 1080),
    at: box(62, 560, 360, 520),
  },
  'Windows without an icon, taskbar above': {
    tray: noTray,
    workArea: box(0, 48, 1920, 1032),
    at: box(1560, 48, 360, 520),
  },
  'macOS without an icon': {
    platform: 'darwin',
    tray: noTray,
    workArea: box(0, 24, 1920, 956),
    at: box(1560, 24, 360, 520),
  },
  'X11 without an icon, panel below': {
    platform: 'linux',
    tray: noTray,
    workArea: box(0, 0, 1920, 1040),
    at: box(1560, 520, 360, 520),
  },
  'X11 without an icon, panel above': {
    platform: 'linux',
    tray: noTray,
    workArea: box(0, 27, 1920, 1053),
    at: box(1560, 27, 360, 520),
  },
  'Wayland, which tells no place and takes none': {
    platform: 'linux',
    wayland: true,
    tray: noTray,
    workArea: box(0, 32, 1920, 1048),
    at: box(780, 296, 360, 520),
  },
}

describe('the popup lies beside the icon and within the work area', () => {
  for (const [name, { tray, bounds = screen, workArea, ...rest }] of Object.entries(cases)) {
    test(name, () => {
      const { platform = 'win32', wayland = false, at } = rest
      expect(placePopup({ tray, display: { bounds, workArea }, platform, wayland })).toEqual(at)
    })
  }
})

test('wherever the icon is, the popup is whole and in whole points', () => {
  const workArea = box(-1280.5, 40.25, 1280, 900.5)
  const bounds = box(-1280.5, 0.25, 1280, 980)
  for (let x = -1400; x < 100; x += 37) {
    for (let y = -100; y < 1100; y += 41) {
      const tray = box(x, y, 24, 24)
      const at = placePopup({
        tray,
        display: { bounds, workArea },
        platform: 'win32',
        wayland: false,
      })
      expect(Object.values(at).every(Number.isInteger)).toBe(true)
      expect(at.x).toBeGreaterThanOrEqual(workArea.x - 0.5)
      expect(at.y).toBeGreaterThanOrEqual(workArea.y - 0.5)
      expect(at.x + at.width).toBeLessThanOrEqual(workArea.x + workArea.width + 0.5)
      expect(at.y + at.height).toBeLessThanOrEqual(workArea.y + workArea.height + 0.5)
    }
  }
})

/** In the OS's scaled points, as Electron's `screen` gives them; may be negative. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

export interface Placement {
  /** The tray icon; width and height 0 where the desktop does not tell (Wayland, most of Linux). */
  tray: Rectangle
  /** The display the icon is on, and the part of it that no taskbar, dock or menu bar covers. */
  display: { bounds: Rectangle; workArea: Rectangle }
  platform: NodeJS.Platform
  /** Wayland ignores a window's position, so the popup has to make sense in the middle too. */
  wayland: boolean
}

export const popupSize = { width: 360, height: 520 }

/**
 * Where the popup goes: beside the tray icon, whole within the work area, in whole points
 * (fractions made `setBounds` throw). Shrinks only where the work area is smaller than it.
 */
export function placePopup({ tray, display, platform, wayland }: Placement): Rectangle {
  const room = display.workArea
  const width = Math.floor(Math.min(popupSize.width, room.width))
  const height = Math.floor(Math.min(popupSize.height, room.height))
  const wanted =
    tray.width === 0 && tray.height === 0
      ? withoutTray(room, display.bounds, platform, wayland)
      : besideTray(tray, room, display.bounds)
  const left = wanted.x - width * wanted.alignX
  const top = wanted.y - height * wanted.alignY
  return {
    x: Math.round(between(room.x, left, room.x + room.width - width)),
    y: Math.round(between(room.y, top, room.y + room.height - height)),
    width,
    height,
  }
}

/** A point, and which part of the popup lies on it: 0 its left or top, ½ its middle, 1 its end. */
interface Anchor {
  x: number
  y: number
  alignX: number
  alignY: number
}

function besideTray(tray: Rectangle, room: Rectangle, bounds: Rectangle): Anchor {
  const x = tray.x + tray.width / 2
  const y = tray.y + tray.height / 2
  switch (barSide(x, y, room) ?? nearestEdge(x, y, bounds)) {
    case 'top':
      return { x, y: tray.y + tray.height, alignX: 0.5, alignY: 0 }
    case 'bottom':
      return { x, y: tray.y, alignX: 0.5, alignY: 1 }
    case 'left':
      return { x: tray.x + tray.width, y, alignX: 0, alignY: 0.5 }
    case 'right':
      return { x: tray.x, y, alignX: 1, alignY: 0.5 }
  }
}

type Side = 'top' | 'bottom' | 'left' | 'right'

/** The side of the work area the icon lies beyond. Top first: Ubuntu has a top bar and a dock. */
function barSide(x: number, y: number, room: Rectangle): Side | null {
  if (y < room.y) return 'top'
  if (y >= room.y + room.height) return 'bottom'
  if (x < room.x) return 'left'
  return x >= room.x + room.width ? 'right' : null
}

/** A taskbar that hides itself takes nothing from the work area: the icon lies within it. */
function nearestEdge(x: number, y: number, bounds: Rectangle): Side {
  const distances: [Side, number][] = [
    ['bottom', bounds.y + bounds.height - y],
    ['top', y - bounds.y],
    ['right', bounds.x + bounds.width - x],
    ['left', x - bounds.x],
  ]
  return distances.reduce((nearest, next) => (next[1] < nearest[1] ? next : nearest))[0]
}

function withoutTray(
  room: Rectangle,
  bounds: Rectangle,
  platform: NodeJS.Platform,
  wayland: boolean,
): Anchor {
  const right = room.x + room.width
  const bottom = room.y + room.height
  if (wayland) {
    return { x: (room.x + right) / 2, y: (room.y + bottom) / 2, alignX: 0.5, alignY: 0.5 }
  }
  const bar = {
    top: room.y > bounds.y,
    bottom: bottom < bounds.y + bounds.height,
    left: room.x > bounds.x,
  }
  const low = bar.top ? false : platform === 'win32' || (platform === 'linux' && bar.bottom)
  const far = !(platform === 'win32' && bar.left && low)
  return {
    x: far ? right : room.x,
    y: low ? bottom : room.y,
    alignX: far ? 1 : 0,
    alignY: low ? 1 : 0,
  }
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

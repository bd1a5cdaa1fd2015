import { StrictEmitter } from './strict.mjs'

/** `screen`: the desktop's displays, and the arithmetic to find the one that is meant. */
export function createScreen({ app, desktop }) {
  const displays = () => {
    if (!app.isReady()) {
      throw new Error("The 'screen' module can't be used before the app 'ready' event")
    }
    return desktop.displays
  }

  class Screen extends StrictEmitter {
    getAllDisplays() {
      return displays().map((each) => ({ ...each }))
    }
    getPrimaryDisplay() {
      return { ...displays()[0] }
    }
    getCursorScreenPoint() {
      displays()
      return { ...desktop.cursor }
    }
    getDisplayNearestPoint(point) {
      return best(displays(), ({ bounds }) => -distance(bounds, point))
    }
    getDisplayMatching(rectangle) {
      return best(displays(), ({ bounds }) => sharedArea(bounds, rectangle))
    }
  }
  const screen = new Screen('electron.screen')
  desktop.on('changed', (names) => {
    if (!names.includes('displays')) return
    for (const display of desktop.displays) {
      screen.emit('display-metrics-changed', {}, { ...display }, ['bounds', 'workArea'])
    }
  })
  return screen
}

function best(displays, score) {
  const [winner] = [...displays].sort((one, other) => score(other) - score(one))
  return { ...winner }
}

function distance({ x, y, width, height }, point) {
  const dx = Math.max(x - point.x, 0, point.x - (x + width))
  const dy = Math.max(y - point.y, 0, point.y - (y + height))
  return Math.hypot(dx, dy)
}

function sharedArea(one, other) {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}

import { StrictEmitter } from './strict.mjs'

/** `nativeTheme`: the desktop is light or dark, unless the app has chosen. Pages follow. */
export function createNativeTheme({ desktop }) {
  let source = 'system'

  class NativeTheme extends StrictEmitter {
    inForcedColorsMode = false
    prefersReducedTransparency = false
    shouldUseHighContrastColors = false
    shouldUseInvertedColorScheme = false

    get shouldUseDarkColors() {
      return source === 'system' ? desktop.dark : source === 'dark'
    }
    /** The panel's colours, which the app cannot choose. */
    get shouldUseDarkColorsForSystemIntegratedUI() {
      return desktop.dark
    }
    get themeSource() {
      return source
    }
    set themeSource(value) {
      if (!['system', 'light', 'dark'].includes(value)) {
        throw new TypeError(`${value} is not a theme source`)
      }
      source = value
      this.emit('updated', {})
    }
  }
  const nativeTheme = new NativeTheme('electron.nativeTheme')
  desktop.on('changed', (names) => {
    if (names.includes('dark')) nativeTheme.emit('updated', {})
  })
  return nativeTheme
}

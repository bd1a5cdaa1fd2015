import { homedir, tmpdir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

/**
 * The folders `app.getPath` knows on Linux.
 * @param {{ name: string, entry: string, userData: string | undefined }} app `userData` from the
 *   `--user-data-dir` switch
 */
export function createPaths({ name, entry, userData }) {
  const home = homedir()
  const appData = process.env.XDG_CONFIG_HOME || join(home, '.config')
  const set = new Map()
  const known = {
    home: () => home,
    appData: () => appData,
    assets: () => dirname(entry),
    userData: () => userData ?? join(appData, name),
    sessionData: () => get('userData'),
    temp: () => tmpdir(),
    exe: () => process.execPath,
    module: () => process.execPath,
    desktop: () => join(home, 'Desktop'),
    documents: () => join(home, 'Documents'),
    downloads: () => join(home, 'Downloads'),
    music: () => join(home, 'Music'),
    pictures: () => join(home, 'Pictures'),
    videos: () => join(home, 'Videos'),
    logs: () => join(get('userData'), 'logs'),
    crashDumps: () => join(get('userData'), 'Crashpad'),
  }

  function get(path) {
    if (!Object.hasOwn(known, path)) throw new Error(`Failed to get '${path}' path`)
    return set.get(path) ?? known[path]()
  }

  return {
    get,
    set(path, value) {
      if (!Object.hasOwn(known, path)) throw new Error(`Failed to set path`)
      if (!isAbsolute(value)) throw new Error('Path must be absolute')
      set.set(path, value)
    },
  }
}

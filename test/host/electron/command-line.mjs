import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strict } from './strict.mjs'

/**
 * What Electron learns from its command line and from the package.json beside the app.
 * @typedef {ReturnType<typeof readCommandLine>} CommandLine
 */
export function readCommandLine(argv) {
  const [, entry] = argv
  const { folder, manifest } = packageOf(entry)
  const switches = new Map()
  for (const arg of argv.slice(2)) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? []
    if (name !== undefined) switches.set(name, value ?? '')
  }
  return {
    entry,
    folder,
    name: manifest.productName ?? manifest.name ?? 'Electron',
    version: manifest.version ?? '0.0.0',
    value: (name) => switches.get(name),
    api: strict('electron.app.commandLine', {
      appendSwitch: (name, value = '') => void switches.set(name, value),
      appendArgument() {},
      removeSwitch: (name) => void switches.delete(name),
      hasSwitch: (name) => switches.has(name),
      getSwitchValue: (name) => switches.get(name) ?? '',
    }),
  }
}

function packageOf(file) {
  const folder = dirname(file)
  try {
    return { folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }
  } catch {
    return folder === dirname(folder) ? { folder, manifest: {} } : packageOf(folder)
  }
}

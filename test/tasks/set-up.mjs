import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.mjs'

/** What the tests use of the machine on Linux, and the Debian package that brings it. */
const debian = {
  chromium: '/usr/bin/chromium',
  'gnome-keyring': '/usr/bin/gnome-keyring-daemon',
  dbus: '/usr/bin/dbus-daemon',
  'libsecret-1-0': null,
  'fonts-dejavu-core': null,
}

/** Installs what is missing, saying what; does nothing where all is there. Uses Node alone. */
export async function setUp() {
  await installPackages()
  if (process.platform === 'linux') await installPrograms()
}

async function installPackages() {
  const installed = join(root, 'node_modules/.package-lock.json')
  const locked = join(root, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return
  console.log('Installing the npm packages of package-lock.json (npm ci)…')
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) process.exit(code)
}

async function installPrograms() {
  const missing = Object.entries(debian)
    .filter(([name, file]) => (file === null ? !isInstalled(name) : !existsSync(file)))
    .map(([name]) => name)
  if (missing.length === 0) return
  const command = `apt-get update && apt-get install --no-install-recommends ${missing.join(' ')}`
  if (!existsSync('/etc/debian_version') || process.getuid() !== 0) {
    console.error(`These are missing: ${missing.join(', ')}. On Debian, run as root:\n  ${command}`)
    process.exit(1)
  }
  console.log(`Installing the Debian packages ${missing.join(', ')}…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env, quiet: true })
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...missing]
  const code = await run('apt-get', install, { env, quiet: true })
  if (code !== 0) process.exit(code)
}

function isInstalled(name) {
  // Another Linux has no dpkg: what only a package name tells is taken to be there.
  const asked = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' })
  return asked.error !== undefined || asked.stdout.endsWith('ok installed')
}

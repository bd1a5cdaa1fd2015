import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Why the tests with a real keyring cannot run here; null where they can. */
export const noKeyringHere: string | null =
  process.platform !== 'linux'
    ? 'a private keyring can be had on Linux only'
    : ['gnome-keyring-daemon', 'dbus-daemon'].every((program) => isInstalled(program))
      ? null
      : 'gnome-keyring or dbus-daemon is not installed'

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
}

export interface Desk {
  /** What a program needs to find this D-Bus and nothing else of the machine's desktop. */
  env: NodeJS.ProcessEnv
  /** Starts gnome-keyring; `locked` leaves the keyring made by an earlier `unlocked` one locked. */
  startKeyring(state: 'unlocked' | 'locked'): Promise<void>
  stopKeyring(): Promise<void>
  freezeKeyring(): void
  thawKeyring(): void
  close(): Promise<void>
}

/** A D-Bus of its own, with an empty home, nothing to start on demand and nobody who could show a prompt. */
export async function openDesk(): Promise<Desk> {
  const home = mkdtempSync(join(tmpdir(), 'rmp-desk-'))
  const config = join(home, 'bus.conf')
  writeFileSync(
    config,
    `<busconfig><type>session</type><listen>unix:dir=${home}</listen><auth>EXTERNAL</auth>
     <policy context="default"><allow send_destination="*"/><allow receive_type="method_call"/>
     <allow receive_type="method_return"/><allow receive_type="error"/><allow receive_type="signal"/>
     <allow own="*"/></policy>
     </busconfig>`,
  )
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await firstLine(bus)
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_RUNTIME_DIR: home,
    XDG_DATA_HOME: home,
    DBUS_SESSION_BUS_ADDRESS: address,
  }
  let keyring: ChildProcess | null = null

  async function stopKeyring(): Promise<void> {
    if (keyring) await ended(keyring)
    keyring = null
  }

  return {
    env,
    async startKeyring(state) {
      const unlock = state === 'unlocked' ? ['--unlock'] : []
      keyring = spawn('gnome-keyring-daemon', ['--foreground', '--components=secrets', ...unlock], {
        env,
        stdio: ['pipe', 'ignore', 'ignore'],
      })
      keyring.stdin?.end('the keyring password')
      await serviceOnBus(env)
    },
    stopKeyring,
    freezeKeyring: () => keyring?.kill('SIGSTOP'),
    thawKeyring: () => keyring?.kill('SIGCONT'),
    async close() {
      await stopKeyring()
      await ended(bus)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function firstLine(program: ChildProcess): Promise<string> {
  if (!program.stdout) throw new Error('nothing to read from')
  for await (const line of createInterface({ input: program.stdout })) return line
  throw new Error('dbus-daemon ended without an address')
}

/** Asks the bus until the secret service has its name there. */
async function serviceOnBus(env: NodeJS.ProcessEnv): Promise<void> {
  const ask = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.freedesktop.secrets',
  ]
  for (;;) {
    const { stdout } = await run('dbus-send', ask, { env, timeout: 5_000 })
    if (stdout.includes('true')) return
  }
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const exit = once(program, 'exit')
  program.kill('SIGKILL')
  await exit
}

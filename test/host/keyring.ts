import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const READY_MS = 10_000
const run = promisify(execFile)

/**
 * - `unlocked`: an ordinary day
 * - `locked`: the keyring exists, and no prompt can be shown: reading finds nothing, writing fails
 * - `none`: a session bus without any keyring service
 * - `frozen`: the service is there and never answers
 */
export type KeyringState = 'unlocked' | 'locked' | 'none' | 'frozen'

export interface Keyring {
  /** For the processes that are to use it. */
  readonly env: Record<'DBUS_SESSION_BUS_ADDRESS' | 'XDG_DATA_HOME', string>
  /** Where bus and keyring file lie. */
  readonly folder: string
  /** What was saved stays saved; only the service that answers for it is another. */
  become(state: KeyringState): Promise<void>
  close(): Promise<void>
}

/**
 * Starts a real gnome-keyring on a D-Bus of its own. Its processes end with `close`; the bus, which
 * takes the keyring with it, also ends when this process dies in another way.
 */
export async function startKeyring(state: KeyringState = 'unlocked'): Promise<Keyring> {
  const folder = mkdtempSync(join(tmpdir(), 'keyring-'))
  const bus = startBus(folder)
  let daemon: ChildProcess | undefined

  const keyring: Keyring = {
    env: {
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/bus`,
      XDG_DATA_HOME: join(folder, 'data'),
    },
    folder,
    become: async (next) => {
      if (daemon) await end(daemon)
      daemon = undefined
      if (next === 'none') return
      daemon = await startDaemon(keyring, next !== 'locked')
      if (next === 'frozen') daemon.kill('SIGSTOP')
    },
    close: async () => {
      if (daemon) await end(daemon)
      await end(bus)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  try {
    await untilListening(bus)
    // A lock needs a keyring to be on: the first daemon that unlocks makes it.
    if (state === 'locked') await keyring.become('unlocked')
    await keyring.become(state)
    return keyring
  } catch (error) {
    await keyring.close()
    throw error
  }
}

/** A bus that starts no services: neither a second keyring nor a prompt. */
function startBus(folder: string): ChildProcess {
  const config = join(folder, 'bus.conf')
  writeFileSync(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
     "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
    <busconfig>
      <type>session</type>
      <listen>unix:path=${folder}/bus</listen>
      <auth>EXTERNAL</auth>
      <policy context="default">
        <allow send_destination="*" eavesdrop="true"/>
        <allow eavesdrop="true"/>
        <allow own="*"/>
      </policy>
    </busconfig>`,
  )
  const dbus = ['dbus-daemon', '--nofork', '--print-address', `--config-file=${config}`]
  return spawn('setpriv', ['--pdeathsig', 'KILL', ...dbus], { stdio: ['ignore', 'pipe', 'ignore'] })
}

async function startDaemon({ folder, env }: Keyring, unlock: boolean): Promise<ChildProcess> {
  mkdirSync(env.XDG_DATA_HOME, { recursive: true })
  const args = ['--foreground', '--components=secrets', `--control-directory=${folder}/control`]
  const daemon = spawn('gnome-keyring-daemon', unlock ? [...args, '--unlock'] : args, {
    // Without a display no prompt can appear on the person's screen.
    env: { PATH: process.env.PATH, HOME: folder, XDG_RUNTIME_DIR: folder, ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  daemon.on('error', () => undefined) // Not installed: found out below, by the missing pid.
  daemon.stdin.on('error', () => undefined).end('practice keyring')
  const giveUpAt = Date.now() + READY_MS
  while (!(await secretsAreServed(env))) {
    if (isRunning(daemon) && Date.now() < giveUpAt) continue
    await end(daemon)
    throw new Error('gnome-keyring-daemon did not start')
  }
  return daemon
}

async function secretsAreServed(env: Keyring['env']): Promise<boolean> {
  const bus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus']
  const question = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets']
  const { stdout } = await run('dbus-send', [...bus, ...question], {
    env: { ...process.env, ...env },
  })
  return stdout.includes('boolean true')
}

/** It prints its address once it can be called. */
async function untilListening(bus: ChildProcess): Promise<void> {
  if (!bus.stdout) throw new Error('dbus-daemon has no output')
  const signal = AbortSignal.timeout(READY_MS)
  const ended = once(bus, 'exit').then(() => Promise.reject(new Error('dbus-daemon did not start')))
  await Promise.race([once(bus.stdout, 'data', { signal }), ended])
}

function isRunning({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null
}

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

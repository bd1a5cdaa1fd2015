import { utilityProcess } from 'electron'
import type { HelperProcess } from '../account/keychain.ts'
import { reportBug } from './crash.ts'

/**
 * Starts the keychain helper as a utility process: Electron's way, since a packaged app has no plain
 * Node to fork. `path` is the built keychain-helper.js. Only after ready.
 */
export function startHelperProcess(path: string): HelperProcess {
  const child = utilityProcess.fork(path, [], {
    serviceName: 'ring-my-phone-keychain',
    stdio: 'ignore',
  })
  return {
    send(message) {
      child.postMessage(message)
    },
    onMessage(listener) {
      child.on('message', listener)
    },
    onExit(listener) {
      child.on('exit', listener)
    },
    kill() {
      endAtOnce(child)
    },
  }
}

/**
 * `child.kill()` asks politely (SIGTERM) and, on macOS, holds the whole program up until the child
 * has gone (electron #45053); a helper stuck in a frozen keyring may never go.
 */
function endAtOnce(child: Electron.UtilityProcess): void {
  if (child.pid === undefined) {
    // Not started yet, or gone already.
    child.once('spawn', () => {
      endAtOnce(child)
    })
    return
  }
  try {
    process.kill(child.pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') reportBug(error)
  }
}

import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { version } from '../package.json'
import { dataFolder, makeDataFolder } from './account/data-folder.ts'
import { createKeychain } from './account/keychain.ts'
import { openApp } from './app.ts'
import { systemClock as clock } from './clock.ts'
import { catchCrashes, crash } from './shell/crash.ts'
import { startHelperProcess } from './shell/helper-process.ts'
import { createStartAtLogin, reasonOnThisSystem, type Installed } from './shell/login-item.ts'
import { openAddress } from './shell/open-address.ts'
import { openShell, type Shell } from './shell/open-shell.ts'
import { readPageFiles } from './shell/page-files.ts'
import { presence } from './shell/presence.ts'
import { watchQuitting, type Quitting } from './shell/quitting.ts'
import { guardContents, registerPageScheme } from './shell/safety.ts'
import { secondStartReason, startMessage, startReason } from './shell/start-reason.ts'
import type { StartReason } from './shell/start-reason.ts'
import { createTransport } from './vicidial/transport.ts'
import { explain, wordsFor } from './words/index.ts'

const program = import.meta.dirname
const { platform, env } = process

catchCrashes()
const folder = dataFolder({ env, platform, home: homedir() })
const made = await makeDataFolder(folder)
if (!made.ok) {
  const { title, happened } = explain(made)
  dialog.showErrorBox(title, happened)
  app.exit(1)
} else {
  app.setPath('userData', folder)
  app.setPath('sessionData', join(folder, 'chromium'))
  const reason = startReason(process.argv)
  // Before anything shows: a second copy only tells the first one what it was started for.
  if (app.requestSingleInstanceLock(startMessage(reason))) start(reason)
  else app.exit(0)
}

function start(reason: StartReason): void {
  app.enableSandbox()
  registerPageScheme()
  guardContents()
  const quitting = watchQuitting(clock)
  // Windows shows notices only of a program it knows by this id, the installer's.
  app.setAppUserModelId('ring-my-phone')

  const opened = app.whenReady().then(() => open(quitting))
  const act = (on: StartReason) => {
    opened
      .then((shell) => {
        if (on === 'ring') shell.ring()
        else if (on === 'show') shell.reveal()
      })
      .catch(crash)
  }
  app.on('second-instance', (_event, argv, _folder, message) => {
    act(secondStartReason(argv, message))
  })
  app.on('activate', () => {
    act('show')
  })
  // Electron would quit; the tray stays.
  app.on('window-all-closed', () => undefined)
  void app.whenReady().then(() => {
    act(reasonOnThisSystem(reason, platform, app))
  })
}

function installed(): Installed {
  return {
    platform,
    env,
    home: homedir(),
    name: app.getName(),
    executable: process.execPath,
    program: app.isPackaged ? null : app.getAppPath(),
  }
}

async function open(quitting: Quitting): Promise<Shell> {
  const quit = () => app.quit()
  const startHelper = () => startHelperProcess(join(program, 'keychain-helper.js'))
  const ringApp = await openApp({
    clock,
    transport: createTransport({ clock, userAgent: `ring-my-phone/${version}` }),
    keychain: createKeychain({ startHelper, clock, platform }),
    folder,
    watch: { presence, random: Math.random },
    startAtLogin: createStartAtLogin(installed(), app),
    about: { version, platform },
    openAddress,
    quit,
  })
  quitting.closeFirst(() => ringApp.close())
  return openShell({
    app: ringApp,
    clock,
    words: wordsFor(),
    quitting,
    pageFiles: await readPageFiles(join(program, '..', 'page')),
    program,
    platform,
    wayland: Boolean(env.WAYLAND_DISPLAY),
    quit,
  })
}

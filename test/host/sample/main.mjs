// The smallest app that has one of everything; it makes itself readable through `globalThis.sample`.
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  nativeImage,
  protocol,
  session,
  shell,
  Tray,
  utilityProcess,
} from 'electron'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const events = []
const log = (name) => events.push(name)
const sample = { events, tray: null, window: null, helper: null, navigations: [], calls: [] }
globalThis.sample = sample
const whyNot = (attempt) => {
  try {
    attempt()
    return 'nothing'
  } catch (error) {
    return error.message
  }
}
sample.tooEarly = [
  whyNot(() => new BrowserWindow()),
  whyNot(() => new Tray(nativeImage.createEmpty())),
  whyNot(() => session.defaultSession),
  whyNot(() => protocol.handle('app', () => {})),
  whyNot(() => utilityProcess.fork('nothing.mjs')),
]

for (const name of ['will-finish-launching', 'ready', 'before-quit', 'will-quit', 'quit']) {
  app.on(name, () => log(name))
}
app.on('web-contents-created', (_, contents) => {
  log('web-contents-created')
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    contents.on(name, (event, address) => {
      sample.navigations.push([name, address])
      if (name === 'will-redirect') event.preventDefault()
      if (name === 'will-navigate' && !address.startsWith('app://page/')) event.preventDefault()
    })
  }
  contents.setWindowOpenHandler(({ url }) => {
    void shell.openExternal(url)
    return { action: 'deny' }
  })
})
app.on('browser-window-created', () => log('browser-window-created'))
app.on('window-all-closed', () => log('window-all-closed'))
app.on('quit', () => console.log(`order: ${events.join(' ')}`))

app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
if (app.requestSingleInstanceLock({ from: 'sample' })) {
  app.on('second-instance', (_, argv, folder, data) => {
    sample.second = { argv, folder, data }
  })
  void app.whenReady().then(open)
} else {
  app.quit()
}
await new Promise((later) => setTimeout(later, 50))
sample.chromiumSoFar = globalThis.__standIn.browser.pid ?? null
log('evaluated')

async function open() {
  log('whenReady')
  protocol.handle('app', servePage)
  session.defaultSession.setPermissionRequestHandler((_, permission, answer) => {
    answer(permission === 'geolocation')
  })
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.on('will-download', (event, item) => {
    sample.download = item.getURL()
    event.preventDefault()
  })
  answerPages()
  openTray()
  await openWindow()
}

function answerPages() {
  ipcMain.handle('echo', (event, value) => {
    sample.calls.push({ from: event.senderFrame.url, top: event.senderFrame.parent === null })
    return value
  })
  ipcMain.handle('answer', (_, kind) => {
    if (kind === 'function') return () => {}
    if (kind === 'proxy') return new Proxy({}, {})
    if (kind === 'class')
      return new (class Phone {
        ring() {}
        number = 7
      })()
    throw new TypeError('no such answer')
  })
  ipcMain.on('note', (event, text) => event.reply('noted', `${text}!`))
  ipcMain.handle('helper', (_, text) => {
    sample.helper ??= startHelper()
    const answer = new Promise((resolve) => sample.helper.once('message', resolve))
    sample.helper.postMessage({ text })
    return answer
  })
}

function startHelper() {
  // The home makes it findable among all processes.
  const helper = utilityProcess.fork(join(import.meta.dirname, 'helper.mjs'), [app.getPath('home')])
  helper.on('exit', (code) => {
    sample.helper = null
    log(`helper:${code}`)
  })
  return helper
}

function openTray() {
  sample.tray = new Tray(nativeImage.createEmpty())
  sample.tray.setToolTip('Sample')
  sample.menu = Menu.buildFromTemplate([
    { id: 'ring', label: 'Ring', click: () => log('menu:ring') },
    { type: 'separator' },
    { role: 'quit' },
  ])
  sample.tray.setContextMenu(sample.menu)
}

async function openWindow() {
  const preload = join(import.meta.dirname, 'preload.cjs')
  sample.window = new BrowserWindow({
    show: false,
    width: 360,
    height: 520,
    webPreferences: { preload },
  })
  for (const name of ['show', 'hide', 'focus', 'blur', 'closed']) {
    sample.window.on(name, () => log(name))
  }
  sample.window.webContents.on('render-process-gone', (_, { reason }) => log(`gone:${reason}`))
  await sample.window.loadURL('app://page/index.html')
  log('loaded')
}

async function servePage(request) {
  const { pathname } = new URL(request.url)
  if (pathname === '/elsewhere') {
    return new Response(null, { status: 302, headers: { location: 'https://example.invalid/' } })
  }
  const types = { '/index.html': 'text/html', '/page.js': 'text/javascript' }
  if (!(pathname in types)) return new Response('nothing here', { status: 404 })
  const headers = {
    'content-type': types[pathname],
    'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
  }
  return new Response(await readFile(join(import.meta.dirname, pathname)), { headers })
}

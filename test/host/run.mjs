// `node test/host/run.mjs out/main/main.js [arguments]` is `electron out/main/main.js [arguments]`.
// What this cannot show is written at the top of electron/index.mjs.
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { control } from './control.mjs'
import { redirectElectron } from './redirect.mjs'

process.argv.splice(1, 1)
const entry = resolve(process.argv[1] ?? '.')
process.argv[1] = entry

// As Electron does, which warns and goes on.
process.on('unhandledRejection', (reason) => {
  console.error('UnhandledPromiseRejectionWarning:', reason)
})

const { electron, standIn } = await import('./electron/index.mjs')
redirectElectron(new URL('./electron/index.mjs', import.meta.url).href, () => electron)
createRequire(import.meta.url)('./probe.cjs')(electron)
Object.assign(globalThis, { __desktop: standIn.desktop, __standIn: standIn })
control(electron, standIn)

await import(pathToFileURL(entry).href)
await standIn.becomeReady()

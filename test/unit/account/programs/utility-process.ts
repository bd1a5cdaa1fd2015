import { EventEmitter } from 'node:events'

/** Runs keychain-helper as Electron's utilityProcess would: with a parentPort in place of process.send. */
const port = new EventEmitter()
Object.assign(port, { postMessage: (message: unknown) => process.send?.(message) })
Object.assign(process, { parentPort: port })
await import('../../../../src-main/account/keychain-helper.ts')
// Only now: like Electron's port, Node's channel holds messages back until somebody listens.
process.on('message', (data) => port.emit('message', { data }))

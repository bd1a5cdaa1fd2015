import { once } from 'node:events'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startPracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'

let dialer: PracticeDialer
beforeEach(async () => {
  dialer = await startPracticeDialer()
})
afterEach(() => dialer.close())

/** Addresses of this computer other than 127.0.0.1; Linux answers for all of 127.0.0.0/8. */
const others = [
  ...(process.platform === 'linux' ? ['127.0.0.2'] : []),
  ...Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map((a) => a.address),
  ),
]

test('both doors listen on 127.0.0.1 and on no other address of this computer', async () => {
  for (const url of [dialer.url, dialer.controlUrl!]) {
    const { hostname, port } = new URL(url)
    expect(hostname).toBe('127.0.0.1')
    for (const address of others) {
      const socket = connect(Number(port), address)
      const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
      expect(`${address} ${error.code}`).toBe(`${address} ECONNREFUSED`)
    }
  }
})

test('a taken port is an error that names itself, and leaves nothing open', async () => {
  const taken = Number(new URL(dialer.url).port)
  await expect(startPracticeDialer({ port: taken })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  const gone = await startPracticeDialer({ controlPort: null })
  await gone.close()
  const port = Number(new URL(gone.url).port)
  await expect(startPracticeDialer({ port, controlPort: taken })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  await (await startPracticeDialer({ port, controlPort: null })).close()
})

import { forkHelper } from '../../../../src-main/account/keychain-fork.ts'
import { createKeychain } from '../../../../src-main/account/keychain.ts'
import { systemClock } from '../../../../src-main/clock.ts'

/**
 * A plain Node program that looks up a password: `ask-keychain HELPER (wait|exit)`. `wait` prints the
 * answer and has nothing more to do; `exit` leaves while the request is still under way.
 */
const [helper = '', mode] = process.argv.slice(2)
const keychain = createKeychain({
  startHelper: () => forkHelper(helper),
  clock: systemClock,
  platform: process.platform,
})
const how = { patience: mode === 'exit' ? 'gesture' : 'background', expected: true } as const
const answer = keychain.find({ origin: 'https://dialer.example.com', user: '1000' }, how)
process.stdout.write('asked\n')
if (mode === 'exit') process.stdin.once('data', () => process.exit(0))
else process.stdout.write(`${JSON.stringify(await answer)}\n`)

import { openAccountRecords } from '../../../../src-main/account/account-record.ts'
import { systemClock } from '../../../../src-main/clock.ts'

/** `refuse-sign-ins FOLDER USER TIMES`: records so many refused sign-ins, one after the other. */
const [folder = '', user = '', times] = process.argv.slice(2)
const records = openAccountRecords(folder, systemClock)
for (let i = 0; i < Number(times); i++) {
  const done = await records.signInRefused({ origin: 'http://127.0.0.1', user }, 'wrong-password')
  if (!done.ok) process.exit(1)
}

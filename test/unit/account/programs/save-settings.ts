import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSettings } from '../../../../src-main/account/settings.ts'

/**
 * `save-settings FOLDER COUNT…`: for each count, agrees to so many servers without encryption, and
 * prints how the save ended, how many servers are on the disk then, and the files in the folder.
 */
const [folder = '', ...counts] = process.argv.slice(2)
const settings = await openSettings(folder)
for (const count of counts.map(Number)) {
  const httpAgreed = Array.from({ length: count }, (_, i) => `http://dialer-${i}.example.com`)
  const saved = await settings.save({ httpAgreed })
  const text = readFileSync(join(folder, 'settings.json'), 'utf8')
  const onDisk = (JSON.parse(text) as { httpAgreed: string[] }).httpAgreed.length
  const known = settings.current.httpAgreed.length
  process.stdout.write(`${JSON.stringify([saved.ok, onDisk, known, readdirSync(folder)])}\n`)
}

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openSettings } from '../../../src-main/account/settings.ts'
import { freshFolder } from './fresh-folder.ts'

const whole = Buffer.from(
  JSON.stringify({
    version: 1,
    account: {
      origin: 'https://dialer.example.com',
      folder: '',
      user: '1000',
      agent: '1000',
      keepPassword: 'keychain',
      apiVersion: null,
      passwordSaved: true,
    },
    httpAgreed: ['http://10.0.0.5:8080'],
    preferences: { trayClick: 'ring' },
  }),
)

const place = fc.nat({ max: whole.length - 1 })
const damaged = fc.oneof(
  place.map((end) => whole.subarray(0, end)),
  fc.tuple(place, fc.uint8Array({ maxLength: 8 })).map(([at, bytes]) => {
    return Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)])
  }),
  fc.tuple(place, place).map(([from, to]) => {
    return Buffer.concat([whole.subarray(0, from), whole.subarray(to)])
  }),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc.json().map((text) => Buffer.from(text)),
  // The right keys with anything in them.
  fc
    .record(
      {
        version: fc.oneof(fc.constant(1), fc.integer(), fc.jsonValue()),
        account: fc.oneof(
          fc.jsonValue(),
          fc.record({ origin: fc.webUrl(), folder: fc.string(), user: fc.jsonValue() }),
        ),
        httpAgreed: fc.jsonValue(),
        preferences: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    .map((content) => Buffer.from(JSON.stringify(content))),
)

it('of 500 damaged files none stops the app, and each that is no use is kept aside', async () => {
  const folder = freshFolder()
  const path = join(folder, 'settings.json')
  let files = 0
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => {
      rmSync(`${path}.bak`, { force: true })
      writeFileSync(path, bytes)
      const settings = await openSettings(folder)
      if (settings.problem) {
        expect(readFileSync(`${path}.bak`)).toEqual(Buffer.from(bytes))
        expect(existsSync(path)).toBe(false)
        expect(settings.current.account).toBeNull()
      } else {
        expect(existsSync(`${path}.bak`)).toBe(false)
      }
      // Saving waits for the disk each time: a fifth of them is enough.
      if (files++ % 5 !== 0) return
      expect(await settings.save({ preferences: { trayClick: 'open' } })).toEqual({ ok: true })
      const reopened = await openSettings(folder)
      expect(reopened.problem).toBeNull()
      expect(reopened.current).toEqual(settings.current)
    }),
    { seed: 1, numRuns: 500 },
  )
}, 60_000)

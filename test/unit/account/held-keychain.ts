import { createKeychain } from '../../../src-main/account/keychain.ts'
import { turnedClock } from '../turned-clock.ts'
import { heldHelpers } from './held-helpers.ts'

export const account = { origin: 'https://dialer.example.com', user: '1000' }
export const background = { patience: 'background', expected: false } as const
export const gesture = { patience: 'gesture', expected: false } as const

/** A keychain whose helpers answer when the test lets them. */
export function setUp(platform: NodeJS.Platform = 'linux') {
  const clock = turnedClock()
  const { helpers, startHelper } = heldHelpers()
  const keychain = createKeychain({ startHelper, clock, platform })
  const helper = (place = 0) => {
    const held = helpers[place]
    if (!held) throw new Error(`helper ${place} was not started`)
    return held
  }
  return { clock, keychain, helpers, helper, startHelper }
}

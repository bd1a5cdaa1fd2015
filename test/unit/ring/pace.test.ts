import { expect, test } from 'vitest'
import { nextLookMs, type Situation } from '../../../src-main/ring/pace.ts'

const usual: Situation = {
  session: 'loggedIn',
  popupOpen: false,
  armed: false,
  sinceFreshStart: 3_600_000,
  sinceRing: null,
  failures: 0,
  idle: 0,
}
const out = { ...usual, session: 'loggedOut' as const }

const rows: [string, Situation, [number, number] | null][] = [
  ['logged in, popup closed', usual, [50_000, 70_000]],
  ['logged in, popup open', { ...usual, popupOpen: true }, [8_000, 12_000]],
  ['logged out, armed, fast phase', { ...out, armed: true, sinceFreshStart: 0 }, [8_000, 10_000]],
  [
    'logged out, armed, fast phase, popup open',
    { ...out, armed: true, sinceFreshStart: 1_799_999, popupOpen: true },
    [8_000, 10_000],
  ],
  ['logged out, armed, later', { ...out, armed: true }, [24_000, 36_000]],
  [
    'logged out, armed, later, popup open',
    { ...out, armed: true, popupOpen: true },
    [8_000, 12_000],
  ],
  ['logged out, not armed', out, [240_000, 360_000]],
  ['logged out, not armed, popup open', { ...out, popupOpen: true }, [8_000, 12_000]],
  ['just after a ring', { ...usual, sinceRing: 9_999 }, [2_000, 2_000]],
  ['a while after a ring', { ...usual, sinceRing: 10_000 }, [50_000, 70_000]],
  ['first failure', { ...usual, failures: 1 }, [5_000, 5_000]],
  ['third failure, popup open', { ...usual, failures: 3, popupOpen: true }, [20_000, 20_000]],
  ['many failures', { ...usual, failures: 30 }, [120_000, 120_000]],
  ['logged out and nobody there', { ...out, armed: true, idle: 600_001 }, null],
  ['logged in and nobody there', { ...usual, idle: 600_001 }, [50_000, 70_000]],
]

test.each(rows)('%s', (_, situation, range) => {
  const [from, to] = [nextLookMs(situation, () => 0), nextLookMs(situation, () => 1)]
  expect([from, to]).toEqual(range ?? [null, null])
})

import { describe, expect, it } from 'vitest'
import { migrate, type Migration } from '../../../src-main/account/settings-migrations.ts'

const steps: Record<number, Migration> = {
  1: ({ server, ...rest }) => ({ ...rest, origin: server }),
  2: (older) => ({ ...older, sites: [older['origin']] }),
}

describe('a settings file', () => {
  it('of an older version takes each step up to the wanted one', () => {
    expect(migrate({ version: 1, server: 'a', kept: true }, steps, 3)).toEqual({
      version: 3,
      origin: 'a',
      sites: ['a'],
      kept: true,
    })
    expect(migrate({ version: 2, origin: 'a' }, steps, 3)).toEqual({
      version: 3,
      origin: 'a',
      sites: ['a'],
    })
  })

  it('of the wanted version stays as it is', () => {
    const settings = { version: 3, anything: 1 }
    expect(migrate(settings, steps, 3)).toBe(settings)
  })

  it.each([
    [{ version: 4 }],
    [{ version: 0 }],
    [{ version: 1.5 }],
    [{ version: '1' }],
    [{}],
    [[]],
    [null],
    ['text'],
  ])('like %j is none we can read', (value) => {
    expect(migrate(value, steps, 3)).toBeNull()
  })
})

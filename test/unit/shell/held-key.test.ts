import { expect, test } from 'vitest'
import { heldKey } from '../../../src-main/shell/held-key.ts'
import { turnedClock } from '../turned-clock.ts'

test('a held key is one press, however slowly its copies start and its answer comes', async () => {
  const clock = turnedClock()
  const answers: (() => void)[] = []
  const press = heldKey(clock, () => new Promise((resolve) => answers.push(resolve)))
  for (let copy = 0; copy < 20; copy += 1) {
    press()
    clock.turn(copy < 10 ? 30 : 700)
  }
  expect(answers).toHaveLength(1)
  answers[0]?.()
  await Promise.resolve()
  await Promise.resolve()
  clock.turn(700)
  press()
  expect(answers).toHaveLength(2)
})

import { expect, test } from 'vitest'
import { freshFolder } from '../account/fresh-folder.ts'
import { eventually } from './eventually.ts'
import { networkFaults } from './network-faults.ts'
import { callsOf, practiceDialer, right, startRinging } from './ringing.ts'
import { watchedClock } from './watched-clock.ts'

test.each(networkFaults)(
  '$name: $kind, $code',
  async ({ name: _, open, online = true, ...expected }) => {
    const clock = watchedClock()
    const { url, calls, connections, meanwhile } = await open(clock)
    const ringing = startRinging({ url, folder: freshFolder(), clock, online })
    const press = ringing.press()
    await meanwhile?.()
    const outcome = await press
    expect({
      kind: outcome.kind,
      code: outcome.code,
      calls: calls(),
      connections: connections(),
      ...(expected.facts && { facts: outcome.facts }),
    }).toEqual({
      ...expected,
      ...(expected.facts && { facts: expect.objectContaining(expected.facts) as unknown }),
    })
    expect(JSON.stringify(outcome)).not.toContain(right)

    // Nothing comes after: what is unsure stays for the person to decide.
    const next = await (expected.kind === 'unsure' ? ringing.press() : Promise.resolve(null))
    if (next) expect(next).toMatchObject({ code: 'already-ringing', press: 1 })
    expect(calls()).toBe(expected.calls)
    expect(connections()).toBe(expected.connections)
  },
)

test('a redirect is not followed, not even to a dialer', async () => {
  const clock = watchedClock()
  const dialer = await practiceDialer({ clock })
  const target = await practiceDialer({ clock })
  Object.assign(dialer.faults, { instead: 'moved', movedTo: `${target.url}/agc/api.php` })
  const outcome = await startRinging({ url: dialer.url, folder: freshFolder(), clock }).press()
  expect(outcome).toMatchObject({ code: 'redirected', facts: { newAddress: target.url } })
  expect(target.counts.connections).toBe(0)
})

test('a dialer that closes before it reads anything rings nobody, whenever it does so', async () => {
  const clock = watchedClock()
  const dialer = await practiceDialer({ clock })
  Object.assign(dialer.faults, { close: 'before-request', closeWith: 'reset' })
  const ringing = startRinging({ url: dialer.url, folder: freshFolder(), clock })
  const press = ringing.press()
  let ended = false
  void press.finally(() => (ended = true))
  // Whether the reset is seen before the request is written is up to the two systems.
  await eventually(() => {
    if (!ended && dialer.counts.connections < 2) clock.turn(1_000)
    expect(ended).toBe(true)
  })
  const { kind, code } = await press
  expect([
    { kind: 'unsure', code: 'connection-lost' },
    { kind: 'refused', code: 'connection-refused' },
  ]).toContainEqual({ kind, code })
  expect(callsOf(dialer)).toBe(0)
})

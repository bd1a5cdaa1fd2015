import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../src-main/contract.ts'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import { pauseFromMenu, ringFrom } from '../../../src-main/shell/ring-gesture.ts'
import { runningApp } from './running-app.ts'

/** The desktop as the gesture sees it: a popup that is open or not, and the notices told. */
async function desktop({ signedIn = true } = {}) {
  const { app, dialer } = await runningApp({ signedIn })
  let open = false
  const told: Finding[] = []
  let ringing = 0
  return {
    app,
    dialer,
    told,
    open: () => open,
    popup: { reveal: () => void (open = true), visible: () => open },
    ringing: () => ringing,
    notices: {
      tellRinging: () => void (ringing += 1),
      tellOutcome: (finding: Finding) => void told.push(finding),
    },
    calls: () => Object.values(dialer.counts.calls).reduce((sum, calls) => sum + calls, 0),
  }
}

describe('from the menu', () => {
  test('a ring that was sent needs no words: the phone rings', async () => {
    const there = await desktop()
    await ringFrom('menu', there)
    expect(there.calls()).toBe(1)
    expect(there.open()).toBe(false)
    expect(there.told).toEqual([])
    expect(there.ringing()).toBe(0)
  })

  test('a refusal is told in a notice', async () => {
    const there = await desktop()
    playScenario(there.dialer, 'logged-out')
    await ringFrom('menu', there)
    expect(there.told.map(({ code }) => code)).toEqual(['agent-not-logged-in'])
  })

  test('a refusal that the open popup shows is not told twice', async () => {
    const there = await desktop()
    playScenario(there.dialer, 'logged-out')
    there.popup.reveal()
    await ringFrom('menu', there)
    expect(there.app.state().ring.finding?.code).toBe('agent-not-logged-in')
    expect(there.told).toEqual([])
  })

  test('a second press while the phone may ring makes no call, and says so', async () => {
    const there = await desktop()
    await ringFrom('menu', there)
    await ringFrom('menu', there)
    expect(there.calls()).toBe(1)
    expect(there.told.map(({ code }) => code)).toEqual(['already-ringing'])
  })

  test('with nobody signed in the popup opens instead', async () => {
    const there = await desktop({ signedIn: false })
    await ringFrom('menu', there)
    expect(there.open()).toBe(true)
    expect(there.told).toEqual([])
    expect(there.dialer.counts.received).toEqual([])
  })

  test('where the password is asked for each time, the popup opens to ask', async () => {
    const there = await desktop({ signedIn: false })
    const signIn = { user: '1000', agent: '1000', password: '1000pass', keepPassword: 'ask' }
    await there.app.command('findServer', { address: there.dialer.url, allowHttp: true }, 'page')
    await there.app.command('signIn', signIn, 'page')
    await ringFrom('menu', there)
    expect(there.open()).toBe(true)
    expect(there.told).toEqual([])
    expect(there.calls()).toBe(0)
  })
})

describe('from the icon', () => {
  test('the popup is open while VICIdial is still being asked', async () => {
    const there = await desktop()
    const pressed = ringFrom('tray', there)
    expect(there.open()).toBe(true)
    expect(there.calls()).toBe(0)
    await pressed
    expect(there.calls()).toBe(1)
    expect(there.told).toEqual([])
  })

  test('a press that was stopped on the way is told, though the popup is open', async () => {
    const there = await desktop()
    await ringFrom('tray', there)
    await ringFrom('tray', there)
    expect(there.calls()).toBe(1)
    expect(there.told.map(({ code }) => code)).toEqual(['already-ringing'])
  })
})

describe('a pause from the menu', () => {
  async function loggedIn() {
    const there = await desktop()
    await there.app.command('lookAtSession', {}, 'menu')
    return there
  }

  test('that VICIdial took needs no words', async () => {
    const there = await loggedIn()
    await pauseFromMenu(true, there)
    expect(there.dialer.world.sessions['1000']?.status).toBe('PAUSED')
    expect(there.open()).toBe(false)
    expect(there.told).toEqual([])
  })

  test('that was refused is told in a notice while no page shows it', async () => {
    const there = await loggedIn()
    playScenario(there.dialer, 'logged-out')
    await pauseFromMenu(true, there)
    expect(there.told).toMatchObject([
      { code: 'agent-not-logged-in', facts: { vicidialFunction: 'external_pause' } },
    ])
    there.popup.reveal()
    await pauseFromMenu(true, there)
    expect(there.told).toHaveLength(1)
  })

  test('with nobody signed in opens the popup', async () => {
    const there = await desktop({ signedIn: false })
    await pauseFromMenu(true, there)
    expect(there.open()).toBe(true)
    expect(there.told).toEqual([])
  })
})

describe('from the switch', () => {
  test('a ring that was sent is told by a notice, and no popup opens', async () => {
    const there = await desktop()
    await ringFrom('switch', there)
    expect(there.calls()).toBe(1)
    expect(there.ringing()).toBe(1)
    expect(there.told).toEqual([])
    expect(there.open()).toBe(false)
  })

  test('a refusal is told by a notice, also while the popup shows it', async () => {
    const there = await desktop()
    playScenario(there.dialer, 'logged-out')
    await ringFrom('switch', there)
    expect(there.open()).toBe(false)
    there.popup.reveal()
    await ringFrom('switch', there)
    expect(there.told.map(({ code }) => code)).toEqual([
      'agent-not-logged-in',
      'agent-not-logged-in',
    ])
    expect(there.ringing()).toBe(0)
  })

  test('a second one while the phone may ring makes no call, and says so', async () => {
    const there = await desktop()
    await ringFrom('switch', there)
    await ringFrom('switch', there)
    expect(there.calls()).toBe(1)
    expect(there.ringing()).toBe(1)
    expect(there.told.map(({ code }) => code)).toEqual(['already-ringing'])
    expect(there.open()).toBe(false)
  })

  test('with nobody signed in the popup opens instead', async () => {
    const there = await desktop({ signedIn: false })
    await ringFrom('switch', there)
    expect(there.open()).toBe(true)
    expect(there.told).toEqual([])
    expect(there.ringing()).toBe(0)
  })
})

import { systemClock } from '../clock.ts'
import type { Clock } from '../clock.ts'
import { openControlDoor } from './control-door.ts'
import { noCounts } from './counts.ts'
import type { Counts } from './counts.ts'
import { openDialerDoor } from './dialer-door.ts'
import { noFaults } from './faults.ts'
import type { Faults } from './faults.ts'
import { practiceWorld } from './practice-world.ts'
import type { World } from './world.ts'

export interface PracticeDialerOptions {
  clock?: Clock
  /** 0, the default, takes any free port. */
  port?: number
  /** PEM texts; with them the dialer speaks https. */
  tls?: { key: string; cert: string }
  /** 0, the default, takes any free port; null opens no control door. */
  controlPort?: number | null
}

export interface PracticeDialer {
  /** `http://127.0.0.1:port`, or https. */
  url: string
  controlUrl: string | null
  clock: Clock
  world: World
  faults: Faults
  counts: Counts
  /** World, faults and counts as they were at the start; connections stay open. */
  reset(): void
  /** Closes the connections that carry no request, as a server does whose patience ran out. */
  closeIdleConnections(): void
  close(): Promise<void>
}

/**
 * Starts a server that behaves like VICIdial's two API doors, on loopback only.
 * Rejects with the system's error (`EADDRINUSE`) if a given port is taken.
 */
export async function startPracticeDialer(
  options: PracticeDialerOptions = {},
): Promise<PracticeDialer> {
  const clock = options.clock ?? systemClock
  const world = practiceWorld()
  const faults = noFaults()
  const counts = noCounts()
  const { port = 0, tls, controlPort = 0 } = options
  const door = await openDialerDoor({ world, faults, counts, clock, port, tls })
  const dialer: PracticeDialer = {
    url: door.url,
    controlUrl: null,
    clock,
    world,
    faults,
    counts,
    reset() {
      Object.assign(world, practiceWorld())
      Object.assign(faults, noFaults())
      Object.assign(counts, noCounts())
    },
    closeIdleConnections() {
      door.closeIdleConnections()
    },
    close: () => door.close(),
  }
  if (controlPort === null) return dialer
  try {
    const control = await openControlDoor(dialer, controlPort)
    dialer.controlUrl = control.url
    dialer.close = async () => {
      await Promise.all([door.close(), control.close()])
    }
  } catch (error) {
    await door.close()
    throw error
  }
  return dialer
}

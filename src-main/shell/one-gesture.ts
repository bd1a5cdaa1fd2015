import type { Clock } from '../clock.ts'

/** What Windows takes for a double-click unless the person changed it. */
const doubleClickMs = 500

/** Takes the second click of a double-click for the same gesture: `act` runs once for both. */
export function oneGesture<T extends unknown[]>(
  clock: Clock,
  act: (...details: T) => void,
): (...details: T) => void {
  let lastAt = -Infinity
  return (...details) => {
    const again = clock.now() - lastAt < doubleClickMs
    lastAt = clock.now()
    if (!again) act(...details)
  }
}

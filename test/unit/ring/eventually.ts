import { vi } from 'vitest'

/** Waits until the check throws no more: a fact that comes by itself, on a busy machine too. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 15_000, interval: 5 })
}

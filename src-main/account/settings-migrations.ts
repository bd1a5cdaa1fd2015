export type Migration = (older: Record<string, unknown>) => Record<string, unknown>

export const settingsVersion = 1

/** Under n: how a file of version n becomes one of version n + 1. Version 1 is the first. */
export const settingsMigrations: Readonly<Record<number, Migration>> = {}

/**
 * Brings a parsed settings file to the wanted version, one step after the other.
 * Null for a newer version, for a version without a step, and for what is no settings file.
 */
export function migrate(
  value: unknown,
  steps: Readonly<Record<number, Migration>>,
  wanted: number,
): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  let settings = value as Record<string, unknown>
  while (settings['version'] !== wanted) {
    const version = settings['version']
    if (typeof version !== 'number') return null
    const step = steps[version]
    if (!step) return null
    settings = { ...step(settings), version: version + 1 }
  }
  return settings
}

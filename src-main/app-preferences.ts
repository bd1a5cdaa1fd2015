import type { Settings } from './account/settings.ts'
import type { StartAtLogin } from './app-ports.ts'
import type { CommandPayload, Preferences, Result } from './contract.ts'

export interface PreferencesParts {
  settings: Settings
  /** Left out where a program cannot be started by the computer's login, as in a terminal. */
  startAtLogin: StartAtLogin | undefined
}

/**
 * Changes preferences, one change after the other. What the computer itself has to be told comes
 * first and is taken back where it cannot be kept, so that the preference never says what is not so.
 */
export function createSetPreferences({ settings, startAtLogin }: PreferencesParts) {
  let last: Promise<unknown> = Promise.resolve()

  async function change(wanted: Partial<Preferences>): Promise<Result> {
    const before = settings.current.preferences.startAtLogin
    const asked = wanted.startAtLogin
    if (asked !== undefined) {
      const told = (await startAtLogin?.(asked)) ?? notSaved
      if (!told.ok) return told
    }
    const saved = await settings.save({ preferences: wanted })
    if (!saved.ok && asked !== undefined) await startAtLogin?.(before)
    return saved
  }

  return (payload: CommandPayload<'setPreferences'>): Promise<Result> => {
    const changing = last.then(() => change(withoutGaps(payload)))
    last = changing.catch(() => undefined)
    return changing
  }
}

const notSaved: Result = { ok: false, code: 'settings-not-saved', facts: {} }

function withoutGaps({
  trayClick,
  startAtLogin,
}: CommandPayload<'setPreferences'>): Partial<Preferences> {
  return {
    ...(trayClick === undefined ? {} : { trayClick }),
    ...(startAtLogin === undefined ? {} : { startAtLogin }),
  }
}

import { join } from 'node:path'
import * as v from 'valibot'
import type { Finding, Preferences, Result } from '../contract.ts'
import { inTurn } from './file-turn.ts'
import { keepAside, readJsonFile, replaceJsonFile } from './json-file.ts'
import { readSettings, settingsSchema, withUnknownKeys } from './settings-schema.ts'
import type { SavedAccount, SettingsContent, StoredSettings } from './settings-schema.ts'

export type { SavedAccount, SettingsContent }

export interface SettingsChange {
  account?: SavedAccount | null
  httpAgreed?: string[]
  preferences?: Partial<Preferences>
}

export interface Settings {
  readonly current: Readonly<SettingsContent>
  /** `settings-unreadable` once a file made no sense or was a newer version's; it became `settings.json.bak`. */
  readonly problem: Finding | null
  /**
   * Writes the change to disk; saves asked for meanwhile wait their turn. Where the other program
   * (tray app or terminal) changed something else since, that is kept and shows in `current` too.
   * Answers `settings-not-saved`, and leaves `current` as it was, where the disk takes no more.
   */
  save(change: SettingsChange): Promise<Result>
}

/** Reads `settings.json` in the folder. Never fails: without a file that can be read it starts anew. */
export async function openSettings(folder: string): Promise<Settings> {
  const path = join(folder, 'settings.json')
  let problem: Finding | null = null
  let last = startingSettings()

  function load(): StoredSettings | 'absent' | 'unreadable' {
    const file = readJsonFile(path)
    if (file.kind === 'absent') return 'absent'
    return (file.kind === 'read' ? readSettings(file.value) : null) ?? 'unreadable'
  }

  /** In turn only: otherwise it might move away what the other program has just put right. */
  function loadOrKeepAside(): StoredSettings | 'absent' | 'in-the-way' {
    const found = load()
    if (found !== 'unreadable') return found
    problem = { code: 'settings-unreadable', facts: {} }
    return keepAside(path) ? 'absent' : 'in-the-way'
  }

  async function write(change: SettingsChange): Promise<boolean> {
    const found = loadOrKeepAside()
    if (found === 'in-the-way') return false
    const base = found === 'absent' ? last : found
    const content = v.parse(settingsSchema, {
      ...base.content,
      ...change,
      preferences: { ...base.content.preferences, ...change.preferences },
    })
    const raw = withUnknownKeys(base.raw, content)
    if (!(await replaceJsonFile(path, raw))) return false
    last = { content, raw }
    return true
  }

  let found: StoredSettings | 'absent' | 'unreadable' | 'in-the-way' = load()
  if (found === 'unreadable') {
    problem = { code: 'settings-unreadable', facts: {} }
    found = (await inTurn(path, () => Promise.resolve(loadOrKeepAside()))) ?? 'in-the-way'
  }
  if (typeof found === 'object') last = found

  let queue: Promise<unknown> = Promise.resolve()
  return {
    get current() {
      return last.content
    },
    get problem() {
      return problem
    },
    save(change) {
      const saving = queue.then(() => inTurn(path, () => write(change))).then(resultOf)
      queue = saving.catch(() => undefined)
      return saving
    },
  }
}

function startingSettings(): StoredSettings {
  return { content: v.parse(settingsSchema, { version: 1 }), raw: {} }
}

function resultOf(saved: boolean | null): Result {
  return saved ? { ok: true } : { ok: false, code: 'settings-not-saved', facts: {} }
}

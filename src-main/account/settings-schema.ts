import * as v from 'valibot'
import { preferencesSchema } from '../contract.ts'
import { migrate, settingsMigrations, settingsVersion } from './settings-migrations.ts'
import { parseServerAddress, serverText } from './server-address.ts'

const isServer = (server: { origin: string; folder: string }) => {
  const read = parseServerAddress(serverText(server))
  return read.ok && read.server.origin === server.origin && read.server.folder === server.folder
}

const originSchema = v.pipe(
  v.string(),
  v.check((origin) => isServer({ origin, folder: '' })),
)

const accountSchema = v.pipe(
  v.object({
    origin: originSchema,
    /** The folder that holds `agc/`: empty, or like `/sub`. */
    folder: v.string(),
    user: v.string(),
    agent: v.string(),
    keepPassword: v.picklist(['keychain', 'ask']),
    apiVersion: v.nullable(v.string()),
    /** Whether a password was put into the keychain, never the password. */
    passwordSaved: v.boolean(),
  }),
  v.check((account) => isServer(account)),
)

/** What `settings.json` holds. Nothing in it is secret. Keys it does not know are left alone. */
export const settingsSchema = v.object({
  version: v.literal(settingsVersion),
  account: v.optional(v.nullable(accountSchema), null),
  /** Origins that the person agreed to use without encryption. */
  httpAgreed: v.optional(v.array(originSchema), []),
  preferences: v.optional(
    v.object({
      trayClick: v.optional(preferencesSchema.entries.trayClick, 'open'),
      startAtLogin: v.optional(preferencesSchema.entries.startAtLogin, false),
    }),
    {},
  ),
})

export type SettingsContent = v.InferOutput<typeof settingsSchema>
export type SavedAccount = NonNullable<SettingsContent['account']>

export interface StoredSettings {
  content: SettingsContent
  /** The same file with the keys that only a newer minor version knows. */
  raw: Readonly<Record<string, unknown>>
}

/** Reads a settings file's parsed content, of this version or an older one; null for anything else. */
export function readSettings(value: unknown): StoredSettings | null {
  const raw = migrate(value, settingsMigrations, settingsVersion)
  const content = v.safeParse(settingsSchema, raw)
  return raw && content.success ? { content: content.output, raw } : null
}

/** What to write: the known values over what was there, so that unknown keys survive. */
export function withUnknownKeys(
  raw: Readonly<Record<string, unknown>>,
  content: SettingsContent,
): Record<string, unknown> {
  const before = readSettings(raw)?.content.account
  const account = content.account
  const sameAccount = before && account?.origin === before.origin && account.user === before.user
  return {
    ...raw,
    ...content,
    account: sameAccount ? { ...(raw['account'] as object), ...account } : account,
    preferences: { ...(raw['preferences'] as object | undefined), ...content.preferences },
  }
}

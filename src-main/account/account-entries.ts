import * as v from 'valibot'
import { signInCodes } from '../contract.ts'

/** Which account: a user of one VICIdial server. */
export interface AccountKey {
  origin: string
  user: string
}

const time = v.nullable(v.number())

const entrySchema = v.object({
  origin: v.string(),
  user: v.string(),
  /** Failed sign-ins in a row, as far as VICIdial counts them, and when the last one was. */
  refusals: v.pipe(v.number(), v.integer(), v.minValue(0)),
  countedAt: time,
  /** The last refusal, whatever its reason. */
  refused: v.nullable(v.object({ code: v.picklist(signInCodes), at: v.number() })),
  /** The password in use was refused and has not been changed since. */
  passwordRefused: v.boolean(),
  lockedAt: time,
  errorWord: v.nullable(v.string()),
})

/** What `accounts.json` holds of an account. Nothing in it is secret. */
export type AccountEntry = v.InferOutput<typeof entrySchema>

const fileSchema = v.object({ version: v.literal(1), accounts: v.array(entrySchema) })

/** Mistyped users leave entries behind; this many are worth remembering. */
const mostEntries = 100

/** The entries of a parsed `accounts.json`; null where it is none of this version. */
export function readEntries(value: unknown): AccountEntry[] | null {
  const file = v.safeParse(fileSchema, value)
  return file.success ? file.output.accounts : null
}

/** What to write for these entries. */
export function entriesFile(entries: AccountEntry[]): v.InferInput<typeof fileSchema> {
  return { version: 1, accounts: entries.slice(-mostEntries) }
}

export function findEntry(entries: AccountEntry[], key: AccountKey): AccountEntry {
  return entries.find((entry) => isOf(entry, key)) ?? emptyEntry(key)
}

/** The same entries with this one, as the latest, in the place of its account's old one. */
export function withEntry(entries: AccountEntry[], entry: AccountEntry): AccountEntry[] {
  return [...entries.filter((other) => !isOf(other, entry)), entry]
}

function isOf(entry: AccountKey, key: AccountKey): boolean {
  return entry.origin === key.origin && entry.user === key.user
}

function emptyEntry({ origin, user }: AccountKey): AccountEntry {
  return {
    origin,
    user,
    refusals: 0,
    countedAt: null,
    refused: null,
    passwordRefused: false,
    lockedAt: null,
    errorWord: null,
  }
}

import * as v from 'valibot'

/** What keychain and helper process say to each other; `account` is the keychain's own word for a name. */
const shared = { id: v.number(), service: v.string(), account: v.string() }

const requestSchema = v.variant('verb', [
  v.object({ ...shared, verb: v.literal('find') }),
  v.object({ ...shared, verb: v.literal('save'), password: v.string() }),
  v.object({ ...shared, verb: v.literal('forget') }),
])

const replySchema = v.variant('ok', [
  v.object({
    id: v.number(),
    ok: v.literal(true),
    /** find: the password, null for none that can be read. forget: whether there was one. */
    value: v.union([v.string(), v.boolean(), v.null()]),
  }),
  v.object({ id: v.number(), ok: v.literal(false), error: v.string() }),
])

export type KeychainRequest = v.InferOutput<typeof requestSchema>
export type KeychainReply = v.InferOutput<typeof replySchema>

/** The request in a message, null where it is none. */
export function readRequest(message: unknown): KeychainRequest | null {
  const read = v.safeParse(requestSchema, message)
  return read.success ? read.output : null
}

/** The reply in a message, null where it is none. */
export function readReply(message: unknown): KeychainReply | null {
  const read = v.safeParse(replySchema, message)
  return read.success ? read.output : null
}

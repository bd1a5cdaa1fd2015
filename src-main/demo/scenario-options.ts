import * as v from 'valibot'

const shortText = v.pipe(v.string(), v.maxLength(200))
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_600_000))

/** What a scenario can be told besides its name; each uses what it needs. */
export const scenarioOptionsSchema = v.strictObject({
  /** Whom it is about; 1000 unless told otherwise. */
  agent: v.optional(shortText),
  /** Lays this scenario over the present situation instead of a healthy one. */
  onTop: v.optional(v.boolean()),
  /** An agent status, for `in-call` and `ready`. */
  status: v.optional(shortText),
  /** For `slow`. */
  ms: v.optional(milliseconds),
  /** For `keep-alive`; null sends no hint. */
  seconds: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))),
  /** For `version`. */
  version: v.optional(shortText),
  /** For `moved`. */
  to: v.optional(shortText),
  /** For the `close-…` scenarios. */
  closeWith: v.optional(v.picklist(['end', 'reset'])),
  /** For network faults: only these functions meet them. */
  onlyFunctions: v.optional(v.array(shortText)),
  /** For network faults: only so many requests meet them. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
})
export type ScenarioOptions = v.InferOutput<typeof scenarioOptionsSchema>

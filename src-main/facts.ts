/** What the words about a code may mention. Only plain, shareable values; never a secret. */
export interface Facts {
  /** Scheme, host and port, such as `https://dialer.example.com`. */
  server?: string
  user?: string
  agent?: string
  /** Until a ring may be asked for again without "ring again". */
  secondsLeft?: number
  /** How often VICIdial refused this account's sign-in lately; it locks at ten. */
  refusals?: number
  /** Minutes until VICIdial lifts a lock-out by itself. */
  minutesLeft?: number
  /** The characters VICIdial would drop from what was typed. */
  droppedCharacters?: string
  /** Where the server wanted to send us instead. */
  newAddress?: string
  /** The HTTP status of a reply that was not VICIdial's. */
  httpStatus?: number
  /** The VICIdial function that was refused, such as `call_agent`. */
  vicidialFunction?: string
  /** `READY`, `INCALL`, …, as VICIdial prints it. */
  status?: string
}

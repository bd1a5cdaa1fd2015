/** What can be wrong between the app and VICIdial's answer. Mutable; the next request obeys. */
export interface Faults {
  /** A web server's own answer instead of VICIdial's, which then hears nothing of the request. */
  instead: WebAnswerName | null
  /** Where `moved` (301) points to. */
  movedTo: string
  /**
   * When the connection is closed: before the request is read (VICIdial hears nothing), after it
   * was read and acted on, or in the middle of the reply. `before-request` also meets connections
   * that carry no request yet, so `onlyFunctions` does not hold it back there.
   */
  close: 'before-request' | 'after-request' | 'half-reply' | null
  /** `end` says goodbye (FIN), `reset` does not (RST). */
  closeWith: 'end' | 'reset'
  /** VICIdial acts on the request, and no answer ever comes. */
  hang: boolean
  /** VICIdial acts on the request at once; the answer leaves that much later. */
  delayMs: number
  /** A PHP warning stands before the reply. */
  phpWarning: boolean
  /** A byte-order mark stands before the reply, and before the warning. */
  byteOrderMark: boolean
  /** Limits all of the above to these functions; null means every request. */
  onlyFunctions: string[] | null
  /** How many more requests (or unread connections) are met by the above; null means all. */
  times: number | null
  /**
   * The seconds of the Keep-Alive hint, after which idle connections are closed, as Apache does.
   * Null sends no hint and closes nothing.
   */
  keepAliveSeconds: number | null
}

export const webAnswerNames = [
  'database-down',
  'moved',
  'forbidden',
  'not-found',
  'bad-gateway',
  'login-page',
  'rubbish',
] as const
export type WebAnswerName = (typeof webAnswerNames)[number]

export function noFaults(): Faults {
  return {
    instead: null,
    movedTo: 'https://elsewhere.example.com/',
    close: null,
    closeWith: 'end',
    hang: false,
    delayMs: 0,
    phpWarning: false,
    byteOrderMark: false,
    onlyFunctions: null,
    times: null,
    keepAliveSeconds: 5,
  }
}

/**
 * The faults that meet this request (null: a connection that was not read), which uses up one of
 * `times`; no faults where none applies.
 */
export function faultsFor(faults: Faults, functionName: string | null): Faults {
  const healthy = { ...noFaults(), keepAliveSeconds: faults.keepAliveSeconds }
  const meant =
    functionName === null ||
    faults.onlyFunctions === null ||
    faults.onlyFunctions.includes(functionName)
  if (!meant || faults.times === 0) return healthy
  if (faults.times !== null) faults.times -= 1
  return { ...faults }
}

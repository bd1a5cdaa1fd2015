/**
 * What somebody started the program for: to see it, to ring their phone, or because the computer's
 * session began and nobody asked to see anything.
 */
export type StartReason = 'show' | 'ring' | 'login'

export const ringSwitch = '--ring'
export const atLoginSwitch = '--at-login'

/** Looks for the switches as whole words, wherever they stand: Chromium moves them about. */
export function startReason(argv: readonly string[]): StartReason {
  if (argv.includes(ringSwitch)) return 'ring'
  return argv.includes(atLoginSwitch) ? 'login' : 'show'
}

/** What a copy hands to the one that runs already. */
export function startMessage(reason: StartReason): { reason: StartReason } {
  return { reason }
}

/**
 * Why a second copy was started. What it said itself wins over its arguments, among which Chromium
 * puts words of its own; another version may have said nothing, or something else.
 */
export function secondStartReason(argv: readonly string[], message: unknown): StartReason {
  const said = (message as { reason?: unknown } | null | undefined)?.reason
  return said === 'show' || said === 'ring' || said === 'login' ? said : startReason(argv)
}

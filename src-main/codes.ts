/**
 * Every code the app can answer with. Scripts read them, so none is ever renamed; `contract.ts`
 * hands them on.
 */

export const ringCodes = [
  'sent',
  'agent-not-logged-in',
  'no-session-data',
  'phone-entry-empty',
  'already-ringing',
  'on-a-call',
  'bad-request',
  'no-user-found',
] as const

export const signInCodes = [
  'wrong-password',
  'account-locked',
  'api-access-off',
  'ip-blocked',
  'no-active-servers',
  'agent-limit',
  'function-not-allowed',
  'system-api-off',
  'invalid-source',
  'level-too-low',
  'password-characters',
  'user-characters',
] as const

export const lineCodes = [
  'line-updated',
  'line-already-so',
  'remote-agent-not-found',
  'line-rights-missing',
  'line-not-yours',
  'lines-invalid',
  'campaign-invalid',
  'status-invalid',
  'line-fields-missing',
  'nothing-to-update',
  'not-supported-here',
  'no-function',
] as const

/** The request never left this computer: asking again is safe. */
export const beforeRequestCodes = [
  'offline',
  'name-not-found',
  'connection-refused',
  'connect-timeout',
  'tls-untrusted',
  'tls-expired',
  'tls-wrong-host',
  'tls-failed',
  'tls-pin-changed',
  'http-not-allowed',
] as const

/** A web server answered instead of VICIdial, so nothing was rung or changed. */
export const turnedAwayCodes = ['redirected', 'not-found', 'forbidden'] as const

/** The request was written, and the reply does not say what became of it. */
export const unknownOutcomeCodes = [
  'reply-timeout',
  'connection-lost',
  'server-error',
  'reply-too-large',
  'empty-reply',
  'not-vicidial',
  'unrecognised-reply',
] as const

export const localCodes = [
  'not-set-up',
  'signed-out',
  'password-needed',
  'keychain-unavailable',
  'keychain-locked',
  'keychain-timeout',
  'server-address-invalid',
  'settings-not-saved',
  'settings-unreadable',
  'bad-message',
] as const

export type RingCode = (typeof ringCodes)[number]
export type SignInCode = (typeof signInCodes)[number]
export type LineCode = (typeof lineCodes)[number]
export type NetworkCode =
  | (typeof beforeRequestCodes)[number]
  | (typeof turnedAwayCodes)[number]
  | (typeof unknownOutcomeCodes)[number]
export type LocalCode = (typeof localCodes)[number]
export type Code = RingCode | SignInCode | LineCode | NetworkCode | LocalCode

export const codes: readonly Code[] = [
  ...ringCodes,
  ...signInCodes,
  ...lineCodes,
  ...beforeRequestCodes,
  ...turnedAwayCodes,
  ...unknownOutcomeCodes,
  ...localCodes,
]

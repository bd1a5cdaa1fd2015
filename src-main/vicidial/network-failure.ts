import type { NetworkCode } from '../contract.ts'

const untrusted = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_REVOKED',
]

const connecting: Record<string, NetworkCode> = {
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ECONNREFUSED: 'connection-refused',
  // In the middle of a TLS handshake: the server took the connection and closed it again.
  ECONNRESET: 'connection-refused',
  EPIPE: 'connection-refused',
  ETIMEDOUT: 'connect-timeout',
  EHOSTUNREACH: 'connect-timeout',
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-host',
}

/**
 * Names a failure that came before any of the request was written.
 * @param online whether the computer has a network at all; without one, a name that cannot be
 *   looked up is no fault of the name.
 */
export function connectFailure(error: unknown, online: boolean): NetworkCode {
  const code = errorCode(error)
  if (!online && (code === 'ENOTFOUND' || code === 'EAI_AGAIN')) return 'offline'
  if (untrusted.includes(code)) return 'tls-untrusted'
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO') {
    return connecting[code] ?? 'tls-failed'
  }
  return connecting[code] ?? 'connection-refused'
}

/** Names a failure that came after some of the request may have been written. */
export function replyFailure(error: unknown): NetworkCode {
  // llhttp's codes: the other side spoke, but not HTTP.
  return errorCode(error).startsWith('HPE_') ? 'not-vicidial' : 'connection-lost'
}

function errorCode(error: unknown): string {
  // With several addresses for one name, Node reports each attempt inside one error.
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0])
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

import { networkInterfaces } from 'node:os'
import type { NetworkCode } from '../contract.ts'

const untrusted = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_REVOKED',
  'CERT_CHAIN_TOO_LONG',
  'PATH_LENGTH_EXCEEDED',
  'INVALID_CA',
  'INVALID_PURPOSE',
  // Node's word for what it has no name for, such as a signature made with SHA-1.
  'UNSPECIFIED',
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
  HOSTNAME_MISMATCH: 'tls-wrong-host',
}

/** Of several addresses' failures, what one of them answered says more than that one has no route. */
const mostTelling = ['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH']

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
  // undici 7.30 leaves out the code of what its parser met, so only the words tell a cut reply
  // from one that is not HTTP.
  if (error instanceof Error && error.name === 'HTTPParserError') {
    return error.message.includes('EOF') ? 'connection-lost' : 'not-vicidial'
  }
  return errorCode(error) === 'UND_ERR_HEADERS_OVERFLOW' ? 'reply-too-large' : 'connection-lost'
}

/** Whether this computer has any address but its own loopback. */
export function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some((address) => !address.internal),
  )
}

function errorCode(error: unknown): string {
  // With several addresses for one name, Node reports each attempt inside one error.
  if (error instanceof AggregateError && error.errors.length > 0) {
    const codes = error.errors.map(errorCode)
    return mostTelling.find((code) => codes.includes(code)) ?? codes[0] ?? ''
  }
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

import { describe, expect, test } from 'vitest'
import { connectFailure, replyFailure } from '../../../src-main/vicidial/network-failure.ts'

const failing = (code: string) => Object.assign(new Error(code), { code })
/** As Node reports a name with an IPv6 and an IPv4 address. */
const failingAll = (...codes: string[]) =>
  Object.assign(new AggregateError(codes.map(failing)), { code: codes[0] })

describe('before the request', () => {
  test.each([
    ['ENETUNREACH', 'offline'],
    ['ENETDOWN', 'offline'],
    ['ENOTFOUND', 'name-not-found'],
    ['EAI_AGAIN', 'name-not-found'],
    ['ECONNREFUSED', 'connection-refused'],
    ['EHOSTUNREACH', 'connect-timeout'],
    ['ETIMEDOUT', 'connect-timeout'],
    ['EPERM', 'connection-refused'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls-untrusted'],
    ['INVALID_CA', 'tls-untrusted'],
    ['UNSPECIFIED', 'tls-untrusted'],
    ['HOSTNAME_MISMATCH', 'tls-wrong-host'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-wrong-host'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed'],
    ['EPROTO', 'tls-failed'],
  ])('%s is %s', (code, named) => {
    expect(connectFailure(failing(code), true)).toBe(named)
  })

  test('a name that cannot be looked up without a network is no fault of the name', () => {
    expect(connectFailure(failing('ENOTFOUND'), false)).toBe('offline')
    expect(connectFailure(failing('EAI_AGAIN'), false)).toBe('offline')
    expect(connectFailure(failing('ECONNREFUSED'), false)).toBe('connection-refused')
  })

  test.each([
    [['ENETUNREACH', 'ECONNREFUSED'], 'connection-refused'],
    [['ECONNREFUSED', 'ENETUNREACH'], 'connection-refused'],
    [['ETIMEDOUT', 'ENETUNREACH'], 'connect-timeout'],
    [['EADDRNOTAVAIL', 'ETIMEDOUT'], 'connect-timeout'],
    [['ENETUNREACH', 'EHOSTUNREACH'], 'connect-timeout'],
    [['ENETUNREACH', 'ENETUNREACH'], 'offline'],
  ])('of several addresses the one that got farthest is told: %j', (codes, named) => {
    expect(connectFailure(failingAll(...codes), true)).toBe(named)
  })
})

test('what is no error of the network is a lost connection after the request', () => {
  expect(replyFailure(failing('ECONNRESET'))).toBe('connection-lost')
  expect(replyFailure('nothing')).toBe('connection-lost')
  expect(replyFailure(new AggregateError([]))).toBe('connection-lost')
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCertificates, trust, type Certificates } from './certificates.ts'
import { httpReply } from './raw-server.ts'
import { sent, underTest } from './under-test.ts'

const under = underTest()

let certificates: Certificates
let distrust = () => {}
beforeAll(async () => {
  certificates = await makeCertificates()
  distrust = trust(certificates.issuer)
})
afterAll(() => {
  distrust()
})

const bad = {
  selfSigned: 'tls-untrusted',
  wrongPurpose: 'tls-untrusted',
  expired: 'tls-expired',
  notYetValid: 'tls-expired',
  wrongHost: 'tls-wrong-host',
} as const

describe('a certificate', () => {
  test('from a trusted issuer, for this name and time, is good', async () => {
    const server = await under.serve({
      tls: certificates.trusted,
      onRequest: () => httpReply(sent),
    })
    expect(await under.ask(server.at)).toMatchObject({ ok: true, reply: { body: sent } })
    expect(await under.ask(server.at)).toMatchObject({ ok: true, reply: { body: sent } })
    expect(server.accepted).toHaveLength(1)
    expect(server.heard).toHaveLength(2)
  })

  test('from an issuer nobody trusts is not', async () => {
    distrust()
    const server = await under.serve({ tls: certificates.trusted })
    expect(await under.ask(server.at)).toMatchObject({ code: 'tls-untrusted', written: false })
    distrust = trust(certificates.issuer)
    expect(server.heard).toEqual([])
  })

  test.each(Object.entries(bad))('%s is refused: %s', async (name, code) => {
    const server = await under.serve({
      tls: certificates[name as keyof typeof bad],
      onRequest: () => httpReply(sent),
    })
    expect(await under.ask(server.at)).toMatchObject({ ok: false, code, written: false })
    await server.closed()
    expect(server.heard).toEqual([])
    expect(server.accepted).toHaveLength(1)
  })
})

test('https spoken to a server of plain http fails before anything is written', async () => {
  const bad = httpReply('no', {}, '400 Bad Request')
  const server = await under.serve({
    scheme: 'https',
    onAccept: ({ raw }) => raw.once('data', () => raw.end(bad)),
  })
  expect(await under.ask(server.at)).toMatchObject({ code: 'tls-failed', written: false })
})

test('a server that offers no cipher of ours fails before anything is written', async () => {
  const alert = Buffer.from([0x15, 0x03, 0x03, 0, 2, 2, 40])
  const server = await under.serve({
    scheme: 'https',
    onAccept: ({ raw }) => raw.once('data', () => raw.end(alert)),
  })
  expect(await under.ask(server.at)).toMatchObject({ code: 'tls-failed', written: false })
})

test('plain http spoken to a server of https is no reply, and may have been read', async () => {
  const server = await under.serve({ tls: certificates.trusted, scheme: 'http' })
  const exchange = await under.ask(server.at)
  expect(exchange).toMatchObject({ ok: false, written: true })
  expect(['connection-lost', 'not-vicidial']).toContain(exchange.ok || exchange.code)
  expect(server.heard).toEqual([])
})

test('a reset after the request was encrypted is a lost connection', async () => {
  const server = await under.serve({
    tls: certificates.trusted,
    onRequest: ({ raw }) => void raw.resetAndDestroy(),
  })
  expect(await under.ask(server.at)).toMatchObject({ code: 'connection-lost', written: true })
  expect(server.heard).toHaveLength(1)
  expect(server.accepted).toHaveLength(1)
})

test('a connection opened ahead saves the handshake', async () => {
  const server = await under.serve({ tls: certificates.trusted, onRequest: () => httpReply(sent) })
  await under.transport.openAhead(server.at)
  expect(server.accepted).toHaveLength(1)
  expect(await under.ask(server.at)).toMatchObject({ ok: true })
  expect(server.accepted).toHaveLength(1)
  expect(server.heard).toHaveLength(1)
})

test('a server that says goodbye to a waiting connection is asked over a fresh one', async () => {
  const server = await under.serve({ tls: certificates.trusted, onRequest: () => httpReply(sent) })
  await under.transport.openAhead(server.at)
  await server.until(() => server.accepted[0]?.socket !== server.accepted[0]?.raw)
  server.accepted[0]?.socket.end()
  await server.closed()
  expect(await under.ask(server.at)).toMatchObject({ ok: true })
  expect(server.accepted).toHaveLength(2)
  expect(server.heard).toHaveLength(1)
})

import { createRequire } from 'node:module'
import type { SecureContext, SecureContextOptions } from 'node:tls'
import { generate } from 'selfsigned'

export interface Certificate {
  key: string
  cert: string
}

export interface Certificates {
  /** The root that `trust` takes. */
  issuer: string
  trusted: Certificate
  expired: Certificate
  notYetValid: Certificate
  wrongHost: Certificate
  /** Issued for clients, not for servers. */
  wrongPurpose: Certificate
  selfSigned: Certificate
}

const dayMs = 86_400_000

export async function makeCertificates(): Promise<Certificates> {
  const root = await generate([{ name: 'commonName', value: 'Test root' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  })
  const here = [
    { type: 7 as const, ip: '127.0.0.1' },
    { type: 2 as const, value: 'localhost' },
  ]
  const elsewhere = [{ type: 2 as const, value: 'dialer.example' }]

  async function make(own: {
    names?: typeof here | typeof elsewhere
    fromDay?: number
    untilDay?: number
    forClients?: boolean
    selfSigned?: boolean
  }): Promise<Certificate> {
    const { names = here, fromDay = -1, untilDay = 30 } = own
    const made = await generate([{ name: 'commonName', value: 'Test dialer' }], {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: new Date(Date.now() + fromDay * dayMs),
      notAfterDate: new Date(Date.now() + untilDay * dayMs),
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'subjectAltName', altNames: names },
        ...(own.forClients ? [{ name: 'extKeyUsage' as const, clientAuth: true }] : []),
      ],
      ...(own.selfSigned ? {} : { ca: { key: root.private, cert: root.cert } }),
    })
    return { key: made.private, cert: made.cert }
  }

  return {
    issuer: root.cert,
    trusted: await make({}),
    expired: await make({ fromDay: -60, untilDay: -30 }),
    notYetValid: await make({ fromDay: 10 }),
    wrongHost: await make({ names: elsewhere }),
    wrongPurpose: await make({ forClients: true }),
    selfSigned: await make({ selfSigned: true }),
  }
}

type MakeContext = (options?: SecureContextOptions) => SecureContext

/**
 * Makes this process trust one more root; the returned function takes it back. Node 20 takes roots
 * only while it starts (NODE_EXTRA_CA_CERTS), so the root is added to each context that is made.
 */
export function trust(root: string): () => void {
  // The namespace of an import cannot be changed, the module behind it can.
  const tls = createRequire(import.meta.url)('node:tls') as { createSecureContext: MakeContext }
  const original = tls.createSecureContext
  tls.createSecureContext = (options) => {
    const made = original(options)
    const context = made.context as { addCACert(pem: string): void }
    if (!options?.cert) context.addCACert(root)
    return made
  }
  return () => {
    tls.createSecureContext = original
  }
}

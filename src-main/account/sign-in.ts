import { createHmac, randomBytes } from 'node:crypto'
import type { CommandPayload, Finding, Result } from '../contract.ts'
import { notSent, type CarefulRequests } from './careful-requests.ts'
import type { AgentApi } from '../vicidial/agent-api.ts'
import type { Answer } from '../vicidial/answer.ts'
import type { AgentSession } from '../vicidial/agent-replies.ts'
import type { DialerServer } from '../vicidial/dialer-server.ts'
import type { Keychain, Kept } from './keychain.ts'
import { parseServerAddress, serverText } from './server-address.ts'
import type { Settings } from './settings.ts'

/** A VICIdial server that answered `version`, before anybody signed in to it. */
export interface FoundServer {
  server: DialerServer
  apiVersion: string
  httpAgreed: boolean
}

export interface SignIn {
  found(): FoundServer | null
  /** Asks the address for its `version`, which needs no account. */
  findServer(payload: CommandPayload<'findServer'>): Promise<Result>
  /** Tries the account with one read-only request; keeps it, and its password if wanted, once accepted. */
  signIn(
    payload: CommandPayload<'signIn'>,
  ): Promise<{ result: Result; session: Answer<AgentSession> | null }>
  /** Forgets the account and its password. */
  signOut(): Promise<Result>
}

export interface SignInParts {
  agentApi: AgentApi
  careful: CarefulRequests
  keychain: Keychain
  settings: Settings
}

export function createSignIn({ agentApi, careful, keychain, settings }: SignInParts): SignIn {
  // Tells a refused password typed again from another one, without keeping either.
  const salt = randomBytes(32)
  const printOf = (text: string) => createHmac('sha256', salt).update(text).digest('hex')
  let refusedPrint: string | null = null
  let found: FoundServer | null = savedServer(settings)

  async function tryVersion(server: DialerServer, httpAgreed: boolean): Promise<Result> {
    const answer = await agentApi.version(server)
    if (!answer.ok) {
      return { ok: false, code: answer.code, facts: { ...answer.facts, server: server.origin } }
    }
    found = { server, apiVersion: answer.value.version, httpAgreed }
    return { ok: true }
  }

  return {
    found: () => found,
    async findServer({ address, allowHttp }) {
      const parsed = parseServerAddress(address)
      if (!parsed.ok) return { ok: false, code: 'server-address-invalid', facts: {} }
      const { server, scheme } = parsed
      const agreed = settings.current.httpAgreed.includes(server.origin)
      if (server.origin.startsWith('http:') && !allowHttp && !agreed) {
        return { ok: false, code: 'http-not-allowed', facts: { server: server.origin } }
      }
      const result = await tryVersion(server, allowHttp || agreed)
      if (result.ok || scheme === 'given') return result
      const plain = await plainHttpOf(server, agentApi)
      if (!plain) return result
      return { ok: false, code: 'http-not-allowed', facts: { server: plain } }
    },
    async signIn({ user, agent, password, keepPassword, sendRefusedPassword = false }) {
      const none = (finding: Finding) => ({
        result: { ok: false as const, ...finding },
        session: null,
      })
      if (!found) return none({ code: 'not-set-up', facts: {} })
      const { server, apiVersion, httpAgreed } = found
      const key = { origin: server.origin, user }
      const print = printOf(JSON.stringify([key, password]))
      if (print !== refusedPrint) await careful.passwordChanged(key)

      const credentials = { server, user, agent, password }
      const session = await careful.ask(key, sendRefusedPassword, () =>
        agentApi.session(credentials),
      )
      if (session.accepted === false && session.code === 'wrong-password') refusedPrint = print
      if (session.accepted !== true) {
        const { code, facts } = session.ok
          ? notSent({ code: 'unrecognised-reply', facts: {} })
          : session
        return {
          ...none({ code, facts: { ...facts, server: server.origin, user, agent } }),
          session,
        }
      }
      refusedPrint = null
      if (keepPassword === 'keychain') {
        const kept = await keychain.save(key, password, { patience: 'gesture' })
        const finding = findingOf(kept)
        if (finding) return { ...none(finding), session }
      }
      const httpOrigins = settings.current.httpAgreed.filter((origin) => origin !== server.origin)
      const result = await settings.save({
        account: {
          ...server,
          user,
          agent,
          keepPassword,
          apiVersion,
          passwordSaved: keepPassword === 'keychain',
        },
        httpAgreed: httpAgreed ? [...httpOrigins, server.origin] : httpOrigins,
      })
      return { result, session }
    },
    async signOut() {
      const account = settings.current.account
      if (!account) return { ok: true }
      const saved = await settings.save({ account: null })
      if (!saved.ok) return saved
      if (!account.passwordSaved) return { ok: true }
      const finding = findingOf(
        await keychain.forget(account, { patience: 'gesture', expected: true }),
      )
      return finding ? { ok: false, ...finding } : { ok: true }
    },
  }
}

function savedServer({ current: { account, httpAgreed } }: Settings): FoundServer | null {
  if (!account) return null
  const { origin, folder, apiVersion } = account
  return {
    server: { origin, folder },
    apiVersion: apiVersion ?? '',
    httpAgreed: httpAgreed.includes(origin),
  }
}

/** Where HTTPS was only assumed: the plain address, if VICIdial answers there. No account is sent. */
async function plainHttpOf(server: DialerServer, agentApi: AgentApi): Promise<string | null> {
  const plain = { ...server, origin: server.origin.replace(/^https:/, 'http:') }
  const answer = await agentApi.version(plain)
  return answer.ok ? serverText(plain) : null
}

function findingOf(kept: Kept): Finding | null {
  switch (kept.kind) {
    case 'done':
      return null
    case 'locked':
      return { code: 'keychain-locked', facts: {} }
    case 'unavailable':
      return { code: 'keychain-unavailable', facts: {} }
    case 'too-slow':
    case 'cancelled':
      return { code: 'keychain-timeout', facts: {} }
  }
}

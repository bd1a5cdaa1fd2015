import type { CommandPayload, Finding, Result } from '../contract.ts'
import { notSent, type CarefulRequests } from './careful-requests.ts'
import type { AgentApi } from '../vicidial/agent-api.ts'
import type { Answer } from '../vicidial/answer.ts'
import type { AgentSession } from '../vicidial/agent-replies.ts'
import type { DialerServer } from '../vicidial/dialer-server.ts'
import type { Keychain, Kept } from './keychain.ts'
import { parseServerAddress, serverText } from './server-address.ts'
import type { SavedAccount, Settings } from './settings.ts'

/** A VICIdial server that answered `version`, before anybody signed in to it. */
export interface FoundServer {
  server: DialerServer
  apiVersion: string
  /** Meaningful for an `http:` address only. */
  httpAgreed: boolean
}

export interface SignIn {
  found(): FoundServer | null
  /** The person turned away: a server found beside the saved account's is let go. */
  turnedAway(): void
  /**
   * Asks the address for its `version`, which needs no account. Where HTTPS was only assumed and
   * fails, plain HTTP is tried: found there, it is used with the person's leave, else offered as
   * `http-not-allowed` with the address in `server`.
   */
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
  let found: FoundServer | null = savedServer(settings)

  /**
   * Takes out of the keychain what is no longer needed there. In the background: somebody who turns
   * to "ask me each time" because their keychain is locked must not wait for it.
   */
  async function forgotten(account: SavedAccount): Promise<boolean> {
    const kept = await keychain.forget(account, { patience: 'background', expected: true })
    return kept.kind === 'done'
  }

  async function tryVersion(server: DialerServer, mayBeUsed: boolean): Promise<Result> {
    const answer = await agentApi.version(server)
    if (!answer.ok) {
      return { ok: false, code: answer.code, facts: { ...answer.facts, server: server.origin } }
    }
    if (!mayBeUsed) return httpNotAllowed(server)
    found = { server, apiVersion: answer.value.version, httpAgreed: isPlain(server) }
    return { ok: true }
  }

  return {
    found: () => found,
    turnedAway() {
      found = savedServer(settings) ?? found
    },
    async findServer({ address, allowHttp }) {
      const parsed = parseServerAddress(address)
      if (!parsed.ok) return { ok: false, code: 'server-address-invalid', facts: {} }
      const { server, scheme } = parsed
      const mayBeUsed = ({ origin }: DialerServer) =>
        allowHttp || origin.startsWith('https:') || settings.current.httpAgreed.includes(origin)
      // What a person typed as http: is not even asked before they agreed to it.
      if (!mayBeUsed(server)) return httpNotAllowed(server)
      const result = await tryVersion(server, true)
      if (result.ok || scheme === 'given') return result
      const plain = { ...server, origin: server.origin.replace(/^https:/, 'http:') }
      const overHttp = await tryVersion(plain, mayBeUsed(plain))
      return overHttp.ok || overHttp.code === 'http-not-allowed' ? overHttp : result
    },
    async signIn({ user, agent, password, keepPassword, sendRefusedPassword = false }) {
      const none = (finding: Finding) => ({
        result: { ok: false as const, ...finding },
        session: null,
      })
      if (!found) return none({ code: 'not-set-up', facts: {} })
      const { server, apiVersion, httpAgreed } = found
      const key = { origin: server.origin, user }
      if (isPlain(server) && !httpAgreed) return { result: httpNotAllowed(server), session: null }
      if (password === '') return none({ code: 'password-needed', facts: { user } })
      await careful.passwordTyped(key, password)
      const credentials = { server, user, agent, password }
      const session = await careful.ask(key, sendRefusedPassword, () =>
        agentApi.session(credentials),
      )
      if (session.accepted !== true) {
        const { code, facts } = session.ok
          ? notSent({ code: 'unrecognised-reply', facts: {} })
          : session
        return {
          ...none({ code, facts: { ...facts, server: server.origin, user, agent } }),
          session,
        }
      }
      if (keepPassword === 'keychain') {
        const kept = await keychain.save(key, password, { patience: 'gesture' })
        const finding = findingOf(kept)
        if (finding) return { ...none(finding), session }
      }
      const before = settings.current.account
      const same = before?.origin === key.origin && before.user === user
      const passwordSaved =
        keepPassword === 'keychain' || (same && before.passwordSaved && !(await forgotten(before)))
      const httpOrigins = settings.current.httpAgreed.filter((origin) => origin !== server.origin)
      const result = await settings.save({
        account: { ...server, user, agent, keepPassword, apiVersion, passwordSaved },
        httpAgreed: isPlain(server) ? [...httpOrigins, server.origin] : httpOrigins,
      })
      if (result.ok && before?.passwordSaved && !same) await forgotten(before)
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

function isPlain({ origin }: DialerServer): boolean {
  return origin.startsWith('http:')
}

function httpNotAllowed(server: DialerServer): { ok: false } & Finding {
  return { ok: false, code: 'http-not-allowed', facts: { server: serverText(server) } }
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

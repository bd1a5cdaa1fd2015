import type { Finding } from '../contract.ts'
import type { DialerServer } from '../vicidial/dialer-server.ts'
import type { Found, Keychain } from './keychain.ts'
import { serverText } from './server-address.ts'
import type { Settings } from './settings.ts'

/** An account named for this one start, by a script; nothing of it is kept. */
export interface GivenAccount {
  server: DialerServer
  user: string
  agent: string
  password: string
  allowHttp: boolean
}

export interface Account {
  server: DialerServer
  user: string
  agent: string
}

export type Password = { ok: true; password: string } | ({ ok: false } & Finding)

/** Who the app acts for: the account a script named, else the saved one. */
export interface AccountInUse {
  current(): Account | null
  /** Why nothing may be asked of the dialer at all: nobody signed in, or HTTP nobody agreed to. */
  hindrance(): Finding | null
  /**
   * The password, for one request. `typed` wins; else the one a script gave, else the keychain's.
   * A gesture may wait for the person to unlock the keychain; the background may not.
   */
  password(patience: 'background' | 'gesture', typed?: string): Promise<Password>
}

/** Whether what was learned for the one holds for the other. */
export function isSameAccount(one: Account | null, other: Account | null): boolean {
  if (!one || !other) return one === other
  return (
    serverText(one.server) === serverText(other.server) &&
    one.user === other.user &&
    one.agent === other.agent
  )
}

export function accountInUse(
  settings: Settings,
  keychain: Keychain,
  given: GivenAccount | null,
): AccountInUse {
  function current(): Account | null {
    if (given) return given
    const saved = settings.current.account
    if (!saved) return null
    const { origin, folder, user, agent } = saved
    return { server: { origin, folder }, user, agent }
  }

  return {
    current,
    hindrance() {
      const account = current()
      if (!account) return { code: 'not-set-up', facts: {} }
      const { origin } = account.server
      const agreed = given ? given.allowHttp : settings.current.httpAgreed.includes(origin)
      if (origin.startsWith('https:') || agreed) return null
      return { code: 'http-not-allowed', facts: { server: origin } }
    },
    async password(patience, typed) {
      const account = current()
      if (!account) return { ok: false, code: 'signed-out', facts: {} }
      if (typed === '') return { ok: false, code: 'password-needed', facts: {} }
      if (typed !== undefined) return { ok: true, password: typed }
      if (given) return { ok: true, password: given.password }
      const saved = settings.current.account
      if (saved?.keepPassword !== 'keychain')
        return { ok: false, code: 'password-needed', facts: {} }
      const entry = { origin: account.server.origin, user: account.user }
      return passwordFrom(await keychain.find(entry, { patience, expected: saved.passwordSaved }))
    },
  }
}

function passwordFrom(found: Found): Password {
  switch (found.kind) {
    case 'found':
      return { ok: true, password: found.password }
    case 'none':
      return { ok: false, code: 'password-needed', facts: {} }
    case 'maybe-locked':
      return { ok: false, code: 'keychain-locked', facts: {} }
    case 'unavailable':
      return { ok: false, code: 'keychain-unavailable', facts: {} }
    case 'too-slow':
    case 'cancelled':
      return { ok: false, code: 'keychain-timeout', facts: {} }
  }
}

import { isSameAccount, type Account, type AccountInUse } from './account/account-in-use.ts'
import { notSent, type CarefulRequests } from './account/careful-requests.ts'
import type { StateStore } from './app-state.ts'
import type { Clock } from './clock.ts'
import { unknownOutcomeCodes } from './contract.ts'
import type { Code, CommandPayload, Finding, PauseState, PauseWish, Result } from './contract.ts'
import { pauseAfterLook } from './pause-state.ts'
import type { AgentApi } from './vicidial/agent-api.ts'
import type { Answer } from './vicidial/answer.ts'

export interface PauseCommandParts {
  agentApi: AgentApi
  account: AccountInUse
  careful: CarefulRequests
  store: StateStore
  clock: Clock
  accountChanged: (problem: Finding | null) => void
  /** VICIdial has, or may have, something to act on, or it named the session gone. */
  sessionMayChange: () => void
}

interface Wishes {
  account: Account
  /** The last one of them wins. */
  last: PauseWish
  password: string | undefined
}

/**
 * Pauses or resumes the agent. One request is under way at a time: a press meanwhile waits for it,
 * and where the wish has changed by then, one more follows. A request is never repeated by itself.
 */
export function createPauseCommand(parts: PauseCommandParts) {
  const { account, careful, store } = parts
  let underWay: { wishes: Wishes; end: Promise<Result> } | null = null

  async function fulfil(wishes: Wishes): Promise<Result> {
    try {
      for (;;) {
        const wish = wishes.last
        change({ phase: 'asking', wish, finding: null, at: null, reply: null })
        const answer = await ask(wishes, wish)
        const phase = phaseOf(answer)
        // What was refused would be refused for the opposite wish, too.
        const asksOn = wishes.last !== wish && phase !== 'refused' && isInUse(wishes)
        if (!asksOn) return ended(wishes, answer, phase)
      }
    } finally {
      if (underWay?.wishes === wishes) underWay = null
    }
  }

  async function ask(wishes: Wishes, wish: PauseWish): Promise<Answer<unknown>> {
    const { server, user } = wishes.account
    const key = { origin: server.origin, user }
    if (wishes.password) await careful.passwordTyped(key, wishes.password)
    const found = await account.password('gesture', wishes.password)
    if (!found.ok) return notSent(found)
    const credentials = { ...wishes.account, password: found.password }
    const value = wish === 'pause' ? 'PAUSE' : 'RESUME'
    return careful.ask(key, false, () => parts.agentApi.setPause(credentials, value))
  }

  function ended(wishes: Wishes, answer: Answer<unknown>, phase: PauseState['phase']): Result {
    const { server, user, agent } = wishes.account
    const finding: Finding | null = answer.ok
      ? null
      : {
          code: answer.code,
          facts: { server: server.origin, user, agent, ...answer.facts, ...aboutPause },
        }
    const result: Result = finding ? { ok: false, ...finding } : { ok: true }
    // Signed out or in as somebody else meanwhile: their page shows nothing of this.
    if (!isInUse(wishes)) return result
    change({ phase, finding, at: parts.clock.now(), reply: answer.reply })
    parts.accountChanged(finding?.code.startsWith('keychain-') ? finding : null)
    if (phase !== 'refused' || finding?.code === 'agent-not-logged-in') parts.sessionMayChange()
    return result
  }

  function isInUse(wishes: Wishes): boolean {
    return isSameAccount(account.current(), wishes.account)
  }

  function change(part: Partial<PauseState>): void {
    const { pause, session } = store.get()
    const { offer } = pauseAfterLook({ ...pause, ...part }, session)
    store.change({ pause: { ...pause, ...part, offer } })
  }

  return async ({ paused, password }: CommandPayload<'setPause'>): Promise<Result> => {
    const current = account.current()
    const refusal = account.hindrance() ?? (current ? notLoggedIn(store) : notSetUp)
    if (refusal || !current) return { ok: false, ...(refusal ?? notSetUp) }
    const last = paused ? 'pause' : 'resume'
    if (underWay && isSameAccount(underWay.wishes.account, current)) {
      const { wishes, end } = underWay
      wishes.last = last
      wishes.password = password ?? wishes.password
      return end
    }
    const wishes: Wishes = { account: current, last, password }
    const end = fulfil(wishes)
    underWay = { wishes, end }
    return end
  }
}

const aboutPause = { vicidialFunction: 'external_pause' }
const notSetUp: Finding = { code: 'not-set-up', facts: {} }

/** Without a session there is nothing to pause: the look at it says why. */
function notLoggedIn(store: StateStore): Finding | null {
  const { session, account } = store.get()
  if (session.kind === 'loggedIn') return null
  if (session.finding && session.kind !== 'loggedOut') return session.finding
  const agent = account.agent === null ? {} : { agent: account.agent }
  return { code: 'agent-not-logged-in', facts: { ...agent, ...aboutPause } }
}

function phaseOf(answer: Answer<unknown>): PauseState['phase'] {
  if (answer.ok) return 'set'
  const { code, written } = answer
  return written && (unknownOutcomeCodes as readonly Code[]).includes(code) ? 'unsure' : 'refused'
}

import * as v from 'valibot'
import { accountInUse, isSameAccount } from './account/account-in-use.ts'
import { openAccountRecords } from './account/account-record.ts'
import { createCarefulRequests } from './account/careful-requests.ts'
import { openSettings } from './account/settings.ts'
import { createSignIn } from './account/sign-in.ts'
import type { App, AppPorts } from './app-ports.ts'
import { createPauseCommand } from './app-pause.ts'
import { createSetPreferences } from './app-preferences.ts'
import { createRingCommand } from './app-ring.ts'
import {
  accountState,
  createStateStore,
  firstState,
  idleRing,
  talksToPracticeDialer,
} from './app-state.ts'
import { commandSchemas, ringCodes, type CommandName, type CommandPayload } from './contract.ts'
import type { Code, Finding, Result, SessionState } from './contract.ts'
import { links } from './links.ts'
import { idlePause, pauseAfterLook } from './pause-state.ts'
import { createConnectionAhead } from './ring/connection-ahead.ts'
import { openPressGuard } from './ring/press-guard.ts'
import { createRingOnce } from './ring/ring-once.ts'
import { lookAtSession, sessionState, settled, unknownSession } from './ring/session-look.ts'
import type { Look } from './ring/session-look.ts'
import { createWatch } from './ring/watch.ts'
import { createAgentApi } from './vicidial/agent-api.ts'

/** Joins the rooms into one state and one set of commands. Knows neither Electron nor a terminal. */
export async function openApp(ports: AppPorts): Promise<App> {
  const { clock, transport, keychain, folder } = ports
  const settings = await openSettings(folder)
  const records = openAccountRecords(folder, clock)
  const careful = createCarefulRequests(records)
  const agentApi = createAgentApi(transport)
  const account = accountInUse(settings, keychain, ports.given ?? null)
  const signIn = createSignIn({ agentApi, careful, keychain, settings })
  const guard = openPressGuard(folder, clock)
  const savePreferences = createSetPreferences({ settings, startAtLogin: ports.startAtLogin })
  const ringOnce = createRingOnce({ agentApi, careful, guard, records, clock })

  let lastProblem: Finding | null = null
  let popupOpen = false
  const accountParts = () => ({
    account,
    settings,
    records,
    found: signIn.found(),
    lastProblem,
    waitingForKeyring: keychain.waiting(),
  })
  const store = createStateStore(firstState(accountParts(), ports.about))
  const ahead = createConnectionAhead(transport, clock)

  function accountChanged(problem: Finding | null): void {
    lastProblem = problem
    const now = accountState(accountParts())
    const about = { ...store.get().about, practiceDialer: talksToPracticeDialer(now) }
    store.change({ account: now, about, preferences: settings.current.preferences })
  }
  const stopListening = keychain.onWaiting(() => {
    accountChanged(lastProblem)
  })

  const watch = createWatch({
    clock,
    random: ports.watch?.random ?? (() => 0),
    presence: ports.watch?.presence ?? { idleMs: () => 0, online: () => true },
    look: (callsInQueue) => look({ patience: 'background', callsInQueue }),
    armed: () => false,
    // Without a kept password each look would have to ask for it.
    mayLook: () =>
      ports.watch !== undefined &&
      (ports.given !== undefined || settings.current.account?.keepPassword === 'keychain') &&
      account.hindrance() === null,
  })
  const ring = createRingCommand({
    ringOnce,
    account,
    careful,
    store,
    clock,
    accountChanged,
    ended({ kind, code }) {
      if (kind === 'refused' && !(ringCodes as readonly Code[]).includes(code)) return
      watch.worksAgain()
      if (kind !== 'refused') watch.rang()
    },
  })

  const setPause = createPauseCommand({
    agentApi,
    account,
    careful,
    store,
    clock,
    accountChanged,
    sessionMayChange() {
      watch.worksAgain()
      watch.rang()
    },
  })

  async function look(how: Look): Promise<SessionState> {
    const parts = { agentApi, careful, account, clock }
    const about = account.current()
    const session = await lookAtSession(parts, how)
    // Signed out or in as somebody else meanwhile: this says nothing of the account in use.
    if (!isSameAccount(account.current(), about)) return session
    const seen = settled(store.get().session, session)
    store.change({ session: seen, pause: pauseAfterLook(store.get().pause, seen) })
    accountChanged(accountFinding(session.finding))
    return session
  }

  const commands: {
    [N in CommandName]: (payload: CommandPayload<N>, by: 'page' | 'other') => Promise<Result>
  } = {
    async ring(payload, by) {
      const { kind, code, facts } = await ring(payload, by)
      return kind === 'sent' ? { ok: true } : { ok: false, code, facts }
    },
    setPause: (payload) => setPause(payload),
    async answer({ press, rang }) {
      const { ring: now } = store.get()
      const current = account.current()
      if (now.press !== press || now.phase === 'asking' || !current) return { ok: true }
      const windowEndsAt = rang ? null : now.windowEndsAt
      store.change({ ring: { ...now, rang, windowEndsAt } })
      const { server, user, agent } = current
      if (rang) await guard.answered({ origin: server.origin, user, agent }, press)
      return { ok: true }
    },
    async lookAtSession() {
      const { finding, kind } = await look({ patience: 'gesture', callsInQueue: popupOpen })
      if (kind !== 'unknown') watch.worksAgain()
      return kind === 'unknown' && finding ? { ok: false, ...finding } : { ok: true }
    },
    async findServer(payload) {
      const result = await signIn.findServer(payload)
      accountChanged(null)
      return result
    },
    async signIn(payload) {
      const { result, session } = await signIn.signIn(payload)
      if (result.ok && session) {
        const seen = sessionState(session, clock.now())
        const pause = pauseAfterLook(idlePause, seen)
        store.change({ session: seen, ring: idleRing, pause })
      }
      accountChanged(null)
      if (result.ok) watch.begin()
      return result
    },
    async signOut() {
      const result = await signIn.signOut()
      watch.end()
      store.change({ session: unknownSession, ring: idleRing, pause: idlePause })
      accountChanged(null)
      return result
    },
    cancelKeychain() {
      keychain.cancel()
      return Promise.resolve({ ok: true })
    },
    async setPreferences(preferences) {
      const result = await savePreferences(preferences)
      accountChanged(lastProblem)
      return result
    },
    openLink({ id }) {
      ports.openAddress(links[id])
      return Promise.resolve({ ok: true })
    },
    quit() {
      ports.quit()
      return Promise.resolve({ ok: true })
    },
  }

  if (account.current()) watch.begin()

  return {
    state: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),
    ring: (payload, by) => ring(payload, by === 'page' ? 'page' : 'other'),
    lookAtSession: look,
    async command(name, payload, by) {
      const run = Object.hasOwn(commands, name) ? runChecked(commands, name, payload) : null
      return run ? run(by === 'page' ? 'page' : 'other') : badMessage
    },
    popupShown(shown) {
      popupOpen = shown
      watch.popupShown(shown)
      if (!shown) {
        signIn.turnedAway()
        accountChanged(lastProblem)
      }
      const current = account.current()
      if (!shown || !current || account.hindrance()) {
        ahead.stop()
        return
      }
      ahead.start(current.server)
    },
    away: (reason, gone) => {
      watch.away(reason, gone)
    },
    close() {
      stopListening()
      watch.end()
      ahead.stop()
      keychain.close()
      transport.close()
      return Promise.resolve()
    },
  }
}

const badMessage: Result = { ok: false, code: 'bad-message', facts: {} }

function runChecked<N extends CommandName>(
  commands: { [K in N]: (payload: CommandPayload<K>, by: 'page' | 'other') => Promise<Result> },
  name: N,
  payload: unknown,
): ((by: 'page' | 'other') => Promise<Result>) | null {
  // valibot takes a list for an object without keys.
  if (Array.isArray(payload)) return null
  const checked = v.safeParse(commandSchemas[name], payload)
  return checked.success ? (by) => commands[name](checked.output, by) : null
}

/** Only what a person has to put right about the account; a network that is away is no such thing. */
function accountFinding(finding: Finding | null): Finding | null {
  return finding?.code.startsWith('keychain-') ? finding : null
}

import type { App } from '../app-ports.ts'
import type { SessionState } from '../contract.ts'
import { maySoonBeOver } from '../ring/session-look.ts'
import type { ExitValue, Terminal } from './print.ts'
import { printStatus } from './ring-commands.ts'

/**
 * Prints the session each time it changes, at the watch's own pace, until the person stops it or
 * looking on is useless: a refused sign-in, a locked keychain, a function the account may not use.
 */
export function watchCommand(
  app: App,
  terminal: Terminal,
  stopped: Promise<void>,
): Promise<ExitValue> {
  const hindrance = app.state().account.signedIn ? null : 'not-set-up'
  return new Promise((done) => {
    let told = ''
    const end = (exit: ExitValue): void => {
      stop()
      done(exit)
    }
    const tell = (session: SessionState): void => {
      const { lookedAt, finding, ...rest } = session
      const code = finding?.code ?? null
      const now = JSON.stringify({ ...rest, code })
      if (lookedAt === null || now === told) return
      told = now
      printStatus(terminal, session)
      if (session.kind === 'notAvailable') end(1)
      else if (session.kind === 'unknown' && finding && !maySoonBeOver(finding.code)) end(1)
    }
    const stop = app.subscribe(({ session }) => {
      tell(session)
    })
    void stopped.then(() => {
      end(0)
    })
    if (hindrance !== null) {
      const finding = { code: hindrance, facts: {} } as const
      tell({ ...app.state().session, kind: 'unknown', finding, lookedAt: 0 })
    }
  })
}

import type { App } from '../app-ports.ts'
import type { Code, Finding, Result } from '../contract.ts'

/** What the page has to ask for before a press can work. */
const askedInThePage: readonly Code[] = ['not-set-up', 'signed-out', 'password-needed']

export interface Gesture {
  app: Pick<App, 'state' | 'command'>
  popup: { reveal(): void; visible(): boolean }
  notices: { tellRinging(): void; tellOutcome(finding: Finding): void }
}

/**
 * A press outside the page. From the tray icon the popup opens at once, to show that the press
 * arrived; from the menu it stays closed. A notice tells what went wrong and no page shows. Who
 * pressed by the `--ring` switch looks at neither: a notice tells the outcome, whatever it is.
 */
export async function ringFrom(by: 'tray' | 'menu' | 'switch', there: Gesture): Promise<void> {
  const { app, popup, notices } = there
  const outcome = app.command('ring', {}, by)
  if (by === 'tray') popup.reveal()
  const result = await outcome
  if (result.ok && by === 'switch') notices.tellRinging()
  tell(result, there, by === 'switch' ? null : () => app.state().ring.finding)
}

/** A pause or its end from the menu: the popup stays closed, and a notice tells what went wrong. */
export async function pauseFromMenu(paused: boolean, there: Gesture): Promise<void> {
  const result = await there.app.command('setPause', { paused }, 'menu')
  tell(result, there, () => there.app.state().pause.finding)
}

/** `drawn`: what the page shows of it by itself; null where a notice tells it all the same. */
function tell(
  result: Result,
  { popup, notices }: Gesture,
  drawn: (() => Finding | null) | null,
): void {
  if (result.ok) return
  const { code, facts } = result
  if (askedInThePage.includes(code)) popup.reveal()
  // The page draws what became of a press; one that was stopped on the way leaves nothing to draw.
  else if (!popup.visible() || drawn?.()?.code !== code) notices.tellOutcome({ code, facts })
}

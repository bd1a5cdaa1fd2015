import type { App } from '../app-ports.ts'
import type { Code, Finding } from '../contract.ts'

/** What the page has to ask for before a press can work. */
const askedInThePage: readonly Code[] = ['not-set-up', 'signed-out', 'password-needed']

export interface RingGesture {
  app: Pick<App, 'state' | 'command'>
  popup: { reveal(): void; visible(): boolean }
  notices: { tellRinging(): void; tellOutcome(finding: Finding): void }
}

/**
 * A press outside the page. From the tray icon the popup opens at once, to show that the press
 * arrived; from the menu it stays closed. A notice tells what went wrong and no page shows. Who
 * pressed by the `--ring` switch looks at neither: a notice tells the outcome, whatever it is.
 */
export async function ringFrom(
  by: 'tray' | 'menu' | 'switch',
  { app, popup, notices }: RingGesture,
): Promise<void> {
  const outcome = app.command('ring', {}, by)
  if (by === 'tray') popup.reveal()
  const result = await outcome
  if (result.ok) {
    if (by === 'switch') notices.tellRinging()
    return
  }
  const { code, facts } = result
  // The page draws what became of a press; one that was stopped on the way leaves nothing to draw.
  const drawn = popup.visible() && app.state().ring.finding?.code === code
  if (askedInThePage.includes(code)) popup.reveal()
  else if (by === 'switch' || !drawn) notices.tellOutcome({ code, facts })
}

import type { Clock } from '../clock.ts'
import type { AppState } from '../contract.ts'

/** Windows reports a blur right after show, while its shell still holds the focus. */
const falseBlurMs = 400
/** Pressing the tray icon takes the focus from the popup before the click on the icon arrives. */
const clickAfterBlurMs = 400
/** The promise to be a light guest: no page process a minute after the popup closed. */
const keptMs = 60_000

export interface PopupRules {
  shown(): void
  hidden(by: 'blur' | 'person'): void
  /** Whether losing the focus closes the popup now. */
  blurHides(state: AppState): boolean
  /** Whether a click on the tray icon opens the popup; not if that very click just closed it. */
  clickReveals(): boolean
}

/**
 * When the popup closes by itself and when its page is let go; `letGo` is called a minute after
 * the popup was hidden, unless it was shown again.
 */
export function createPopupRules(
  clock: Clock,
  platform: NodeJS.Platform,
  letGo: () => void,
): PopupRules {
  let shownAt = -Infinity
  let blurredAwayAt = -Infinity
  let cancelLetGo = () => {}

  return {
    shown() {
      shownAt = clock.now()
      blurredAwayAt = -Infinity
      cancelLetGo()
    },
    hidden(by) {
      if (by === 'blur') blurredAwayAt = clock.now()
      cancelLetGo()
      cancelLetGo = clock.after(keptMs, letGo)
    },
    blurHides(state) {
      if (platform === 'win32' && clock.now() - shownAt < falseBlurMs) return false
      return !staysOpen(state)
    },
    clickReveals() {
      const closedByThisClick = clock.now() - blurredAwayAt < clickAfterBlurMs
      blurredAwayAt = -Infinity
      return !closedByThisClick
    },
  }
}

/**
 * While the page waits for a password or an answer it stays: people switch to their password
 * manager, and the computer's own keyring question takes the focus.
 */
function staysOpen({ account, ring }: AppState): boolean {
  return (
    !account.signedIn ||
    account.waitingForKeyring ||
    ring.phase === 'asking' ||
    account.problem?.code === 'password-needed' ||
    ring.finding?.code === 'password-needed'
  )
}

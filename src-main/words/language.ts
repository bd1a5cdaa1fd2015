import type { Code } from '../contract.ts'
import type { Explain } from './explanation.ts'
import type { card } from './en/card.ts'
import type { demo } from './en/demo.ts'
import type { notices } from './en/notices.ts'
import type { page } from './en/page.ts'
import type { preferences } from './en/preferences.ts'
import type { session } from './en/session.ts'
import type { signInPage } from './en/sign-in-page.ts'
import type { terminal } from './en/terminal.ts'
import type { tray } from './en/tray.ts'

/**
 * All the words of one language. English is the shape: a label added there is asked of every other
 * language by the compiler, and so is a card for each code of the contract.
 */
export interface Language {
  /** The language's name in itself, such as `English`. */
  name: string
  /** For `<html lang>`, such as `en`. */
  tag: string
  explanations: Record<Code, Explain>
  /** The card after "Did your phone ring?" was answered with No. */
  silentPhone: Explain
  card: typeof card
  session: typeof session
  page: typeof page
  signInPage: typeof signInPage
  preferences: typeof preferences
  tray: typeof tray
  notices: typeof notices
  terminal: typeof terminal
  demo: typeof demo
}

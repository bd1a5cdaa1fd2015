import type { Language } from '../language.ts'
import { card } from './card.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'
import { local } from './local.ts'
import { networkBefore } from './network-before.ts'
import { networkTurnedAway } from './network-turned-away.ts'
import { networkUnsure } from './network-unsure.ts'
import { notices } from './notices.ts'
import { page } from './page.ts'
import { preferences } from './preferences.ts'
import { ring, silentPhone } from './ring.ts'
import { session } from './session.ts'
import { signIn } from './sign-in.ts'
import { signInPage } from './sign-in-page.ts'
import { terminal } from './terminal.ts'
import { tray } from './tray.ts'

export const en = {
  name: 'English',
  tag: 'en',
  explanations: {
    ...ring,
    ...signIn,
    ...line,
    ...networkBefore,
    ...networkTurnedAway,
    ...networkUnsure,
    ...local,
  },
  silentPhone,
  card,
  session,
  page,
  signInPage,
  preferences,
  tray,
  notices,
  terminal,
  demo,
} satisfies Language

import { quoted, seconds } from './phrases.ts'
import { session } from './session.ts'

/** The tray icon's tooltip and menu. Windows cuts a tooltip after 127 characters. */
export const tray = {
  tooltip: {
    notSetUp: 'Ring My Phone: not set up yet',
    signedOut: 'Ring My Phone: signed out',
    loggedIn: (status: string | null): string =>
      status ? `Ring My Phone: logged in, ${session.status(status)}` : 'Ring My Phone: logged in',
    loggedOut: 'Ring My Phone: not logged in to VICIdial',
    notAvailable: 'Ring My Phone: ready (status not available)',
    unknown: 'Ring My Phone: status not known',
    asking: 'Ring My Phone: asking VICIdial…',
    ringing: 'Ring My Phone: your phone should ring now',
    unsure: 'Ring My Phone: your phone may have been rung',
    /** With the title of the explanation. */
    problem: (title: string): string => `Ring My Phone: ${title}`,
    practice: 'Ring My Phone: practice dialer',
  },
  menu: {
    ring: 'Ring my phone',
    pause: 'Pause',
    resume: 'Resume',
    asking: 'Asking VICIdial…',
    ringing: (secondsLeft: number): string => `Ringing (${seconds(secondsLeft)} left)`,
    open: 'Open Ring My Phone',
    signIn: 'Sign in…',
    preferences: 'Preferences…',
    account: (user: string): string => `Signed in as ${quoted(user)}`,
    signOut: 'Sign out',
    quit: 'Quit',
  },
}

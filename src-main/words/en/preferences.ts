import type { AccountState, Preferences } from '../../contract.ts'

/** The preferences view. */
export const preferences = {
  heading: 'Preferences',
  account: {
    heading: 'Account',
    server: 'Server',
    apiVersion: 'VICIdial agent API',
    user: 'User',
    agent: 'Agent',
    password: 'Password',
    keeps: {
      keychain: 'Kept in this computer’s keychain',
      ask: 'Asked each time, not kept',
    } satisfies Record<AccountState['keepPassword'], string>,
    noPassword: 'None kept',
    change: 'Change user or password',
    signOut: 'Sign out',
    signOutHint: 'Your password is taken out of this computer’s keychain.',
  },
  trayClick: {
    legend: 'A click on the tray icon',
    choices: {
      open: 'opens this window',
      ring: 'rings my phone at once',
    } satisfies Record<Preferences['trayClick'], string>,
    linuxHint: 'On some Linux desktops a click always opens the menu.',
  },
  startAtLogin: {
    heading: 'When this computer starts',
    label: 'Start Ring My Phone when I log in to this computer',
    hint: 'It stays in the tray: no window opens.',
  },
  about: {
    heading: 'About',
    version: (version: string): string => `Ring My Phone ${version}`,
  },
  saved: 'Saved',
}

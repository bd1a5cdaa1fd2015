import type { Explanation } from '../explanation.ts'

/** What the practice run prints in the terminal. */
export const demo = {
  building: 'Building the app…',
  dialerRunning: (address: string): string =>
    `The practice dialer runs at ${address}. It rings no real phone.`,
  account: (user: string, password: string): string =>
    `Its agent is ${user}, with the password ${password}.`,
  controlDoor: (address: string): string =>
    `Change what happens by POST ${address}/scenario; GET ${address}/scenarios lists what there is.`,
  signedIn: (user: string): string => `The app is signed in to it as ${user}.`,
  howToPress: 'Click the phone icon in the tray, then press Ring my phone.',
  howToPressOnStandIn:
    'Press Ring my phone in the Chromium window. The stand-in has no icon in the tray.',
  howToPressUnseen:
    'There is no window to press in here. The command npm run demo -- --script presses for you.',
  whatIsShown: 'Each press and each answer of the dialer is printed below.',
  request: (name: string, signIn: string | null): string =>
    signIn === null ? `Asked: ${name}` : `Asked: ${name} (sign-in ${signIn})`,
  howToStop: 'Press Ctrl+C here to stop.',
  stopped: 'The practice run has ended.',

  noElectron:
    'Electron’s program is not on this computer. The same app runs on a stand-in in Chromium instead.',
  noBrowser: 'Chromium was not found on this computer, so only the terminal part runs.',
  noDisplay: 'There is no display, so Chromium runs unseen.',
  screenshot: (file: string): string => `A picture of the page was saved as ${file}`,

  story: {
    heading: 'A day with the practice dialer',
    scene: (number: number, count: number, title: string): string =>
      `${number} of ${count}: ${title}`,
    scenes: {
      ring: 'The agent is logged in and presses Ring my phone',
      answer: 'The phone rings and the agent answers',
      notLoggedIn: 'The agent has not logged in yet',
      noSessionData: 'The agent has a remote-agent record and no agent screen',
      entryEmpty: 'The session has no phone to ring',
      lockedOut: 'Too many refused sign-ins have locked the account',
    },
    press: 'The agent presses Ring my phone.',
    answered: (sessionId: string): string =>
      `The agent answers and is now in session ${sessionId}.`,
    /** An outcome as the agent reads it. */
    outcome: (explanation: Explanation): string[] => [
      explanation.title,
      explanation.happened,
      explanation.why,
      ...explanation.steps.map((step, index) => `${index + 1}. ${step}`),
      ...(explanation.where ? [`In VICIdial: ${explanation.where}`] : []),
    ],
    callsSeen: (count: number): string =>
      count === 1
        ? 'The dialer has got 1 request for a call.'
        : `The dialer has got ${count} requests for a call.`,
    asExpected: 'As it should be.',
    notAsExpected: (expected: string, got: string): string =>
      `Not as it should be: expected ${expected}, got ${got}.`,
    finished: (count: number): string =>
      `The story is told: ${count} of ${count} as they should be.`,
    unfinished: (good: number, count: number): string => `${good} of ${count} as they should be.`,
  },
}

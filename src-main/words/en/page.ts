import type { linkIds, RingState } from '../../contract.ts'
import { seconds } from './phrases.ts'

/** The popup's ring view, its footer and the questions it asks. */
export const page = {
  appName: 'Ring My Phone',
  loading: 'Opening…',
  practiceBanner: 'Practice dialer: no real phone rings.',
  unencryptedMark: 'Not encrypted',
  unencryptedHint: 'This server is used without encryption. Others on the network can read along.',
  lookAgain: 'Look again',

  ring: {
    button: 'Ring my phone',
    asking: 'Asking VICIdial…',
    phases: {
      idle: 'Ready to ring your phone',
      asking: 'Asking VICIdial to ring your phone',
      sent: 'VICIdial has queued a call to your phone',
      refused: 'Your phone was not rung',
      unsure: 'Your phone may have been rung',
    } satisfies Record<RingState['phase'], string>,
    /** While the ring window is open. */
    windowLeft: (secondsLeft: number): string =>
      secondsLeft > 0
        ? `Your phone should ring within ${seconds(secondsLeft)}.`
        : 'Your phone should have rung by now.',
    didItRing: 'Did your phone ring?',
    yes: 'Yes',
    no: 'No',
    rang: 'Good. You are in your session.',
  },

  /** Into a break and back. */
  pause: {
    pause: 'Pause',
    resume: 'Resume',
    asking: {
      pause: 'Asking VICIdial to pause you…',
      resume: 'Asking VICIdial to end your pause…',
    },
    set: {
      pause: 'VICIdial will pause you. If you are on a call, it does so after the call.',
      resume: 'VICIdial will end your pause. If you are on a call, it does so after the call.',
    },
    refused: {
      pause: 'VICIdial was not able to pause you',
      resume: 'VICIdial was not able to end your pause',
    },
    unsure: {
      pause: 'VICIdial may pause you all the same',
      resume: 'VICIdial may end your pause all the same',
    },
    passwordHint: 'It is used for this once and is not kept.',
  },

  /** Asked when a ring window is still open. */
  again: {
    question: 'Your phone may still be ringing. Ring again?',
    hint: 'Ringing again makes a second call.',
    confirm: 'Ring again',
    cancel: 'Wait',
  },

  duringCall: {
    question: 'You are on a call. Ringing would disturb it.',
    confirm: 'Ring all the same',
    cancel: 'Do not ring',
  },

  /** For "ask me each time", or when no password was found. */
  password: {
    question: 'Your VICIdial password',
    hint: 'It is used for this ring only and is not kept.',
    confirm: 'Ring my phone',
    cancel: 'Cancel',
  },

  keyring: {
    waiting: 'Your computer asks for its keyring password',
    hint: 'The keyring is where your computer keeps passwords. Unlock it there to go on.',
    cancel: 'Cancel',
  },

  footer: { preferences: 'Preferences', signOut: 'Sign out', back: 'Back', quit: 'Quit' },

  links: {
    'vicidial-agent-api': 'VICIdial’s own notes on the agent API',
    project: 'About Ring My Phone',
  } satisfies Record<(typeof linkIds)[number], string>,
}

import type { Explanation } from '../explanation.ts'

interface Notice {
  title: string
  body: string
}

/** What pops up beside the tray when the popup is closed. */
export const notices = {
  ringing: (): Notice => ({
    title: 'Ringing your phone…',
    body: 'Answer it, and you are in your session.',
  }),
  /** A refused or unsure press: what happened, and the first thing to do. */
  outcome: (explanation: Explanation): Notice => ({
    title: explanation.title,
    body: [explanation.happened, ...explanation.steps.slice(0, 1)].join(' '),
  }),
  why: 'Why?',
  stillRunning: (): Notice => ({
    title: 'Ring My Phone is still here',
    body: 'You find it in the tray. Its menu has Quit.',
  }),
}

import type { agentStatuses, SessionState } from '../../contract.ts'
import { minutes, quoted } from './phrases.ts'

const statuses: Record<(typeof agentStatuses)[number], string> = {
  READY: 'waiting for a call',
  QUEUE: 'a call is coming to you',
  INCALL: 'on a call',
  PAUSED: 'paused',
  CLOSER: 'waiting for an incoming call',
  MQUEUE: 'something from the queue is coming to you',
}

const kinds: Record<SessionState['kind'], string> = {
  loggedIn: 'Logged in to VICIdial',
  loggedOut: 'Not logged in to VICIdial',
  notAvailable: 'Status not available to this account',
  unknown: 'Status not known',
}

/** The agent session as an agent would say it. */
export const session = {
  kinds,
  kindHints: {
    loggedIn: 'Your phone can be rung.',
    loggedOut: 'Log in to the agent screen first. Then your phone can be rung.',
    notAvailable:
      'Ringing works all the same. To see the status here, ask your supervisor to add recording to API Allowed Functions of your user.',
    unknown: 'VICIdial has not told us yet.',
  } satisfies Record<SessionState['kind'], string>,
  /** A VICIdial status in a few words; a status we have never seen is shown as it is. */
  status(status: string): string {
    return Object.hasOwn(statuses, status)
      ? statuses[status as keyof typeof statuses]
      : `VICIdial calls it ${quoted(status, 20)}`
  },
  sessionId: (id: string): string => `Session ${quoted(id, 20)}`,
  callsInQueue(count: number): string {
    if (count === 0) return 'No calls waiting'
    return count === 1 ? '1 call waiting' : `${count} calls waiting`
  },
  /** How old the status is, from whole minutes. */
  seen: (minutesAgo: number): string =>
    minutesAgo < 1 ? 'Seen just now' : `Seen ${minutes(minutesAgo)} ago`,
}

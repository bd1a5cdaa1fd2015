import type { Facts, RingCode } from '../../contract.ts'
import type { Explain, Explanation } from '../explanation.ts'
import { fields } from './fields.ts'
import { quoted, seconds, theAgent } from './phrases.ts'
import { session } from './session.ts'

export const ring = {
  sent: () => ({
    title: 'Ringing your phone',
    happened: 'VICIdial has queued a call to your phone.',
    why: 'This says nothing yet on whether the phone rings. To VICIdial, a phone that is switched off looks just the same.',
    steps: [
      'Answer your phone when it rings. You are then in your session.',
      'If it stays silent for 30 seconds, check that it is switched on and connected.',
    ],
    who: 'you',
    where: null,
  }),

  'agent-not-logged-in': (facts) => ({
    title: 'Not logged in to VICIdial yet',
    happened: isPause(facts)
      ? `VICIdial has no session for ${theAgent(facts)}, so there is nothing to pause or to end.`
      : `VICIdial has no session for ${theAgent(facts)}, so there was nothing to ring.`,
    why: isPause(facts)
      ? 'VICIdial can pause you only while you are logged in to its agent screen, the web page where you take calls.'
      : 'VICIdial rings your phone only while you are logged in to its agent screen, the web page where you take calls.',
    steps: [
      'Log in to the agent screen in your web browser.',
      isPause(facts) ? 'Then try again.' : 'Then press Ring my phone again.',
      'If you are logged in there, check that the agent in this app is the user you log in with.',
    ],
    who: 'you',
    where: null,
  }),

  'no-session-data': (facts) => ({
    title: 'No agent screen found for you',
    happened: `VICIdial lists ${theAgent(facts)}, but has no agent screen session to ring. It rang nothing.`,
    why: 'Either your session is broken, or you have a remote-agent record. That is a setting which sends your calls to an outside number. It has no session.',
    steps: [
      'If you use the agent screen: log out, log in again, then press Ring my phone.',
      'If you never use it, just wait for calls. The record brings them to your number without this app.',
      `If you are not sure, ask your supervisor to look for ${theAgent(facts)} under Remote Agents in VICIdial.`,
    ],
    who: 'you',
    where: null,
  }),

  'phone-entry-empty': () => ({
    title: 'Your session has no phone to ring',
    happened:
      'You are logged in, but VICIdial has no phone noted for your session. It rang nothing.',
    why: 'The phone login may not have matched your phone. Or it is set up for an on-hook agent, someone whose phone VICIdial rings for each call. This app cannot ring it.',
    steps: [
      'Log out of the agent screen. Log in again with your own phone login, then press Ring my phone.',
      'If that does not help, ask your supervisor to set On-Hook Agent to N for your phone.',
      'If you are meant to be an on-hook agent, just wait. Your phone rings for each call.',
    ],
    who: 'supervisor',
    where: fields.onHookAgent,
  }),

  'already-ringing': (facts) => ({
    title: 'Your phone may still be ringing',
    happened: 'VICIdial was asked for a call a moment ago, so the app did not ask again.',
    why: 'Each press makes a new call, and two calls at once get in each other’s way.',
    steps: [
      'If your phone rings, answer it.',
      facts.secondsLeft
        ? `If it stays silent, press again in ${seconds(facts.secondsLeft)}.`
        : 'If it stays silent, press again in half a minute.',
    ],
    who: 'you',
    where: null,
  }),

  'on-a-call': (facts) => ({
    title: 'You are on a call',
    happened: `${callStatus(facts)} The app did not ring your phone.`,
    why: 'Ringing now would disturb the call.',
    steps: ['Finish the call first. Then press Ring my phone if you still need it.'],
    who: 'you',
    where: null,
  }),

  'bad-request': (facts) => ({
    title: 'VICIdial could not use the request',
    happened: isPause(facts)
      ? 'VICIdial did not accept the way the app asked for a pause. It changed nothing.'
      : 'VICIdial did not accept the way the app asked for a call. It rang nothing.',
    why: 'The app and this version of VICIdial do not understand each other. It is not about your user, password or phone.',
    steps: [
      isPause(facts)
        ? 'Pause and resume on the agent screen instead.'
        : 'Log out of the agent screen and log in again. VICIdial mostly rings your phone then.',
      'Show this message and the version of the app to your IT support.',
    ],
    who: 'it',
    where: null,
  }),

  'no-user-found': (facts) => ({
    title: 'VICIdial does not know this agent',
    happened: `VICIdial has no user named ${facts.agent ? quoted(facts.agent) : 'like the agent in this app'}. ${isPause(facts) ? 'It changed nothing.' : 'It rang nothing.'}`,
    why: 'The agent in this app must be the same as the user you log in with on the agent screen.',
    steps: [
      'Compare the agent in this app with the user on your agent screen.',
      'If they are the same, ask your supervisor whether this user is still there.',
    ],
    who: 'you',
    where: null,
  }),
} satisfies Record<RingCode, Explain>

function isPause({ vicidialFunction }: Facts): boolean {
  return vicidialFunction === 'external_pause'
}

function callStatus(facts: Facts): string {
  if (!facts.status) return 'VICIdial shows you on a call, or one is on its way to you.'
  return `VICIdial shows you as ${quoted(facts.status, 20)}: ${session.status(facts.status)}.`
}

/** The call was queued, and the person says that the phone did not ring. */
export function silentPhone(_facts: Facts): Explanation {
  return {
    title: 'Your phone did not ring',
    happened: 'VICIdial queued the call, but your phone stayed silent. VICIdial cannot see why.',
    why: 'The phone may be off, muted or not connected. Or it is set as on-hook: an on-hook agent’s phone is rung by VICIdial for each call, and this app cannot ring it.',
    steps: [
      'Check that your phone is switched on, connected, and not muted or on Do Not Disturb.',
      'Log out of the agent screen. Log in again with your own phone login, then press Ring my phone.',
      'If it stays silent, ask your supervisor to check your phone’s number in VICIdial.',
      'Ask also whether On-Hook Agent is set to N for your phone.',
    ],
    who: 'supervisor',
    where: fields.onHookAgent,
  }
}

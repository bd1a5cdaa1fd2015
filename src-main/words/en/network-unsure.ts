import type { Facts, unknownOutcomeCodes } from '../../contract.ts'
import type { Explain } from '../explanation.ts'
import { fields } from './fields.ts'

/** The request was sent, and what became of it is not known. The app never repeats it by itself. */
export const networkUnsure = {
  'reply-timeout': (facts) => ({
    title: 'VICIdial has not answered in time',
    happened: `The request was sent, but no answer came in ten seconds. ${outcome(facts)}`,
    why: `VICIdial may be very busy. ${notRepeated(facts)}`,
    steps: [next(facts), 'If it happens often, tell your IT support that VICIdial answers slowly.'],
    who: 'you',
    where: null,
  }),

  'connection-lost': (facts) => ({
    title: 'The connection broke off',
    happened: `The connection ended before VICIdial’s answer came. ${outcome(facts)}`,
    why: `Wi-Fi and mobile connections break off at times. ${notRepeated(facts)}`,
    steps: [next(facts), 'If it happens often, try a cable or a place nearer to the Wi-Fi router.'],
    who: 'you',
    where: null,
  }),

  'server-error': (facts) => ({
    title: 'VICIdial’s server is in trouble',
    happened: `The server answered that something inside it does not work. ${outcome(facts)}`,
    why: `Often its database is not running. ${notRepeated(facts)}`,
    steps: [
      next(facts),
      `If it goes on, tell your IT support: the web server answers ${facts.httpStatus ?? 'with a 5xx status'}; check VICIdial’s database.`,
    ],
    who: 'it',
    where: null,
  }),

  'reply-too-large': (facts) => ({
    title: 'The answer was far too long',
    happened: `The answer was much longer than any of VICIdial’s. ${outcome(facts)}`,
    why: `Another website may have answered in VICIdial’s place. ${notRepeated(facts)}`,
    steps: [
      next(facts),
      'If it happens again, compare the server’s address with that of your agent screen.',
    ],
    who: 'it',
    where: null,
  }),

  'empty-reply': (facts) => ({
    title: 'VICIdial sent an empty answer',
    happened: `The server took the request, but its answer was empty. ${outcome(facts)}`,
    why: `An older VICIdial answers so when it does not know a request. ${notRepeated(facts)}`,
    steps: [
      next(facts),
      'If it happens each time, ask your IT support whether VICIdial can be updated.',
    ],
    who: 'it',
    where: null,
  }),

  'not-vicidial': (facts) => ({
    title: 'That was not VICIdial answering',
    happened: `What came back is not an answer VICIdial would give. ${outcome(facts)}`,
    why: `A Wi-Fi login page or another website may have answered. ${notRepeated(facts)}`,
    steps: [
      'If you are on hotel or guest Wi-Fi, open a web page and log in to that Wi-Fi first.',
      next(facts),
      'If it happens again, compare the server’s address with that of your agent screen.',
    ],
    who: 'you',
    where: null,
  }),

  'unrecognised-reply': (facts) => ({
    title: 'An answer the app cannot read',
    happened: `VICIdial answered in words the app does not know. ${outcome(facts)}`,
    why: `It may be a yes or a no in another language, or from a newer VICIdial. ${notRepeated(facts)}`,
    steps: [
      next(facts),
      'If it happens each time, ask your supervisor to set your Selected Language to default English.',
    ],
    who: 'supervisor',
    where: fields.selectedLanguage,
  }),
} satisfies Record<(typeof unknownOutcomeCodes)[number], Explain>

/** What may hang on the request. Without the function's name the words must fit all of them. */
type Stake = 'ring' | 'pause' | 'change' | 'look' | 'any'

function stakeOf({ vicidialFunction }: Facts): Stake {
  if (!vicidialFunction) return 'any'
  if (vicidialFunction === 'call_agent') return 'ring'
  if (vicidialFunction === 'external_pause') return 'pause'
  return vicidialFunction === 'update_remote_agent' ? 'change' : 'look'
}

function outcome(facts: Facts): string {
  const outcomes: Record<Stake, string> = {
    ring: 'VICIdial may have rung your phone all the same.',
    pause: 'VICIdial may act on your wish all the same.',
    change: 'VICIdial may have changed your line all the same.',
    look: 'The app only asked; it rang and changed nothing.',
    any: 'VICIdial may have got it all the same.',
  }
  return outcomes[stakeOf(facts)]
}

function notRepeated(facts: Facts): string {
  const reasons: Record<Stake, string> = {
    ring: 'The app did not ask again: that could have made a second call.',
    pause: 'The app did not ask again by itself.',
    change: 'The app did not ask again by itself.',
    look: 'Your phone and your session are not affected.',
    any: 'The app did not repeat the request, so that nothing happens twice.',
  }
  return reasons[stakeOf(facts)]
}

function next(facts: Facts): string {
  const steps: Record<Stake, string> = {
    ring: 'Wait for your phone. If it does not ring within 30 seconds, press again.',
    pause: 'Look at your status in the app or on your agent screen. If it stays, press again.',
    change: 'Wait a minute and see whether calls start or stop. If not, make the change again.',
    look: 'Wait a moment and try again.',
    any: 'If you asked for a ring, wait for it. If your phone does not ring within 30 seconds, press again.',
  }
  return steps[stakeOf(facts)]
}

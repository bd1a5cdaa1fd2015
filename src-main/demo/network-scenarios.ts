import type { Faults } from './faults.ts'
import type { Scenario } from './scenario.ts'
import type { ScenarioOptions } from './scenario-options.ts'

/** What goes wrong between the app and VICIdial's answer. */
export const networkScenarios = {
  'database-down': fault('HTTP 500 with an empty body.', () => ({ instead: 'database-down' })),
  moved: fault('HTTP 301 to another address (to: which).', ({ to }) => ({
    instead: 'moved',
    ...(to === undefined ? {} : { movedTo: to }),
  })),
  forbidden: fault('HTTP 403 with a page of HTML.', () => ({ instead: 'forbidden' })),
  'not-found': fault('HTTP 404 with a page of HTML.', () => ({ instead: 'not-found' })),
  'bad-gateway': fault('HTTP 502 with a page of HTML.', () => ({ instead: 'bad-gateway' })),
  'login-page': fault('A sign-in page of HTML instead of every answer, status 200.', () => ({
    instead: 'login-page',
  })),
  rubbish: fault('1 MiB of rubbish, status 200.', () => ({ instead: 'rubbish' })),
  'php-warning': fault('A PHP warning before each reply.', () => ({ phpWarning: true })),
  'byte-order-mark': fault('A byte-order mark before each reply.', () => ({ byteOrderMark: true })),
  slow: fault('Answers come late (ms: 3000 unless told).', ({ ms = 3000 }) => ({ delayMs: ms })),
  hang: fault('Requests are acted on and never answered.', () => ({ hang: true })),
  'close-before-request': fault('Connections close before anything is read.', () => ({
    close: 'before-request',
  })),
  'close-after-request': fault('Requests are acted on, then the connection closes.', () => ({
    close: 'after-request',
  })),
  'half-reply': fault('The connection closes in the middle of each reply.', () => ({
    close: 'half-reply',
  })),
  'keep-alive': fault(
    'The Keep-Alive hint names other seconds (seconds: null for no hint).',
    (o) => ({
      keepAliveSeconds: o.seconds ?? null,
    }),
  ),
} satisfies Record<string, Scenario>

function fault(about: string, changes: (options: ScenarioOptions) => Partial<Faults>): Scenario {
  return {
    about,
    play({ faults }, options) {
      const { closeWith, onlyFunctions, times } = options
      Object.assign(faults, changes(options))
      if (closeWith) faults.closeWith = closeWith
      if (onlyFunctions) faults.onlyFunctions = onlyFunctions
      if (times !== undefined) faults.times = times
    },
  }
}

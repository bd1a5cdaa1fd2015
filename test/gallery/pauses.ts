import type { PauseState } from '../../src-main/contract.ts'
import { state } from '../unit/page/states.ts'
import type { Picture } from './picture.ts'

const ready = { status: 'READY' }
const set = { phase: 'set', wish: 'pause', offer: 'resume', at: 1 } as const
const facts = { agent: '1000', vicidialFunction: 'external_pause' }
const ended = (phase: 'refused' | 'unsure', code: NonNullable<PauseState['finding']>['code']) =>
  state({
    session: ready,
    pause: { phase, wish: 'pause', finding: { code, facts }, at: 1 },
  })

/** Into a break and back. */
export const pauses: Picture[] = [
  {
    name: 'pause-focused',
    state: () => state({ session: ready }),
    steps: [{ press: 'Tab' }],
    focus: 'Pause',
  },
  {
    name: 'pause-asking',
    state: () => state({ session: ready, pause: { ...set, phase: 'asking' } }),
  },
  {
    name: 'pause-waits-for-the-call',
    state: () => state({ session: { status: 'INCALL', callsInQueue: 12 }, pause: set }),
    everyLook: true,
  },
  {
    name: 'pause-resuming',
    state: () => state({ pause: { ...set, wish: 'resume', offer: 'pause' } }),
  },
  { name: 'pause-refused', state: () => ended('refused', 'function-not-allowed') },
  { name: 'pause-unsure', state: () => ended('unsure', 'reply-timeout') },
  {
    name: 'pause-password',
    state: () => state({ account: { keepPassword: 'ask' }, session: ready }),
    answers: { setPause: { ok: false, code: 'password-needed', facts: {} } },
    steps: [{ click: 'Pause' }],
  },
]

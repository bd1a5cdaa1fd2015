import type { Facts } from '../../../src-main/contract.ts'

/** Every fact at once, with the longest values that are usual. */
export const fullFacts = {
  server: 'https://dialer.example.com:8443/vicidial',
  user: 'agent.smith-1000',
  agent: '1000',
  secondsLeft: 12,
  refusals: 3,
  minutesLeft: 13,
  droppedCharacters: '@# ',
  newAddress: 'https://new-dialer.example.com/agc/api.php',
  httpStatus: 503,
  vicidialFunction: 'call_agent',
  status: 'INCALL',
} satisfies Required<Facts>

/** The functions the app asks VICIdial for, each of which may be what an answer is about. */
export const vicidialFunctions = [
  'call_agent',
  'recording',
  'calls_in_queue_count',
  'external_pause',
  'version',
  'update_remote_agent',
  'agent_status',
]

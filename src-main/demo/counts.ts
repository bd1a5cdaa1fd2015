import type { SignInState } from './sign-in-state.ts'

export type DoorName = 'agent' | 'non-agent' | 'none'

/** One request as it arrived, its password left out. */
export interface ReceivedRequest {
  /** ms since 1970. */
  at: number
  method: string
  path: string
  /** `none` for an address where no API lives. */
  door: DoorName
  function: string
  /** As sent, before cleaning. */
  params: Record<string, string>
  passwordInUrl: boolean
  /** What became of the sign-in; null where none was tried. */
  signIn: SignInState | null
}

/** What tests and benchmarks want to know of the traffic so far. */
export interface Counts {
  /** Calls queued, by agent: call_agent with value CALL, accepted. */
  calls: Record<string, number>
  /** Requests read, by door and function. */
  requests: Record<DoorName, Record<string, number>>
  /** Sign-ins refused as BAD, by user: those that count towards a lock-out. */
  failedSignIns: Record<string, number>
  /** TCP connections accepted. */
  connections: number
  /** The latest requests, oldest first, `receivedLimit` at most. */
  received: ReceivedRequest[]
  /** True once any request carried a password in its URL. */
  passwordInUrl: boolean
}

export const receivedLimit = 10_000

export function noCounts(): Counts {
  return {
    calls: {},
    requests: { agent: {}, 'non-agent': {}, none: {} },
    failedSignIns: {},
    connections: 0,
    received: [],
    passwordInUrl: false,
  }
}

export function countUp(numbers: Record<string, number>, key: string): void {
  numbers[key] = (Object.hasOwn(numbers, key) ? (numbers[key] ?? 0) : 0) + 1
}

export function countRequest(counts: Counts, request: ReceivedRequest): void {
  countUp(counts.requests[request.door], request.function)
  counts.passwordInUrl ||= request.passwordInUrl
  counts.received.push(request)
  if (counts.received.length > receivedLimit) counts.received.shift()
}

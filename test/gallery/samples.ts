import type { AppState } from '../../src-main/contract.ts'
import { state } from '../unit/page/states.ts'
import type { Step } from './picture.ts'

export const noServer = { server: null, apiVersion: null, user: null, agent: null, signedIn: false }
export const found = { user: null, agent: null, signedIn: false, hasPassword: false }
export const http = 'http://dialer.example.com'
export const typedServer: Step[] = [
  { fill: 'Server address', with: 'dialer.example.com' },
  { click: 'Find VICIdial' },
]
export const typedAccount: Step[] = [
  { fill: 'User', with: '1000' },
  { fill: 'Password', with: 'practice-1' },
  { click: 'Sign in' },
]

export const sent = (now: number, left: number) =>
  ({
    phase: 'sent',
    press: 4,
    finding: { code: 'sent', facts: {} },
    at: now - 30_000 + left,
    windowEndsAt: now + left,
    elapsedMs: 240,
  }) as const

export const refused = (
  code: NonNullable<AppState['ring']['finding']>['code'],
  facts: NonNullable<AppState['ring']['finding']>['facts'],
  reply: string | null,
) => state({ ring: { phase: 'refused', press: 5, finding: { code, facts }, reply } })

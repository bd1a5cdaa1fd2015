import type { SignInCode } from '../contract.ts'

const byState: ReadonlyMap<string | undefined, SignInCode> = new Map([
  ['BAD', 'wrong-password'],
  ['LOCK', 'account-locked'],
  ['IPBLOCK', 'ip-blocked'],
  ['ERRSERVERS', 'no-active-servers'],
  ['ERRAGENTS', 'agent-limit'],
])

/**
 * Reads VICIdial's refusal of a sign-in from its `|` fields, which stay the same in every language:
 * `…|user|pass|A|B|STATE…` (agent API; A = sign-in accepted, B = Agent API Access),
 * `…|user|pass|STATE|` and `…|user|LOCK|` (non-agent API).
 * Null where the line is something else.
 */
export function readSignInRefusal(line: string): SignInCode | null {
  const fields = line.split('|')
  const [accepted, access, state] = fields.slice(3, 6)
  if (fields.length >= 6 && /^[01]$/.test(accepted ?? '') && /^[01]$/.test(access ?? '')) {
    if (state === 'GOOD' && access === '0') return 'api-access-off'
    // An unknown state counts as the one that stops all further sign-ins.
    return byState.get(state) ?? 'wrong-password'
  }
  if (fields.length === 5) return byState.get(fields[3]) ?? null
  if (fields.length === 4 && fields[2] === 'LOCK') return 'account-locked'
  return null
}

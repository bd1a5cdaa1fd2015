import type { AccountState } from '../../src-main/contract.ts'

export type View = 'server' | 'signIn' | 'ring' | 'preferences'

/**
 * Which view the page shows: where the person wants to be, as far as the account allows it.
 * `wanted` is null at home, which is the ring view once signed in.
 */
export function viewFor(account: AccountState, wanted: View | null): View {
  if (wanted === 'preferences') return 'preferences'
  if (account.server === null || wanted === 'server') return 'server'
  if (!account.signedIn || wanted === 'signIn') return 'signIn'
  return 'ring'
}

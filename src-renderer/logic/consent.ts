import type { Finding } from '../../src-main/contract.ts'

/**
 * The address to look at once the person has agreed to go without encryption. What they typed may
 * carry a folder and is kept where it says `http:` itself; else VICIdial was found there unasked.
 */
export function addressAgreedTo(typed: string, refusal: Finding): string {
  if (/^\s*http:/i.test(typed)) return typed
  return refusal.facts.server ?? typed
}

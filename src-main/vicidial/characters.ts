/**
 * VICIdial silently removes every other character from what it is sent (measured: agent API
 * 2.14-81), so a password that holds one can never match through the API.
 * Written as the inside of a regular expression's `[…]`.
 */
export const acceptedCharacters = {
  user: 'A-Za-z0-9_-',
  password: 'A-Za-z0-9.+/=_-',
} as const

/** The characters of `text` that VICIdial would drop, each named once; empty when it keeps all. */
export function droppedCharacters(text: string, field: keyof typeof acceptedCharacters): string {
  const kept = new RegExp(`[${acceptedCharacters[field]}]`, 'u')
  return [...new Set(text)].filter((character) => !kept.test(character)).join('')
}

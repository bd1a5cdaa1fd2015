/**
 * The characters of `text` that VICIdial would silently remove, each once, in their order.
 * `accepted` is the inside of a regular expression's `[…]`, as `AppState.acceptedCharacters` has it.
 */
export function droppedCharacters(text: string, accepted: string): string {
  const kept = new RegExp(`[${accepted}]`, 'u')
  return [...new Set(text)].filter((character) => !kept.test(character)).join('')
}

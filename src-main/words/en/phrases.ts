import type { Facts } from '../../contract.ts'

/** `1 second`, `12 seconds`; parts of a second count as a whole one, and so does none. */
export function seconds(count: number): string {
  return counted(Math.max(1, Math.ceil(count)), 'second')
}

/** `1 minute`, `12 minutes`; parts of a minute count as a whole one, and so does none. */
export function minutes(count: number): string {
  return counted(Math.max(1, Math.ceil(count)), 'minute')
}

/** `once`, `twice`, `3 times`. */
export function times(count: number): string {
  if (count === 1) return 'once'
  return count === 2 ? 'twice' : `${count} times`
}

function counted(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/**
 * A name or address that came from outside, fit for a sentence: no line breaks or hidden
 * characters that could rearrange the text around it, and no longer than `most` characters.
 */
export function quoted(text: string, most = 40): string {
  const visible = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim()
  const characters = [...visible]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : visible
}

/** `agent 1000`, or `you` where the agent is not known. */
export function theAgent(facts: Facts): string {
  return facts.agent ? `agent ${quoted(facts.agent)}` : 'you'
}

/** `user 1000`, or `your user` where the name is not known. */
export function theUser(facts: Facts): string {
  return facts.user ? `user ${quoted(facts.user)}` : 'your user'
}

/** `https://dialer.example.com`, or `otherwise` where the address is not known. */
export function theServer(facts: Facts, otherwise = 'the server'): string {
  return facts.server ? quoted(facts.server) : otherwise
}

/** `@ # and spaces`: each character once, eight at most, those that cannot be seen by name. */
export function characterList(characters: string): string {
  const each = [...new Set(characters)]
  const spaces = each.filter(isSpace)
  const hidden = each.filter((character) => !isSpace(character) && isHidden(character))
  const visible = each.filter((character) => !isSpace(character) && !isHidden(character))
  return listed([
    ...(visible.length > 0 ? [visible.slice(0, 8).join(' ')] : []),
    ...(spaces.length > 0 ? ['spaces'] : []),
    ...(hidden.length > 0 ? ['characters that cannot be seen'] : []),
    ...(visible.length > 8 ? ['others'] : []),
  ])
}

function isSpace(character: string): boolean {
  return /\s/u.test(character)
}

function isHidden(character: string): boolean {
  return /\p{C}|\p{M}/u.test(character)
}

/**
 * What may count as a success and what as a leak, judged without a line of the code that is tested.
 */

function linesIn(body: string): string[] {
  const found: string[] = []
  for (const piece of body.split('\n').flatMap((part) => part.split('\r'))) {
    let line = piece.trim()
    while (line.startsWith('\uFEFF')) line = line.slice(1)
    while (line.startsWith('\u00EF\u00BB\u00BF')) line = line.slice(3)
    for (const end of ['<br />', '<br/>', '<br>']) {
      if (line.endsWith(end)) line = line.slice(0, -end.length)
    }
    found.push(line.trim())
  }
  return found
}

const idCharacters = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')

/** VICIdial's own success line for call_agent, about anybody. */
export function hasSuccessLine(body: string): boolean {
  const start = 'SUCCESS: call_agent function sent -'
  return linesIn(body).some((line) => {
    if (!line.startsWith(start)) return false
    const rest = line.slice(start.length)
    return rest === '' || (rest[0] === ' ' && [...rest.slice(1)].every((c) => idCharacters.has(c)))
  })
}

const phpWords = ['warning', 'notice', 'deprecated', 'standards', ' error']
const tags = ['<html', '<!doctype', '<head', '<body', '<title', '<script', '<form']

/** A line `WORD: … call_agent … - id` without fields, its word without ERROR and the learned one. */
export function hasTranslatedSuccess(
  body: string,
  { user, agent }: { user: string; agent: string },
  errorWord: string,
): boolean {
  const small = body.toLowerCase()
  if (errorWord === '' || tags.some((tag) => small.includes(tag))) return false
  return linesIn(body).some((line) => {
    const colon = line.indexOf(': ')
    const dash = line.lastIndexOf(' - ')
    if (colon < 1 || dash < colon) return false
    const word = line.slice(0, colon)
    const words = line.slice(colon + 2, dash).split(/\s/)
    return (
      !word.includes('ERROR') &&
      !word.includes(errorWord) &&
      !phpWords.some((php) => word.toLowerCase().endsWith(php)) &&
      ![...line].some((c) => c === '|' || c === '<' || c === '>') &&
      words.includes('call_agent') &&
      [user, agent].includes(line.slice(dash + 3))
    )
  })
}

/** Every text inside a value, wherever it stands. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)])
}

/** Whether a text gives the secret away, as it is or URL-, HTML- or JSON-encoded. */
export function givesAway(text: string, secret: string): boolean {
  const decoded = text.replace(
    /%([0-9a-f]{2})|&#0*(\d{1,6});|&#x0*([0-9a-f]{1,5});|\\\//gi,
    (_, percent?: string, decimal?: string, hex?: string) => {
      if (percent ?? hex) return String.fromCharCode(parseInt(percent ?? hex ?? '', 16))
      return decimal ? String.fromCharCode(Number(decimal)) : '/'
    },
  )
  return text.includes(secret) || decoded.includes(secret)
}

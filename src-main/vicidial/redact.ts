const hidden = '[hidden]'
/** More than any VICIdial reply the app asks for; what is kept of a strange one. */
const keptLength = 2_000

const states = 'GOOD|BAD|LOCK|IPBLOCK|ERRSERVERS|ERRAGENTS'

/**
 * Takes out of a server's text what must not leave this room: the password, which VICIdial repeats
 * in clear when it refuses a sign-in, the SQL statement it prints after the state, and a
 * recording's file name, which holds a customer's number.
 *
 * By position for the shapes VICIdial prints, and by value, plain and URL- or HTML-encoded, for any
 * other. A password equal to the user or the agent is no secret that a value could tell apart.
 */
export function redact(
  text: string,
  { user, agent, password }: { user: string; agent: string; password: string },
): string {
  let shown = text
    // …|user|pass|A|B|STATE|… of the agent API, …|user|pass|STATE|… of the other.
    .replace(
      new RegExp(`(\\|[^|\\n]*\\|)[^|\\n]*((?:\\|[01]\\|[01])?\\|(?:${states})\\b)[^\\n]*`, 'g'),
      `$1${hidden}$2|`,
    )
    // …|id|file|server|start|server|session|STATUS of `recording STATUS`.
    .replace(
      /\|[^|\n]*\|[^|\n]+\|[^|\n]*\|[^|\n]*(\|[^|\n]*\|\d+\|[A-Z]+\s*)$/gm,
      `|${hidden}|${hidden}||$1`,
    )
    .replace(/\bpass(word)?\s*=\s*'[^'\n]*'?/gi, `pass='${hidden}'`)
  if (password !== '' && password !== user && password !== agent) {
    shown = shown.replace(anySpelling(password), hidden)
  }
  return shown.slice(0, keptLength)
}

/** The secret as it is, URL-encoded, HTML-encoded or JSON-escaped, letter by letter. */
function anySpelling(secret: string): RegExp {
  const letters = [...secret].map((letter) => {
    const code = letter.codePointAt(0) ?? 0
    const bytes = [...new TextEncoder().encode(letter)]
    return [
      letter.replace(/[^\p{L}\p{N}]/u, '\\$&'),
      ...(letter === '/' ? ['\\\\/'] : []),
      bytes.map((byte) => `%${inEitherCase(byte.toString(16).padStart(2, '0'))}`).join(''),
      `&#0*${code};`,
      `&#[xX]0*${inEitherCase(code.toString(16))};`,
    ]
  })
  return new RegExp(letters.map((spellings) => `(?:${spellings.join('|')})`).join(''), 'gu')
}

function inEitherCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}

/** Made of characters that no password sent to VICIdial can hold, so it never repeats one. */
const hidden = '[***]'
/** More than any VICIdial reply the app asks for; what is kept of a strange one. */
const keptLength = 2_000
/** How much of a text PHP shows in the stack of a failure; dots follow. */
const phpShows = 15

/** What must not leave this room, by the shapes that VICIdial and its database print. */
const places: readonly (readonly [RegExp, string])[] = [
  // …|user|pass|A|B|STATE|… of the agent API, with an SQL statement behind it, and
  // …|user|pass|STATE|… of the other.
  [
    /(\|[^|\n]*\|)[^|\n]*(\|(?:[01]\|[01]\|[A-Z]{0,20}|(?:GOOD|BAD|LOCK|IPBLOCK|ERRSERVERS|ERRAGENTS)\b))[^\n]*/g,
    `$1${hidden}$2|`,
  ],
  // …|id|file|server|start|dialer|session|STATUS of `recording STATUS`.
  [/\|[^|\n]*\|[^|\n]+\|[^|\n]*\|[^|\n]*(?=\|[^|\n]*\|\d+\|)/g, `|${hidden}|${hidden}||`],
  // A piece of SQL, or of an address.
  [/pass(?:word)?[ \t]*=[ \t]*(?:'[^'\n]*'?|"[^"\n]*"?|[^\s'"&|<>]*)/gi, `pass=${hidden}`],
]

/** The password, and the names that it may be equal to. */
export interface Secret {
  user: string
  agent: string
  password: string
}

/**
 * Takes out of a server's text what must not leave this room: the password, which VICIdial repeats
 * in clear when it refuses a sign-in, the SQL statement it prints after the state, and a
 * recording's file name, which holds a customer's number.
 *
 * By position for the shapes VICIdial prints, and by value, plain and URL- or HTML-encoded, for any
 * other. A password equal to the user or the agent is no secret that a value could tell apart.
 */
export function redact(text: string, { user, agent, password }: Secret): string {
  let shown = places.reduce((left, [place, instead]) => left.replace(place, instead), text)
  if (password !== '' && password !== user && password !== agent) {
    shown = shown.replace(new RegExp(anySpelling(password), 'gu'), hidden)
    const start = [...password].slice(0, phpShows).join('')
    shown = shown.replace(new RegExp(`${anySpelling(start)}\\.\\.\\.`, 'gu'), hidden)
  }
  return shown.slice(0, keptLength)
}

/** The secret as it is, URL-encoded, HTML-encoded or JSON-escaped, letter by letter. */
function anySpelling(secret: string): string {
  const letters = [...secret].map((letter) => {
    const code = letter.codePointAt(0) ?? 0
    const bytes = [...new TextEncoder().encode(letter)]
    return [
      // In a `u` expression nothing but these may be escaped.
      letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'),
      ...(letter === '/' ? ['\\\\/'] : []),
      bytes.map((byte) => `%${inEitherCase(byte.toString(16).padStart(2, '0'))}`).join(''),
      `&#0*${code};`,
      `&#[xX]0*${inEitherCase(code.toString(16))};`,
    ]
  })
  return letters.map((spellings) => `(?:${spellings.join('|')})`).join('')
}

function inEitherCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}

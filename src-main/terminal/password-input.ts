import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Longer than any password VICIdial stores. */
const mostBytes = 4_096

/** Reads a password piped in, up to the first line end; null when none came. */
export async function passwordFromPipe(input: NodeJS.ReadableStream): Promise<string | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of input) {
    const buffer = Buffer.from(chunk)
    chunks.push(buffer)
    bytes += buffer.length
    if (bytes > mostBytes || buffer.includes('\n')) break
  }
  const line = /^[^\r\n]*/.exec(Buffer.concat(chunks).toString('utf8'))?.[0] ?? ''
  return line === '' ? null : line
}

/** Asks on a terminal; with `hidden` what is typed does not show. */
export async function ask(question: string, hidden = false): Promise<string> {
  // readline echoes through its output, so a silent output hides the password.
  const silent = new Writable({
    write(_chunk, _encoding, done) {
      done()
    },
  })
  if (hidden) process.stderr.write(question)
  const lines = createInterface({
    input: process.stdin,
    output: hidden ? silent : process.stderr,
    terminal: true,
  })
  try {
    return (await lines.question(hidden ? '' : question)).trim()
  } finally {
    lines.close()
    if (hidden) process.stderr.write('\n')
  }
}

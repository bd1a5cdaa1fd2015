import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Longer than any password VICIdial stores. */
const mostBytes = 4_096

/** Reads a password piped in, up to the first line end; null when none came, or no password. */
export async function passwordFromPipe(input: NodeJS.ReadableStream): Promise<string | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of input) {
    const buffer = Buffer.from(chunk)
    chunks.push(buffer)
    bytes += buffer.length
    if (bytes > mostBytes || buffer.includes('\n')) break
  }
  // Windows PowerShell may put a byte-order mark before what it pipes; decoding takes it away.
  const line = /^[^\r\n]*/.exec(new TextDecoder().decode(Buffer.concat(chunks)))?.[0] ?? ''
  // A part of something longer would be a wrong password, and count as a failed sign-in.
  return line === '' || Buffer.byteLength(line) > mostBytes ? null : line
}

/** Asks on a terminal; with `hidden` what is typed does not show. Null after Ctrl+C or Ctrl+D. */
export async function ask(question: string, hidden = false): Promise<string | null> {
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
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return null
    throw error
  } finally {
    lines.close()
    if (hidden) process.stderr.write('\n')
  }
}

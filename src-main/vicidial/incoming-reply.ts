import type { ServerReply } from './exchange.ts'

const mostBytes = 64 * 1024

type Headers = Record<string, string | string[] | undefined>

/** A reply while it comes in. */
export interface IncomingReply {
  head(status: number, headers: Headers): void
  /** False once the body is longer than the 64 KiB that the app reads. */
  add(chunk: Buffer): boolean
  whole(): WholeReply
}

/** A reply, its body read as UTF-8, and what it says of the connection it came over. */
export interface WholeReply {
  reply: ServerReply
  keepAliveHint: string | null
  reusable: boolean
}

export function incomingReply(): IncomingReply {
  let status = 0
  let headers: Headers = {}
  const chunks: Buffer[] = []
  let bytes = 0

  return {
    head(...came) {
      ;[status, headers] = came
    },
    add(chunk) {
      bytes += chunk.length
      if (bytes > mostBytes) return false
      chunks.push(chunk)
      return true
    },
    whole: () => ({
      reply: {
        status,
        location: single(headers['location']),
        body: new TextDecoder().decode(Buffer.concat(chunks)),
      },
      keepAliveHint: single(headers['keep-alive']),
      reusable: single(headers['connection'])?.toLowerCase() !== 'close',
    }),
  }
}

function single(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null
}

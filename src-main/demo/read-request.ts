import type { IncomingMessage } from 'node:http'
import type { Params } from './cleaning.ts'

export interface ReadRequest {
  method: string
  path: string
  params: Params
  passwordInUrl: boolean
}

const mostBodyBytes = 1024 * 1024

/**
 * Reads parameters as PHP does: from the query and from a form body, the query winning, the last
 * of repeated ones winning. A body of another type (JSON) is read and ignored.
 * Null when the client went away meanwhile or its body is over 1 MiB.
 */
export async function readRequest(request: IncomingMessage): Promise<ReadRequest | null> {
  const body = await readBody(request, mostBodyBytes)
  if (body === null) return null
  const [path = '', ...rest] = (request.url ?? '').split('?')
  const query = params(rest.join('?'))
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(
    request.headers['content-type'] ?? '',
  )
  return {
    method: request.method ?? '',
    path,
    params: { ...(isForm ? params(body) : {}), ...query },
    passwordInUrl: Object.hasOwn(query, 'pass'),
  }
}

/** The whole body as text; null when it ends early or is longer than `mostBytes`. */
export async function readBody(
  request: IncomingMessage,
  mostBytes: number,
): Promise<string | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > mostBytes) return null
      chunks.push(chunk)
    }
  } catch {
    // The only error a request stream has: the client hung up, and nobody is left to answer.
    return null
  }
  return Buffer.concat(chunks).toString('utf8')
}

function params(text: string): Params {
  return Object.fromEntries(new URLSearchParams(text))
}

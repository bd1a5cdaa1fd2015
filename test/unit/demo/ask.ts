import { once } from 'node:events'
import { request } from 'node:http'
import type { Agent, IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

export interface Answered {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
  body: string
}

export const agentPath = '/agc/api.php'
export const nonAgentPath = '/vicidial/non_agent_api.php'
export const own = { source: 'ringmyphone', user: '1000', pass: '1000pass', agent_user: '1000' }
export const ring = { ...own, function: 'call_agent', value: 'CALL' }
export const look = { ...own, function: 'recording', value: 'STATUS' }
export const admin = { source: 'ringmyphone', user: '6666', pass: '1234' }

interface Options {
  method?: string
  headers?: Record<string, string>
  body?: string
  agent?: Agent | false
}

/** One request on a connection of its own unless an agent is given. */
export async function fetchFrom(address: string, options: Options = {}): Promise<Answered> {
  const { method = 'GET', headers = {}, body, agent = false } = options
  const sent = request(address, { method, headers, agent })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    bytes,
    body: bytes.toString('utf8'),
  }
}

export function get(url: string, path: string, params: Record<string, string>) {
  return fetchFrom(`${url}${path}?${new URLSearchParams(params).toString()}`)
}

export function post(url: string, path: string, params: Record<string, string>, agent?: Agent) {
  return fetchFrom(`${url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(params).toString(),
    agent: agent ?? false,
  })
}

/** What a bare socket saw. */
export interface Line {
  socket: Socket
  bytes: number
  text: string
  ended: boolean
  error: string | null
  closed: Promise<void>
}

/** A bare connection, with a ring written to it as soon as it stands (unless `mute`). */
export function rawLine(url: string, { mute = false, params = ring } = {}): Line {
  const { port } = new URL(url)
  const socket = connect(Number(port), '127.0.0.1')
  const line: Line = {
    socket,
    bytes: 0,
    text: '',
    ended: false,
    error: null,
    closed: new Promise((resolve) => {
      socket.once('close', () => {
        resolve()
      })
    }),
  }
  socket.on('data', (chunk) => {
    line.bytes += chunk.length
    line.text += chunk.toString('utf8')
  })
  socket.on('end', () => {
    line.ended = true
  })
  socket.on('error', (error: NodeJS.ErrnoException) => {
    line.error = error.code ?? error.message
  })
  const body = new URLSearchParams(params).toString()
  if (!mute) {
    socket.write(
      `POST ${agentPath} HTTP/1.1\r\nHost: 127.0.0.1\r\n` +
        'Content-Type: application/x-www-form-urlencoded\r\n' +
        `Content-Length: ${body.length}\r\n\r\n${body}`,
    )
  }
  return line
}

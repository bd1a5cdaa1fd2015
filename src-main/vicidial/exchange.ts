import type { NetworkCode } from '../contract.ts'
import type { DialerServer } from './dialer-server.ts'

export interface DialerRequest {
  server: DialerServer
  /** VICIdial's agent API or its non-agent API. */
  door: 'agent' | 'nonAgent'
  fields: Record<string, string>
}

/** What a web server answered. `location` is the address of a redirect, which is never followed. */
export interface ServerReply {
  status: number
  location: string | null
  body: string
}

export type Exchange =
  | { ok: true; reply: ServerReply; elapsedMs: number }
  /** `written`: some of the request may have left this computer, so the server may have acted. */
  | { ok: false; code: NetworkCode; written: boolean; elapsedMs: number }

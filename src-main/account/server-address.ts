import { isIPv4 } from 'node:net'
import type { DialerServer } from '../vicidial/dialer-server.ts'

export type ServerAddress =
  { ok: true; server: DialerServer; scheme: 'given' | 'assumed' } | { ok: false }

const refused: ServerAddress = { ok: false }

/**
 * Reads what a person typed or pasted as their dialer's address: a host, host:port or URL, also one
 * of a page inside VICIdial. Everything after the folder is dropped and told to nobody: the query of
 * a pasted API link holds a password. Without a scheme, https is assumed.
 */
export function parseServerAddress(text: string): ServerAddress {
  const typed = text.trim()
  // Checked before parsing: URL would quietly drop tabs and line ends from the middle of a host.
  // eslint-disable-next-line no-control-regex
  if (/[\s\u0000-\u001f\u007f]/.test(typed)) return refused

  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return refused

  const afterScheme = scheme === undefined ? typed : typed.slice(scheme.length + '://'.length)
  const authority = /^[^/\\?#]*/.exec(afterScheme)?.[0] ?? ''
  // An empty port is most often a scheme that lost a slash: https:/dialer.example.com.
  if (authority === '' || authority.endsWith(':') || authority.includes('@')) return refused

  const url = URL.parse(`${scheme ?? 'https'}://${afterScheme}`)
  if (!url || !isHost(url.hostname, authority) || url.port === '0') return refused

  const folder = folderOf(url.pathname)
  if (folder === null) return refused
  const host = url.host.replace(/\.(?=:\d+$|$)/, '')
  return {
    ok: true,
    server: { origin: `${url.protocol}//${host}`, folder },
    scheme: scheme === undefined ? 'assumed' : 'given',
  }
}

function isHost(hostname: string, typed: string): boolean {
  if (hostname.startsWith('[')) return true
  // URL reads 1234 and 192.168.001.010 as other IPv4 addresses than the one a person means.
  if (isIPv4(hostname)) return typed.replace(/:\d+$/, '').replace(/\.$/, '') === hostname
  const name = hostname.replace(/\.$/, '')
  return (
    name.length <= 253 &&
    name.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label))
  )
}

/** The folder that holds `agc/` and `vicidial/`; null for a path no VICIdial server has. */
function folderOf(path: string): string | null {
  let segments = path.split('/').filter((segment) => segment !== '')
  const inside = Math.max(segments.lastIndexOf('agc'), segments.lastIndexOf('vicidial'))
  if (inside !== -1) segments = segments.slice(0, inside)
  else if (/\.(php|html?)$/i.test(segments.at(-1) ?? '')) segments.pop()
  // `&` and `=` would be a query whose question mark got lost, perhaps with its password.
  if (!segments.every((segment) => /^([\w.~-]|%[0-9a-f]{2})+$/i.test(segment))) return null
  return segments.map((segment) => `/${segment}`).join('')
}

/** Whether requests to this origin never leave the computer. Judged by name alone, without asking DNS. */
export function isLoopback(origin: string): boolean {
  const hostname = URL.parse(origin)?.hostname
  if (hostname === undefined) return false
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    (isIPv4(hostname) && hostname.startsWith('127.')) ||
    /^\[::ffff:7f[0-9a-f]{2}:/.test(hostname)
  )
}

/** The address as people see and compare it: origin and folder; international names in their ASCII form. */
export function serverText(server: DialerServer): string {
  return server.origin + server.folder
}

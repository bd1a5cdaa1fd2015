import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import type { Clock } from '../clock.ts'
import type { Counts } from './counts.ts'
import type { Faults } from './faults.ts'
import { openLoopbackServer } from './loopback-server.ts'
import type { LoopbackServer } from './loopback-server.ts'
import { readBody } from './read-request.ts'
import { scenarioOptionsSchema } from './scenario-options.ts'
import { isScenarioName, playScenario, scenarios } from './scenarios.ts'
import { row } from './world.ts'
import type { World } from './world.ts'

export interface Controlled {
  clock: Clock
  world: World
  faults: Faults
  counts: Counts
  reset(): void
}

interface ControlAnswer {
  status: number
  body: unknown
}

const scenarioSchema = v.strictObject({ name: v.string(), ...scenarioOptionsSchema.entries })
const mostBodyBytes = 64 * 1024

/**
 * The switches over HTTP and JSON, on loopback: GET /state, GET /scenarios, POST /scenario
 * `{"name": …, …options}`, POST /reset. No page in a browser may use it.
 */
export function openControlDoor(dialer: Controlled, port: number): Promise<LoopbackServer> {
  return openLoopbackServer({
    port,
    onRequest(request, response) {
      void answer(dialer, request).then((given) => {
        send(response, given)
      })
    },
  })
}

async function answer(dialer: Controlled, request: IncomingMessage): Promise<ControlAnswer> {
  if (isFromPage(request)) return refusal(403, 'not-for-pages')
  switch (`${request.method} ${request.url}`) {
    case 'GET /state':
      return { status: 200, body: state(dialer) }
    case 'GET /scenarios':
      return {
        status: 200,
        body: Object.entries(scenarios).map(([name, { about }]) => ({ name, about })),
      }
    case 'POST /scenario':
      return play(dialer, await readBody(request, mostBodyBytes))
    case 'POST /reset':
      dialer.reset()
      return { status: 200, body: { ok: true } }
    default:
      return refusal(404, 'no-such-address')
  }
}

function play(dialer: Controlled, body: string | null): ControlAnswer {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), scenarioSchema), body)
  if (!parsed.success) return refusal(400, 'bad-message', parsed.issues[0].message)
  const { name, ...options } = parsed.output
  if (!isScenarioName(name)) return refusal(404, 'no-such-scenario')
  if (options.agent !== undefined && !row(dialer.world.users, options.agent)) {
    return refusal(404, 'no-such-agent')
  }
  playScenario(dialer, name, options)
  return { status: 200, body: { ok: true, name, about: scenarios[name].about } }
}

function state({ world, faults, counts }: Controlled) {
  const users = Object.entries(world.users).map(([name, { password: _password, ...user }]) => [
    name,
    user,
  ])
  return { world: { ...world, users: Object.fromEntries(users) as unknown }, faults, counts }
}

/**
 * Browsers name the page's origin (or say by Sec-Fetch-Site that there is a page), and a page
 * that reaches us through its own name pointed at 127.0.0.1 carries that name in Host.
 */
function isFromPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  return (
    headers.origin !== undefined ||
    (site !== undefined && site !== 'none') ||
    !/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(headers.host ?? '')
  )
}

function refusal(status: number, code: string, why?: string): ControlAnswer {
  return { status, body: { ok: false, code, ...(why === undefined ? {} : { why }) } }
}

function send(response: ServerResponse, { status, body }: ControlAnswer) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(body))
}

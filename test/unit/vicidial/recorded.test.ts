import { describe, expect, test } from 'vitest'
import { createAgentApi } from '../../../src-main/vicidial/agent-api.ts'
import type { Answer } from '../../../src-main/vicidial/answer.ts'
import { httpReply } from './raw-server.ts'
import { recordings, type Recorded } from './recordings.ts'
import { underTest } from './under-test.ts'

const under = underTest()

interface Expected {
  value?: unknown
  code?: string
  accepted?: boolean | null
}

const sent: Expected = { value: 'sent' }
const version: Expected = { value: { version: '2.14-81', serverTime: 1_795_301_837_000 } }
const notLoggedIn: Expected = { code: 'agent-not-logged-in', accepted: true }
const entryEmpty: Expected = { code: 'phone-entry-empty', accepted: true }
const badRequest: Expected = { code: 'bad-request', accepted: true }
const wrongPassword: Expected = { code: 'wrong-password', accepted: false }
const empty: Expected = { code: 'empty-reply', accepted: null }
const session = (status: string): Expected => ({
  value: { status, sessionId: '8600051', dialerServer: '10.0.0.5' },
})

/** Every recorded exchange that the app reads, and what it must make of it. */
const read: Record<string, Expected> = {
  version,
  version_with_credentials: version,
  no_function: empty,
  unknown_function: empty,
  source_missing: { code: 'invalid-source', accepted: false },
  password_wrong: wrongPassword,
  user_unknown: wrongPassword,
  password_missing: wrongPassword,
  account_locked_right_password: { code: 'account-locked', accepted: false },
  api_access_disabled_for_user: { code: 'api-access-off', accepted: true },
  function_not_allowed_for_user: { code: 'function-not-allowed', accepted: true },
  system_api_inactive: { code: 'system-api-off', accepted: false },
  call_agent_not_logged_in: notLoggedIn,
  call_agent_no_session_data: { code: 'no-session-data', accepted: true },
  call_agent_entry_empty: entryEmpty,
  call_agent_success: sent,
  call_agent_success_post: sent,
  call_agent_success_post_again: sent,
  call_agent_bad_value: badRequest,
  call_agent_value_missing: badRequest,
  call_agent_agent_user_missing: badRequest,
  call_agent_on_hook_agent: entryEmpty,
  recording_status_ready: session('READY'),
  recording_status_queue: session('QUEUE'),
  recording_status_incall: session('INCALL'),
  recording_status_paused: session('PAUSED'),
  recording_status_closer: session('CLOSER'),
  recording_status_active: session('MQUEUE'),
  calls_in_queue_count: { value: 0 },
  recording_not_logged_in: notLoggedIn,
  pause: { value: 'PAUSE' },
  resume: { value: 'RESUME' },
  pause_bad_value: badRequest,
  external_pause_not_logged_in: notLoggedIn,
  calls_in_queue_count_not_logged_in: notLoggedIn,
}

/** What the server can do and the app does not ask for yet. */
const notCalledYet = ['webphone_url', 'pause_code', 'logout']

const htmlWarning =
  '<br />\n<b>Warning</b>:  Undefined variable $x in <b>/srv/www/htdocs/agc/api.php</b> on line <b>3</b><br />\n'
const plainWarning = '\nWarning: Undefined variable $x in /srv/www/htdocs/agc/api.php on line 3\n'

const dressings: Record<string, (body: string) => string> = {
  'as recorded': (body) => body,
  'after a byte-order mark': (body) => `\uFEFF${body}`,
  'after a byte-order mark read as Latin-1': (body) => `\u00EF\u00BB\u00BF${body}`,
  'with Windows line ends': (body) => body.replaceAll('\n', '\r\n'),
  'after PHP’s warnings as HTML': (body) => htmlWarning + htmlWarning + body,
  'after PHP’s warnings as text': (body) => plainWarning + plainWarning + body,
  'after a byte-order mark and a warning': (body) => `\uFEFF${htmlWarning}${body}`,
  'before PHP’s warning as HTML': (body) => body + htmlWarning,
  'before PHP’s warning as text': (body) => body + plainWarning,
  'before other lines': (body) => `${body}\n\nELAPSED: 0.004\nanother line|with|fields\n`,
}

/** Asks by the app's own call for the recorded function; `call_agent` where none was recorded. */
async function readFrom({ params, ...recorded }: Recorded, body: string): Promise<Answer<unknown>> {
  const headers = { 'Content-type': recorded.content_type }
  const server = await under.serve({ onRequest: () => httpReply(body, headers) })
  const api = createAgentApi(under.transport)
  const { user = '', pass = 'anotherpass', agent_user = user } = params
  const account = { server: server.at, user, password: pass, agent: agent_user }
  const calls: Record<string, () => Promise<Answer<unknown>>> = {
    version: () => api.version(server.at),
    recording: () => api.session(account),
    calls_in_queue_count: () => api.callsInQueue(account),
    external_pause: () => api.setPause(account, params['value'] === 'RESUME' ? 'RESUME' : 'PAUSE'),
  }
  const answer = await (calls[params['function'] ?? ''] ?? (() => api.callAgent(account)))()
  expect(server.heard).toHaveLength(1)
  return answer
}

const isOfTheApp = ({ path, params }: Recorded) =>
  path === '/agc/api.php' && !notCalledYet.includes(params['function'] ?? '')

test('each recorded exchange is read here, or is one of a function the app does not call yet', () => {
  const names = recordings.filter(isOfTheApp).map(({ name }) => name)
  expect(names.sort()).toEqual(Object.keys(read).sort())
  const others = recordings.filter((recorded) => !isOfTheApp(recorded))
  expect(new Set(others.map(({ path, params }) => `${path} ${params['function']}`))).toEqual(
    new Set([
      ...notCalledYet.map((name) => `/agc/api.php ${name}`),
      ...[
        'version',
        'update_remote_agent',
        'agent_status',
        'agent_ingroup_info',
        'logged_in_agents',
        'user_details',
        'campaigns_list',
        'agent_campaigns',
        'ring_agent',
      ].map((name) => `/vicidial/non_agent_api.php ${name}`),
    ]),
  )
})

describe.each(recordings.filter(isOfTheApp))('$name', (recorded) => {
  test.each(Object.entries(dressings))('%s', async (_, dress) => {
    const expected = read[recorded.name] ?? {}
    const answer = await readFrom(recorded, dress(recorded.body))
    const adds = /[a-z]/.test(dress(''))
    if (expected.code === 'empty-reply' && adds) {
      // Something came, but nothing that VICIdial says.
      expect(answer).toMatchObject({ ok: false, code: 'unrecognised-reply', accepted: null })
    } else if (expected.code === undefined) {
      expect(answer).toMatchObject({ ok: true, accepted: true, value: expected.value })
    } else {
      const { code, accepted } = expected
      expect(answer).toMatchObject({ ok: false, code, accepted, written: true })
    }
    expect('readAgain' in answer).toBe(false)
    const password = recorded.params['pass']
    if (password !== undefined) expect(JSON.stringify(answer)).not.toContain(password)
  })
})

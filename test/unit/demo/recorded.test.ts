import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import type { PracticeDialer } from '../../../src-main/demo/practice-dialer.ts'
import { playScenario } from '../../../src-main/demo/scenarios.ts'
import type { ScenarioName } from '../../../src-main/demo/scenarios.ts'
import type { World } from '../../../src-main/demo/world.ts'
import { get, post } from './ask.ts'
import { turnedClock } from '../turned-clock.ts'

interface Recorded {
  name: string
  method: 'GET' | 'POST'
  path: string
  params: Record<string, string>
  status: number
  content_type: string
  body: string
}

const { replies } = JSON.parse(
  readFileSync(new URL('../../replies/recorded.json', import.meta.url), 'utf8'),
) as { replies: Recorded[] }

/** The state an exchange was recorded in: a scenario, a change to the world, or the default. */
const states: Record<string, ScenarioName | ((world: World) => void)> = {
  account_locked_right_password: 'locked-out',
  system_api_inactive: 'api-off',
  call_agent_not_logged_in: 'logged-out',
  call_agent_no_session_data: 'no-session-data',
  call_agent_entry_empty: 'entry-empty',
  call_agent_on_hook_agent: 'on-hook',
  recording_status_queue: status('QUEUE'),
  recording_status_incall: status('INCALL'),
  recording_status_paused: 'paused',
  recording_status_closer: status('CLOSER'),
  recording_status_active(world) {
    const session = live(world)
    session.status = 'MQUEUE'
    session.recording = {
      id: '121242',
      file: '20261121-120000_7275551212',
      server: '10.0.0.5',
      start: '2026-11-21 12:00:00',
    }
  },
  resume: 'paused',
  pause_code_paused: 'paused',
  recording_not_logged_in: 'logged-out',
  calls_in_queue_count_not_logged_in: 'logged-out',
  webphone_url_not_logged_in: 'logged-out',
  external_pause_not_logged_in: 'logged-out',
  pause_code_not_logged_in: 'logged-out',
  logout_not_logged_in: 'logged-out',
  na_inactive_again: remoteAgent('INACTIVE', 1),
  na_active_post: remoteAgent('INACTIVE', 1),
  na_lines_same: remoteAgent('ACTIVE', 5),
  na_no_permission_remoteagents(world) {
    world.users['6666']!.modifyRemoteAgents = false
  },
  na_function_not_allowed(world) {
    world.users['6666']!.allowedFunctions = ['agent_status']
  },
  na_agent_status_not_logged_in: 'logged-out',
  na_agent_status: 'paused',
  na_agent_ingroup_info_onhook: 'on-hook',
  na_logged_in_agents: 'paused',
  na_account_locked: 'locked-out',
}

function live(world: World) {
  return world.sessions['1000']!
}

function status(text: string) {
  return (world: World) => {
    live(world).status = text
  }
}

function remoteAgent(text: string, lines: number) {
  return (world: World) => {
    Object.assign(world.remoteAgents['2424']!, { status: text, lines })
  }
}

let dialer: PracticeDialer
beforeAll(async () => {
  // The second in which all exchanges were recorded.
  dialer = await startPracticeDialer({ clock: turnedClock(1795301837_000), controlPort: null })
})
afterAll(() => dialer.close())

test('the recording holds 75 exchanges, and every state above is of one of them', () => {
  const names = replies.map(({ name }) => name)
  expect(new Set(names).size).toBe(75)
  expect(Object.keys(states).filter((name) => !names.includes(name))).toEqual([])
})

test.each(replies)('$name', async ({ name, method, path, params, ...recorded }) => {
  dialer.reset()
  const state = states[name]
  if (typeof state === 'string') playScenario(dialer, state)
  else state?.(dialer.world)

  const answered = await (method === 'POST' ? post : get)(dialer.url, path, params)

  expect(answered.body).toBe(recorded.body)
  expect(answered.bytes.equals(Buffer.from(recorded.body, 'utf8'))).toBe(true)
  expect(answered.status).toBe(recorded.status)
  expect(answered.headers['content-type']).toBe(recorded.content_type)
})

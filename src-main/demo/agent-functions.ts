import { epoch, line } from './asked.ts'
import type { Asked } from './asked.ts'
import { countUp } from './counts.ts'
import { row } from './world.ts'
import type { AgentSession } from './world.ts'

type AgentFunction = (request: Asked) => string

/** The agent API's functions by name: those the app calls, and those the recordings hold. */
export const agentFunctions: Record<string, AgentFunction> = {
  call_agent: forLiveAgent((value) => value === 'CALL', callAgent),
  recording: forLiveAgent((value) => value === 'STATUS', recordingStatus),
  calls_in_queue_count: forLiveAgent((value) => value === 'DISPLAY', callsInQueue),
  webphone_url: forLiveAgent((value) => value === 'DISPLAY', webphoneUrl),
  external_pause: forLiveAgent((value) => value === 'PAUSE' || value === 'RESUME', pause),
  pause_code: forLiveAgent((value) => value !== '', pauseCode),
  logout: forLiveAgent((value) => value === 'LOGOUT', logOut),
}

type LiveAgentAnswer = (request: Asked, agent: string, session: AgentSession) => string

/** What all functions share: is the value valid, whom is it about, is that agent logged in? */
function forLiveAgent(accepts: (value: string) => boolean, answer: LiveAgentAnswer): AgentFunction {
  return (request) => {
    const { value, agent_user, alt_user, world } = request
    if (!accepts(value) || (agent_user === '' && alt_user.length < 2)) {
      return line(request, 'ERROR', '{} not valid', ` - ${value}|${agent_user}`, request.function)
    }
    let unknown = ''
    let agent = agent_user
    if (alt_user.length >= 2) {
      const found = Object.entries(world.users).find(([, u]) => u.alternativeName === alt_user)
      if (found) agent = found[0]
      else unknown = line(request, 'ERROR', 'no user found', ` - ${alt_user}`)
    }
    const session = row(world.sessions, agent)
    if (session) pauseAfterCall(session)
    // An unknown alternative name is told, and then the server carries on with what it has.
    return session
      ? unknown + answer(request, agent, session)
      : unknown + line(request, 'ERROR', 'agent_user is not logged in', ` - ${agent}`)
  }
}

function callAgent(request: Asked, agent: string, session: AgentSession): string {
  if (!session.data) return failed(request, 'no session data', agent)
  if (session.data.agentLoginCall === '') return failed(request, 'entry is empty', agent)
  countUp(request.counts.calls, agent)
  return line(request, 'SUCCESS', '{} function sent', ` - ${agent}`, request.function)
}

function recordingStatus(request: Asked, agent: string, session: AgentSession): string {
  const { recording } = session
  const fields = [
    agent,
    ...(recording
      ? [recording.id, recording.file, recording.server, recording.start]
      : ['', '', '', '']),
    session.dialerServer,
    session.sessionId,
    session.status,
  ]
  const text = recording ? 'recording active' : 'not recording'
  return line(request, 'NOTICE', text, ` - ${fields.join('|')}`)
}

/** The one answer that ends without a newline. */
function callsInQueue(request: Asked, _agent: string, session: AgentSession): string {
  return `${request.say('SUCCESS')}: calls_in_queue_count - ${session.callsInQueue}`
}

function webphoneUrl(request: Asked, agent: string, { data }: AgentSession): string {
  if (!data) return failed(request, 'no session data', agent)
  return data.webphoneUrl || failed(request, 'webphone url is empty', agent)
}

/** The agent screen acts on it at once, or in a call after it. */
function pause(request: Asked, agent: string, session: AgentSession): string {
  session.pausesAfterCall = request.value === 'PAUSE'
  if (request.value === 'PAUSE') {
    pauseAfterCall(session)
  } else if (session.status === 'PAUSED') {
    session.status = 'READY'
    session.pauseCode = ''
  }
  return functionSet(request, agent)
}

/** The call may have ended since anybody asked. */
function pauseAfterCall(session: AgentSession): void {
  if (!session.pausesAfterCall || !['READY', 'CLOSER', 'PAUSED'].includes(session.status)) return
  session.status = 'PAUSED'
  session.pausesAfterCall = false
}

function pauseCode(request: Asked, agent: string, session: AgentSession): string {
  if (session.status !== 'PAUSED') return failed(request, 'agent is not paused', agent)
  session.pauseCode = request.value
  return line(request, 'SUCCESS', '{} function sent', ` - ${agent}`, request.function)
}

function logOut(request: Asked, agent: string): string {
  Reflect.deleteProperty(request.world.sessions, agent)
  return functionSet(request, agent)
}

function functionSet(request: Asked, agent: string): string {
  const rest = ` - ${request.value}|${epoch(request.now)}|${agent}`
  return line(request, 'SUCCESS', '{} function set', rest, request.function)
}

function failed(request: Asked, why: string, agent: string): string {
  return line(request, 'ERROR', `{} error - ${why}`, ` - ${agent}`, request.function)
}

import { row } from './world.ts'
import type { AgentSession, World } from './world.ts'

/**
 * Logs an agent in to the agent screen, replacing a session that was there.
 * As on the real server, what call_agent will dial is fixed at login from the agent's phone:
 * an on-hook phone, or none, leaves the entry empty.
 */
export function logIn(world: World, agent: string, own: Partial<AgentSession> = {}): AgentSession {
  const phone = row(world.phones, own.phone ?? agent)
  const session: AgentSession = {
    status: 'READY',
    sessionId: '8600051',
    dialerServer: '10.0.0.5',
    phone: agent,
    campaign: 'TESTCAMP',
    callsToday: 3,
    callsInQueue: 0,
    callerId: '',
    leadId: 0,
    pauseCode: '',
    pausesAfterCall: false,
    subStatus: '',
    phoneNumber: '',
    vendorLeadCode: '',
    ingroups: [],
    outboundAutodial: false,
    overridingManager: '',
    recording: null,
    data: { agentLoginCall: phone && !phone.onHook ? phone.extension : '', webphoneUrl: '' },
    ...own,
  }
  world.sessions[agent] = session
  return session
}

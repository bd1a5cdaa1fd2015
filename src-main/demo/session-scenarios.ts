import { logIn } from './log-in.ts'
import type { Scenario, Stage } from './scenario.ts'
import { row } from './world.ts'
import type { AgentSession } from './world.ts'

/** Whether the agent is logged in, and what there is to ring. */
export const sessionScenarios = {
  ready: {
    about: 'The agent is logged in and READY (status: another one).',
    play(stage, { status = 'READY' }) {
      session(stage).status = status
    },
  },
  paused: {
    about: 'The agent is logged in and PAUSED.',
    play(stage) {
      session(stage).status = 'PAUSED'
    },
  },
  'in-call': {
    about: 'The agent is talking to a customer, recorded (status: INCALL unless told, as MQUEUE).',
    play(stage, { status = 'INCALL' }) {
      const live = session(stage)
      live.status = status
      live.phoneNumber = '7275551212'
      live.recording = {
        id: '121242',
        file: '20261121-120000_7275551212',
        server: live.dialerServer,
        start: '2026-11-21 12:00:00',
      }
    },
  },
  'logged-out': {
    about: 'The agent is not logged in to the agent screen.',
    play({ world, agent }) {
      Reflect.deleteProperty(world.sessions, agent)
    },
  },
  'no-session-data': {
    about: 'A live agent without session data: a remote agent record, or a broken session.',
    play(stage) {
      session(stage).data = null
    },
  },
  'entry-empty': {
    about: 'The session was made without a phone, so there is nothing to dial.',
    play(stage) {
      session(stage).data = { agentLoginCall: '', webphoneUrl: '' }
    },
  },
  'on-hook': {
    about: "The agent's phone is an on-hook one, so the session has nothing to dial.",
    play({ world, agent }) {
      const phone = row(world.phones, agent)
      if (phone) phone.onHook = true
      else world.phones[agent] = { extension: `SIP/${agent}`, onHook: true }
      logIn(world, agent)
    },
  },
} satisfies Record<string, Scenario>

/** The agent's session; played on top of a logged-out agent, a new one. */
function session({ world, agent }: Stage): AgentSession {
  return row(world.sessions, agent) ?? logIn(world, agent)
}

import type { Scenario } from './scenario.ts'
import { failuresThatLock } from './sign-in.ts'
import { row } from './world.ts'

/** Why VICIdial would not let the account ring, and how it words its replies to it. */
export const signInScenarios = {
  'locked-out': {
    about: 'Ten sign-ins have just failed: the account is locked for 15 minutes.',
    play({ user, now }) {
      user.failedLogins = failuresThatLock
      user.lastFailedAt = now
    },
  },
  'wrong-password': {
    about: "The account's password was changed on the server, so the saved one is wrong.",
    play({ user }) {
      user.password = `${user.password}-changed`
    },
  },
  'api-off': {
    about: 'The API of the whole system is switched off.',
    play({ world }) {
      world.system.apiActive = false
    },
  },
  'api-access-off': {
    about: 'The account may not use the agent API.',
    play({ user }) {
      user.agentApiAccess = false
    },
  },
  'function-not-allowed': {
    about: 'The account may look (recording, calls_in_queue_count) but not ring.',
    play({ user }) {
      user.allowedFunctions = ['recording', 'calls_in_queue_count']
    },
  },
  'ring-only': {
    about: 'The account may ring and nothing else: its status cannot be read.',
    play({ user }) {
      user.allowedFunctions = ['call_agent']
    },
  },
  'ip-blocked': {
    about: "The user group's whitelist does not hold this computer's address.",
    play({ world, user }) {
      const group = row(world.userGroups, user.userGroup)
      if (group) group.allowedAddresses = ['192.0.2.10']
    },
  },
  'no-active-servers': {
    about: 'No dialer server is active.',
    play({ world }) {
      world.system.activeServers = 0
    },
  },
  'agent-limit': {
    about: "The licence's number of agents is reached.",
    play({ world }) {
      world.system.agentLimitReached = true
    },
  },
  spanish: {
    about: 'Replies to this account are worded in Spanish.',
    play({ user }) {
      user.language = 'Spanish'
    },
  },
  russian: {
    about: 'Replies to this account are worded in Russian, in Cyrillic letters.',
    play({ user }) {
      user.language = 'Russian'
    },
  },
  version: {
    about: 'The agent API calls itself another version (version: 2.14-99 unless told).',
    play({ world }, { version = '2.14-99' }) {
      world.system.agentApi.version = version
    },
  },
} satisfies Record<string, Scenario>

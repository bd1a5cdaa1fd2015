import { logIn } from './log-in.ts'
import type { Campaign, User, World } from './world.ts'

/**
 * The world a practice dialer starts with, made of the accounts the recorded exchanges used.
 * Agent 1000 (password `1000pass`) is logged in and READY; 6666 (password `1234`) may do all.
 */
export function practiceWorld(): World {
  const world: World = {
    system: {
      apiActive: true,
      agentApi: { version: '2.14-81', build: '240429-2220' },
      nonAgentApi: { version: '2.14-194', build: '241004-1518' },
      activeServers: 1,
      agentLimitReached: false,
      nonLatin: false,
      folder: '',
    },
    users: {
      '1000': practiceUser('1000', { fullName: 'Agent One' }),
      '1001': practiceUser('1001', { fullName: 'Agent Two', agentApiAccess: false }),
      '1002': practiceUser('1002', { fullName: 'Agent Three', allowedFunctions: ['recording'] }),
      '2424': practiceUser('2424', { fullName: 'Remote Agent' }),
      '6666': practiceUser('6666', {
        password: '1234',
        fullName: 'Admin',
        level: 9,
        userGroup: 'ADMIN',
        modifyRemoteAgents: true,
        viewReports: true,
      }),
      '7000': practiceUser('7000', {
        fullName: 'Reports',
        level: 7,
        modifyRemoteAgents: true,
        viewReports: true,
      }),
      '7001': practiceUser('7001', { fullName: 'No Reports', level: 7 }),
    },
    userGroups: {
      ADMIN: {
        allowedAddresses: null,
        allowedCampaigns: ['TESTCAMP', 'SALES'],
        allowedIngroups: [],
      },
      AGENTS: {
        allowedAddresses: null,
        allowedCampaigns: ['TESTCAMP', 'SALES'],
        allowedIngroups: [],
      },
    },
    phones: { '1000': { extension: 'SIP/1000', onHook: false } },
    sessions: {},
    remoteAgents: {
      '2424': {
        userGroup: '---ALL---',
        status: 'ACTIVE',
        lines: 1,
        campaign: 'TESTCAMP',
        extension: '17275550123',
      },
    },
    campaigns: { TESTCAMP: campaign('Test'), SALES: campaign('Sales') },
  }
  logIn(world, '1000')
  return world
}

/** A level 1 agent whose password is the user with `pass` behind it, unless told otherwise. */
export function practiceUser(user: string, own: Partial<User> = {}): User {
  return {
    password: `${user}pass`,
    fullName: `Agent ${user}`,
    level: 1,
    userGroup: 'AGENTS',
    active: true,
    agentApiAccess: true,
    allowedFunctions: 'ALL_FUNCTIONS',
    modifyRemoteAgents: false,
    viewReports: false,
    language: 'default English',
    alternativeName: '',
    failedLogins: 0,
    lastFailedAt: 0,
    ...own,
  }
}

function campaign(name: string): Campaign {
  return {
    name,
    active: true,
    userGroup: '---ALL---',
    dialMethod: 'MANUAL',
    dialLevel: '0',
    leadOrder: '',
    dialStatuses: 'NEW',
    dialTimeout: 60,
    dialPrefix: '9',
    manualDialPrefix: '',
    threeWayDialPrefix: '',
  }
}

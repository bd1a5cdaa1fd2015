import { noFaults } from './faults.ts'
import type { Faults } from './faults.ts'
import { logIn } from './log-in.ts'
import { practiceUser, practiceWorld } from './practice-world.ts'
import { row } from './world.ts'
import type { World } from './world.ts'

/**
 * Makes everything between the app and this agent's ring work again: network, system settings,
 * the account's rights, password (one added later keeps its own) and language, and a READY
 * session. Who the agent is stays, and so do remote agents, campaigns and other accounts.
 */
export function heal(world: World, faults: Faults, agent: string): void {
  const fresh = practiceWorld()
  Object.assign(faults, noFaults())
  Object.assign(world.system, fresh.system, { folder: world.system.folder })
  const user = row(world.users, agent)
  if (user) {
    const { fullName, level, userGroup, modifyRemoteAgents, viewReports, alternativeName } = user
    const kept = { fullName, level, userGroup, modifyRemoteAgents, viewReports, alternativeName }
    const password = row(fresh.users, agent)?.password ?? user.password
    Object.assign(user, practiceUser(agent, { ...kept, password }))
    const group = row(world.userGroups, user.userGroup)
    if (group) group.allowedAddresses = null
  }
  const phone = row(world.phones, agent)
  if (phone) phone.onHook = false
  else world.phones[agent] = { extension: `SIP/${agent}`, onHook: false }
  logIn(world, agent)
}

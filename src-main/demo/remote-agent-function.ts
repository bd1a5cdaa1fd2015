import { line } from './asked.ts'
import type { Asked } from './asked.ts'
import { row } from './world.ts'
import type { RemoteAgent, User } from './world.ts'

/**
 * `update_remote_agent` of the stock server. Its own checks leak, and so do these: a status is
 * accepted if ACTIVE occurs anywhere in it, and the database then stores an empty one; a number of
 * lines above 255 is stored as 255.
 */
export function updateRemoteAgent(request: Asked, account: User): string {
  const { user, agent_user, world } = request
  const refuse = (text: string, rest: string) =>
    line(request, 'ERROR', `{} ${text}`, `: ${rest}`, request.function)

  if (account.level < 8 || !account.modifyRemoteAgents || !account.agentApiAccess) {
    return refuse('USER DOES NOT HAVE PERMISSION TO UPDATE REMOTE AGENTS', `|${user}|0`)
  }
  if (agent_user.length < 2) {
    return refuse('YOU MUST USE ALL REQUIRED FIELDS', `|${user}|${agent_user}|`)
  }
  const record = row(world.remoteAgents, agent_user)
  if (!record) return refuse('REMOTE AGENT DOES NOT EXIST', `|${user}|`)
  if (!mayChange(account, record)) {
    return refuse(
      'USER DOES NOT HAVE PERMISSION TO UPDATE THIS REMOTE AGENT',
      `|${user}|${agent_user}|`,
    )
  }

  const { number_of_lines, campaign_id, status } = request
  const optional = ', THIS IS AN OPTIONAL FIELD'
  if (number_of_lines !== '' && Number(number_of_lines) < 1) {
    return refuse(`YOU MUST USE A VALID NUMBER OF LINES${optional}`, `|${user}|${number_of_lines}`)
  }
  if (campaign_id !== '' && !row(world.campaigns, campaign_id)) {
    return refuse(`YOU MUST USE A VALID CAMPAIGN ID${optional}`, `|${user}|${campaign_id}|0`)
  }
  if (status !== '' && !status.includes('ACTIVE')) {
    return refuse(`STATUS MUST BE ACTIVE OR INACTIVE${optional}`, `|${user}|${status}`)
  }

  let updated = false
  let notice = ''
  if (number_of_lines !== '') {
    record.lines = Math.min(Number(number_of_lines), 255)
    updated = true
  }
  if (campaign_id !== '') {
    record.campaign = campaign_id
    updated = true
  }
  if (status !== '' && status === record.status) {
    const text = `{} REMOTE AGENT IS ALREADY ${status}`
    notice = line(request, 'NOTICE', text, `: |${user}|${agent_user}`, request.function)
  } else if (status !== '') {
    record.status = status === 'ACTIVE' || status === 'INACTIVE' ? status : ''
    updated = true
  }
  if (!updated) return notice + refuse('NO UPDATES DEFINED', `|${user}|`)
  const done = '{} REMOTE AGENT HAS BEEN UPDATED'
  return notice + line(request, 'SUCCESS', done, ` - ${user}|${agent_user}|`, request.function)
}

/** Level 9 sees every record; others those of their own user group and those of all. */
function mayChange(account: User, record: RemoteAgent): boolean {
  return (
    account.level >= 9 || record.userGroup === '---ALL---' || record.userGroup === account.userGroup
  )
}

import { line } from './asked.ts'
import type { Asked } from './asked.ts'
import { row } from './world.ts'
import type { User } from './world.ts'

type ReportFunction = (request: Asked, account: User) => string

/**
 * The non-agent API's reading functions that the recordings hold. Refusals that were not recorded
 * are worded as VICIdial's API document words them.
 */
export const reportFunctions: Record<string, ReportFunction> = {
  agent_status: forReporters(agentStatus),
  agent_ingroup_info: forReporters(agentIngroupInfo),
  logged_in_agents: forReporters(loggedInAgents),
  user_details: forReporters(userDetails),
  campaigns_list: forReporters(campaignsList),
  agent_campaigns: forReporters(agentCampaigns),
}

function forReporters(answer: (request: Asked) => string): ReportFunction {
  return (request, account) =>
    account.level >= 7 && account.viewReports && account.agentApiAccess
      ? answer(request)
      : refuse(request, 'USER DOES NOT HAVE PERMISSION TO GET AGENT INFO', `: |${request.user}|0|`)
}

function refuse(request: Asked, text: string, rest: string): string {
  return line(request, 'ERROR', `{} ${text}`, rest, request.function)
}

function agentStatus(request: Asked): string {
  const agent = request.agent_user
  const session = row(request.world.sessions, agent)
  if (!session) return refuse(request, 'AGENT NOT LOGGED IN', `: ${request.user}|${agent}`)
  const user = row(request.world.users, agent)
  return table(
    request,
    'status callerid lead_id campaign_id calls_today full_name user_group user_level pause_code ' +
      'real_time_sub_status phone_number vendor_lead_code session_id',
    [
      [
        session.status,
        session.callerId,
        session.leadId,
        session.campaign,
        session.callsToday,
        user?.fullName,
        user?.userGroup,
        user?.level,
        session.pauseCode,
        session.subStatus,
        session.phoneNumber,
        session.vendorLeadCode,
        session.sessionId,
      ],
    ],
  )
}

function agentIngroupInfo(request: Asked): string {
  const { agent_user, stage } = request
  const session = row(request.world.sessions, agent_user)
  if (!session) return refuse(request, 'INVALID USER ID', ` - ${agent_user}|${request.user}`)
  return [
    `${request.say('SUCCESS')}:  - ${agent_user}|${stage}`,
    `SELECTED INGROUPS: ${[...session.ingroups, '-'].join(' ')}`,
    `OUTBOUND AUTODIAL: ${session.outboundAutodial ? 'Y' : 'N'}`,
    `MANAGER OVERRIDE: ${session.overridingManager === '' ? 'N' : 'Y'}`,
    `MANAGER: ${session.overridingManager}`,
    '\n',
  ].join('\n')
}

function loggedInAgents(request: Asked): string {
  const live = Object.entries(request.world.sessions)
  if (live.length === 0) return refuse(request, 'NO LOGGED IN AGENTS', '')
  return table(
    request,
    'user campaign_id session_id status lead_id callerid calls_today full_name user_group user_level',
    live.map(([agent, session]) => {
      const user = row(request.world.users, agent)
      return [
        agent,
        session.campaign,
        session.sessionId,
        session.status,
        session.leadId,
        session.callerId,
        session.callsToday,
        user?.fullName,
        user?.userGroup,
        user?.level,
      ]
    }),
  )
}

function userDetails(request: Asked): string {
  const agent = request.agent_user
  const user = row(request.world.users, agent)
  if (!user) return refuse(request, 'AGENT USER DOES NOT EXIST', ` - ${agent}|${request.user}`)
  return table(request, 'user full_name user_group user_level active', [
    [agent, user.fullName, user.userGroup, user.level, yes(user.active)],
  ])
}

function campaignsList(request: Asked): string {
  return table(
    request,
    'campaign_id campaign_name active user_group dial_method dial_level lead_order dial_statuses ' +
      'dial_timeout dial_prefix manual_dial_prefix three_way_dial_prefix',
    Object.entries(request.world.campaigns).map(([id, campaign]) => [
      id,
      campaign.name,
      yes(campaign.active),
      campaign.userGroup,
      campaign.dialMethod,
      campaign.dialLevel,
      campaign.leadOrder,
      campaign.dialStatuses,
      campaign.dialTimeout,
      campaign.dialPrefix,
      campaign.manualDialPrefix,
      campaign.threeWayDialPrefix,
    ]),
  )
}

function agentCampaigns(request: Asked): string {
  const agent = request.agent_user
  const user = row(request.world.users, agent)
  if (!user) return refuse(request, 'AGENT USER DOES NOT EXIST', ` - ${agent}|${request.user}`)
  const group = row(request.world.userGroups, user.userGroup)
  return table(request, 'user allowed_campaigns_list allowed_ingroups_list', [
    [agent, group?.allowedCampaigns.join('-'), group?.allowedIngroups.join('-')],
  ])
}

function yes(on: boolean): string {
  return on ? 'Y' : 'N'
}

/** `stage` picks the separator, `header=YES` asks for the column names (given here with spaces). */
function table(
  { stage, header }: Asked,
  columns: string,
  rows: (string | number | undefined)[][],
): string {
  const separator = stage === 'csv' ? ',' : stage === 'tab' ? '\t' : '|'
  const all = header === 'YES' ? [columns.split(' '), ...rows] : rows
  return all.map((cells) => `${cells.map((cell) => cell ?? '').join(separator)}\n`).join('')
}

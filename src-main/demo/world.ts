import type { Language } from './languages.ts'

/**
 * What the practice dialer knows: the rows of VICIdial's tables that its two API doors look at.
 * Plain and mutable: change a field and the next request is answered accordingly.
 */
export interface World {
  system: SystemSettings
  /** By user, the name people sign in with. */
  users: Record<string, User>
  userGroups: Record<string, UserGroup>
  /** By phone login. */
  phones: Record<string, Phone>
  /** Live agents, by user. A user without an entry is not logged in to the agent screen. */
  sessions: Record<string, AgentSession>
  /** By *User ID Start*. */
  remoteAgents: Record<string, RemoteAgent>
  campaigns: Record<string, Campaign>
}

export interface SystemSettings {
  /** *Agent API Active*. */
  apiActive: boolean
  /** As `version` prints them. */
  agentApi: ApiVersion
  nonAgentApi: ApiVersion
  /** 0 refuses every sign-in with ERRSERVERS. */
  activeServers: number
  /** True refuses every sign-in with ERRAGENTS. */
  agentLimitReached: boolean
  /** A server in non-Latin mode keeps letters of other scripts in users and passwords. */
  nonLatin: boolean
  /** The folder the two doors live under: empty, or like `/sub`. */
  folder: string
}

export interface ApiVersion {
  version: string
  build: string
}

export interface User {
  password: string
  fullName: string
  /** 1 is an agent; the non-agent door wants 7 or 8. */
  level: number
  userGroup: string
  active: boolean
  /** *Agent API Access*. */
  agentApiAccess: boolean
  /** *API Allowed Functions*. */
  allowedFunctions: 'ALL_FUNCTIONS' | string[]
  modifyRemoteAgents: boolean
  viewReports: boolean
  /** *Selected Language*: the replies to this account's requests are worded in it. */
  language: Language
  /** What `alt_user` finds this user by; empty for none. */
  alternativeName: string
  /** Failed sign-ins since the counter was last set back. */
  failedLogins: number
  /** When the last of them happened, ms since 1970. */
  lastFailedAt: number
}

export interface UserGroup {
  /** *API IP Whitelist*; null lets every address in. */
  allowedAddresses: string[] | null
  allowedCampaigns: string[]
  allowedIngroups: string[]
}

export interface Phone {
  extension: string
  /** *On-Hook Agent*. */
  onHook: boolean
}

export interface AgentSession {
  /** READY, PAUSED, INCALL, QUEUE, MQUEUE or CLOSER; any text can be set to try a newer server. */
  status: string
  sessionId: string
  dialerServer: string
  phone: string
  campaign: string
  callsToday: number
  callsInQueue: number
  callerId: string
  leadId: number
  pauseCode: string
  /** The agent screen pauses once the call is over. */
  pausesAfterCall: boolean
  /** RING, DEAD, DISPO, PREVIEW, PARK, 3-WAY, DIAL or empty. */
  subStatus: string
  /** A customer's number while in a call. */
  phoneNumber: string
  vendorLeadCode: string
  ingroups: string[]
  outboundAutodial: boolean
  /** The manager who overrode the agent's choice of in-groups; empty for none. */
  overridingManager: string
  recording: Recording | null
  /** The agent screen's own row. Null for a live agent without one, as remote agents are. */
  data: SessionData | null
}

export interface SessionData {
  /** What call_agent dials; empty when the session was made without a phone to ring. */
  agentLoginCall: string
  webphoneUrl: string
}

export interface Recording {
  id: string
  file: string
  server: string
  /** `2026-11-21 12:00:00`, in the server's time. */
  start: string
}

export interface RemoteAgent {
  userGroup: string
  /** ACTIVE or INACTIVE; empty once a value the database does not know was stored. */
  status: string
  lines: number
  campaign: string
  extension: string
}

export interface Campaign {
  name: string
  active: boolean
  userGroup: string
  dialMethod: string
  dialLevel: string
  leadOrder: string
  dialStatuses: string
  dialTimeout: number
  dialPrefix: string
  manualDialPrefix: string
  threeWayDialPrefix: string
}

/** Looks a row up without ever finding what every object inherits (`__proto__` is a legal user). */
export function row<T>(rows: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(rows, key) ? rows[key] : undefined
}

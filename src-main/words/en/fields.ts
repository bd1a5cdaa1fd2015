/** VICIdial's admin pages and fields, by the labels those pages print (they are not translated). */
export const fields = {
  agentApiAccess: 'Users → the user → Agent API Access = 1',
  allowedFunctions: 'Users → the user → API Allowed Functions: add the function, or ALL_FUNCTIONS',
  agentApiActive: 'Admin → System Settings → Agent API Active = 1',
  apiIpWhitelist: 'User Groups → the group → API IP Whitelist',
  selectedLanguage: 'Users → the user → Selected Language = default English',
  onHookAgent: 'Phones → the phone → On-Hook Agent = N',
  lineRights: 'Users → the user → User Level 8 or higher and Modify Remote Agents = 1',
  reportRights: 'Users → the user → User Level 7 or higher and View Reports = 1',
  remoteAgentUser: 'Remote Agents → User ID Start',
} as const

import type { Facts, SignInCode } from '../../contract.ts'
import type { Explain } from '../explanation.ts'
import { fields } from './fields.ts'
import { characterList, minutes, quoted, theUser, times } from './phrases.ts'

/** VICIdial locks an account at this many refused sign-ins. */
const lockAt = 10

export const signIn = {
  'wrong-password': (facts) => ({
    title: 'VICIdial did not accept the sign-in',
    happened: `VICIdial refused this user and password${facts.refusals ? ` (${times(facts.refusals)} so far)` : ''}. The app will not send them again by itself.`,
    why: 'A letter may differ, the password may have changed, or the user may be switched off: VICIdial does not say which. At ten refusals it locks the account for 15 minutes.',
    steps: [
      ...lockWarning(facts),
      'Type your user and password again in this app, and check that Caps Lock is off.',
      'If they are refused again, ask your supervisor for a new password.',
    ],
    who: 'you',
    where: null,
  }),

  'account-locked': (facts) => ({
    title: 'Your account is locked for a while',
    happened: `VICIdial has locked ${theUser(facts)} after ten refused sign-ins. It opens again ${facts.minutesLeft ? `in ${minutes(facts.minutesLeft)}` : '15 minutes after the last one'}.`,
    why: 'Until then VICIdial refuses even the right password, on the agent screen too. The app sends nothing by itself in that time.',
    steps: [
      `Wait ${facts.minutesLeft ? minutes(facts.minutesLeft) : '15 minutes'}. Do not try to sign in meanwhile, here or on the agent screen.`,
      'Then sign in with the right password. If you are not sure of it, ask your supervisor first.',
    ],
    who: 'you',
    where: null,
  }),

  'api-access-off': (facts) => ({
    title: 'Apps are switched off for your user',
    happened: `The password is right, but ${theUser(facts)} may not be used by apps such as this one.`,
    why: 'Each VICIdial user has a setting called Agent API Access. It lets apps ask VICIdial for things on the user’s behalf, and it is off.',
    steps: [
      `Ask your supervisor to set Agent API Access to 1 for ${theUser(facts)}.`,
      'Then try again.',
    ],
    who: 'supervisor',
    where: fields.agentApiAccess,
  }),

  'ip-blocked': () => ({
    title: 'Your internet address is not allowed',
    happened:
      'VICIdial takes requests for your user group only from listed addresses. Yours is not on the list.',
    why: 'The list is called API IP Whitelist. The address of a home connection can change, so it may have worked before.',
    steps: [
      'If your company uses a VPN, connect it and try again.',
      'If not, ask your supervisor to add your internet address to the API IP Whitelist of your user group.',
    ],
    who: 'supervisor',
    where: fields.apiIpWhitelist,
  }),

  'no-active-servers': () => ({
    title: 'No VICIdial dialer is running',
    happened:
      'VICIdial answered, but none of its dialers, the machines that make the calls, is switched on.',
    why: 'They may be stopped for maintenance. It is not about your password or your phone.',
    steps: [
      'Wait a few minutes and try again.',
      'If it stays so, tell your IT support that VICIdial has no active server.',
    ],
    who: 'it',
    where: null,
  }),

  'agent-limit': () => ({
    title: 'All agent places are taken',
    happened: 'VICIdial already has as many agents logged in as its licence allows.',
    why: 'The licence sets how many agents can work at the same time.',
    steps: [
      'Try again when a colleague has logged out.',
      'If you are due to work now, ask your supervisor for a free place.',
    ],
    who: 'supervisor',
    where: null,
  }),

  'function-not-allowed': (facts) => ({
    title: 'Your user may not ask for this',
    happened: `VICIdial does not let ${theUser(facts)} use ${theFunction(facts)}.`,
    why: `Each VICIdial user has a list called API Allowed Functions. It says what apps may ask for, and this is not on it.`,
    steps: [
      `Ask your supervisor to add ${facts.vicidialFunction ? quoted(facts.vicidialFunction) : 'the function'} to API Allowed Functions for ${theUser(facts)}.`,
      'Then try again.',
    ],
    who: 'supervisor',
    where: fields.allowedFunctions,
  }),

  'system-api-off': () => ({
    title: 'VICIdial is closed to apps',
    happened: 'This VICIdial takes no requests from apps at the moment, whoever sends them.',
    why: 'A setting of the whole system, Agent API Active, opens VICIdial to apps such as this one. It is off.',
    steps: ['Ask your supervisor or IT support to set Agent API Active to 1.', 'Then try again.'],
    who: 'it',
    where: fields.agentApiActive,
  }),

  'invalid-source': () => ({
    title: 'VICIdial did not take the app’s name',
    happened: 'Each request carries this app’s name, ringmyphone. VICIdial did not accept it.',
    why: 'Something between this computer and VICIdial may have changed the request, or this VICIdial has its own rules for names.',
    steps: ['Show this message to your IT support. VICIdial calls this name the source.'],
    who: 'it',
    where: null,
  }),

  'level-too-low': (facts) => ({
    title: 'VICIdial did not accept this account',
    happened: `VICIdial refused ${facts.user ? `user ${quoted(facts.user)}` : 'the account'}. The app will not send this account again by itself.`,
    why: `VICIdial asks for User Level ${neededLevel(facts)} here, and refuses lower ones just like a password that does not match. At ten refusals it locks the account.`,
    steps: [
      `Ask your supervisor for an account with ${neededRight(facts)}.`,
      'Have its password checked too: VICIdial gives the same answer when it does not match.',
      'Best is one made only for this, with API Only User = 1 and few API Allowed Functions.',
    ],
    who: 'supervisor',
    where: asksForReports(facts) ? fields.reportRights : fields.lineRights,
  }),

  'password-characters': (facts) => ({
    title: 'VICIdial drops part of this password',
    happened: `VICIdial removes ${facts.droppedCharacters ? characterList(facts.droppedCharacters) : 'some characters'} from passwords that apps send. So the app sent nothing.`,
    why: 'What is left can never match, and each refusal counts towards a locked account. VICIdial keeps letters A to Z, digits and - . + / = _',
    steps: [
      'Ask your supervisor to change it to only letters A to Z (large or small), digits and - . + / = _',
      'Then sign in here with the new password.',
    ],
    who: 'supervisor',
    where: null,
  }),

  'user-characters': (facts) => ({
    title: 'VICIdial drops part of this user name',
    happened: `VICIdial removes ${facts.droppedCharacters ? characterList(facts.droppedCharacters) : 'some characters'} from user names that apps send. So the app sent nothing.`,
    why: 'What is left would be another user. VICIdial keeps letters A to Z, digits, - and _ in user names.',
    steps: [
      'Compare it with the user you log in with on the agent screen, spaces too.',
      'If it is the same, ask your supervisor for a user of only letters A to Z, digits, - and _',
    ],
    who: 'you',
    where: null,
  }),
} satisfies Record<SignInCode, Explain>

function lockWarning({ refusals }: Facts): string[] {
  if (!refusals || refusals < 7 || refusals >= lockAt) return []
  return refusals === lockAt - 1
    ? ['Stop here first: one more refusal locks the account. Ask your supervisor for the password.']
    : [`Take care: ${lockAt - refusals} more refusals lock the account for 15 minutes.`]
}

const purposes: Record<string, string> = {
  call_agent: 'which rings your phone',
  external_pause: 'which pauses you and ends your pause',
  recording: 'which shows whether you are logged in',
  calls_in_queue_count: 'which counts the calls waiting',
  update_remote_agent: 'which changes your line',
  agent_status: 'which shows what an agent is doing',
}

function theFunction({ vicidialFunction: name }: Facts): string {
  if (!name) return 'the function this needs'
  const purpose = Object.hasOwn(purposes, name) ? `, ${purposes[name]}` : ''
  return `${quoted(name)}${purpose}`
}

/** agent_status asks for less than the functions that change something. */
function asksForReports(facts: Facts): boolean {
  return facts.vicidialFunction === 'agent_status'
}

function neededLevel(facts: Facts): string {
  return asksForReports(facts) ? '7 or higher' : '8 or higher'
}

function neededRight(facts: Facts): string {
  return `User Level ${neededLevel(facts)} and ${asksForReports(facts) ? 'View Reports' : 'Modify Remote Agents'} = 1`
}

import type { Explain } from '../explanation.ts'
import type { LineCode } from '../../contract.ts'
import { fields } from './fields.ts'
import { quoted, theAgent, theUser } from './phrases.ts'

/** The line: the remote-agent record that sends calls to an outside number. */
export const line = {
  'line-updated': () => ({
    title: 'Your line was changed',
    happened: 'VICIdial has changed your line, the record that sends calls to your outside number.',
    why: 'The dialer reads the record about once a minute, so calls start or stop within a minute.',
    steps: ['Wait a minute until the change takes hold. A call may still reach you until then.'],
    who: 'you',
    where: null,
  }),

  'line-already-so': () => ({
    title: 'Your line is already set so',
    happened: 'VICIdial had nothing to change: your line is already as you asked.',
    why: 'It may have been set before, here or by your supervisor.',
    steps: ['Carry on. If it was set just now, allow a minute until it takes hold.'],
    who: 'you',
    where: null,
  }),

  'remote-agent-not-found': (facts) => ({
    title: 'VICIdial does not find this line',
    happened: `VICIdial has no remote agent for ${theAgent(facts)}, so nothing was changed.`,
    why: 'A remote agent is a record in VICIdial that sends your calls to an outside number. It is found by its User ID Start.',
    steps: [
      'Ask your supervisor for the User ID Start of your line.',
      'Enter it in this app and try again.',
    ],
    who: 'supervisor',
    where: fields.remoteAgentUser,
  }),

  'line-rights-missing': (facts) => ({
    title: 'This account may not change lines',
    happened: `VICIdial does not let ${facts.user ? theUser(facts) : 'this account'} change lines. Nothing was changed.`,
    why: 'Changing lines needs User Level 8 or higher and Modify Remote Agents = 1.',
    steps: [
      'Ask your supervisor for an account that has both.',
      'Best is one made only for this, with API Only User = 1 and few API Allowed Functions.',
    ],
    who: 'supervisor',
    where: fields.lineRights,
  }),

  'line-not-yours': (facts) => ({
    title: 'This account may not change this line',
    happened: `VICIdial does not let ${facts.user ? theUser(facts) : 'this account'} change ${facts.agent ? `the line of ${theAgent(facts)}` : 'this line'}. Nothing was changed.`,
    why: 'The account may change lines, but not this one. It may belong to another user group.',
    steps: [
      'Check that the User ID Start in this app is that of your own line.',
      'If it is, ask your supervisor to let the account change it.',
    ],
    who: 'supervisor',
    where: null,
  }),

  'lines-invalid': () => ({
    title: 'Choose 1 to 255 lines',
    happened: 'The number of lines was not accepted, so nothing was changed.',
    why: 'It says how many calls you take at once. VICIdial can keep whole numbers from 1 to 255.',
    steps: ['Enter a whole number from 1 to 255. Most people take one call at a time: 1.'],
    who: 'you',
    where: null,
  }),

  'campaign-invalid': () => ({
    title: 'This campaign was not accepted',
    happened: 'VICIdial cannot use this campaign for your line, so nothing was changed.',
    why: 'A campaign is named by its short ID, mostly 1 to 8 letters and digits, and VICIdial must have it.',
    steps: ['Ask your supervisor for the campaign’s ID.', 'Enter it just as given and try again.'],
    who: 'you',
    where: null,
  }),

  'status-invalid': () => ({
    title: 'A line is active or inactive',
    happened: 'VICIdial knows only active and inactive for a line, so nothing was changed.',
    why: 'Any other word could damage the line’s record in VICIdial.',
    steps: ['Choose active to take calls, or inactive to stop them.'],
    who: 'you',
    where: null,
  }),

  'line-fields-missing': () => ({
    title: 'VICIdial asked for more details',
    happened: 'VICIdial did not find all it needs in the request, so nothing was changed.',
    why: 'Some hosted servers name a line by its own record ID; most use its User ID Start. The app may be set for the other kind.',
    steps: [
      'Ask your supervisor whether your line has a record ID or a User ID Start, and which.',
      'Enter that in this app and try again.',
    ],
    who: 'supervisor',
    where: fields.remoteAgentUser,
  }),

  'nothing-to-update': () => ({
    title: 'There was nothing to change',
    happened: 'The request named nothing to change, so VICIdial left your line as it is.',
    why: 'VICIdial needs at least one of these: active or inactive, a campaign, or the number of lines.',
    steps: ['Choose what you want to change, then try again.'],
    who: 'you',
    where: null,
  }),

  'not-supported-here': () => ({
    title: 'This server cannot do that',
    happened: 'This VICIdial cannot do that for an app, so nothing was changed.',
    why: 'Only some hosted servers let an app change a line’s number or delete the line.',
    steps: ['Ask your supervisor to make the change in VICIdial, under Remote Agents.'],
    who: 'supervisor',
    where: null,
  }),

  'no-function': (facts) => ({
    title: 'VICIdial does not know this request',
    happened: `VICIdial has no function ${facts.vicidialFunction ? quoted(facts.vicidialFunction) : 'of the name the app used'}. Nothing was changed.`,
    why: 'It may be an older VICIdial, or one that leaves this function out.',
    steps: ['Ask your IT support whether VICIdial can be updated.'],
    who: 'it',
    where: null,
  }),
} satisfies Record<LineCode, Explain>

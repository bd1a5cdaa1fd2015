import type { turnedAwayCodes } from '../../contract.ts'
import type { Explain } from '../explanation.ts'
import { quoted, theServer } from './phrases.ts'

/** A web server answered instead of VICIdial. */
export const networkTurnedAway = {
  redirected: (facts) => ({
    title: 'The server points to another address',
    happened: `${theServer(facts, 'The server')} points to ${facts.newAddress ? quoted(facts.newAddress, 60) : 'another address'}. The app did not follow.`,
    why: 'The app sends your password only to the address you gave. The server may have moved, or a Wi-Fi login page answered.',
    steps: [
      'If you are on hotel or guest Wi-Fi, open a web page and log in to that Wi-Fi first.',
      facts.newAddress
        ? `If your supervisor confirms ${quoted(facts.newAddress, 60)}, enter it as the server.`
        : 'If not, ask your supervisor for the server’s present address.',
    ],
    who: 'you',
    where: null,
  }),

  'not-found': (facts) => ({
    title: 'There is no VICIdial at this address',
    happened: `A web server at ${theServer(facts)} answered, but has no VICIdial where the app looked. Nothing was rung.`,
    why: 'It may be another server, or VICIdial lies in a folder that must be part of the address.',
    steps: [
      'Open your agent screen in the web browser and copy its whole address into this app.',
      'If it still does not work, ask your IT support where the agent API (agc/api.php) lies.',
    ],
    who: 'you',
    where: null,
  }),

  forbidden: (facts) => ({
    title: 'The web server turned the app away',
    happened: `${theServer(facts, 'The server')} does not let this computer reach VICIdial. Nothing was rung.`,
    why: 'The web server in front of VICIdial has a rule against it, perhaps because of your internet address.',
    steps: [
      'If your company uses a VPN, connect it and try again.',
      'If not, tell your IT support that the web server answers 403 for agc/api.php.',
    ],
    who: 'it',
    where: null,
  }),
} satisfies Record<(typeof turnedAwayCodes)[number], Explain>

import { quoted } from './phrases.ts'
import { session } from './session.ts'

const usage = `Ring My Phone: VICIdial rings your phone into your session.

Usage: ring-my-phone <command> [options]

Commands
  ring       ask VICIdial once to ring your phone
  status     show whether you are logged in, without changing anything
  sign-in    check user and password, and keep them for next time
  sign-out   forget the account and take its password out of the keychain
  demo       run a practice dialer that rings no real phone

Without options, the saved account and this computer's keychain are used.

Options
  --server URL       your VICIdial, such as https://dialer.example.com
  --user USER        the VICIdial user who asks
  --agent AGENT      the agent whose phone is rung, if it is another user
  --password-stdin   read the password from standard input
  --allow-http       go without encryption; others can read the password
  --json             print one JSON object a line
  --watch            status only: go on, and print each change until Ctrl+C
  --help             print this text
  --version          print the version

Exit values
  0  done (status: known)
  1  refused, or not known
  2  the options could not be read
  3  not sure whether VICIdial got the request
`

/** What the terminal prints beside the explanations. */
export const terminal = {
  usage,
  version: (version: string): string => `ring-my-phone ${version}`,

  options: {
    noCommand: 'Name a command: ring, status, sign-in, sign-out or demo.',
    unknownCommand: (name: string): string => `There is no command “${quoted(name)}”.`,
    unknownOption: (name: string): string => `There is no option “${quoted(name)}” here.`,
    valueMissing: (name: string): string => `The option ${quoted(name)} needs a value after it.`,
    required: (name: string): string => `The option ${quoted(name)} is needed here.`,
    passwordMissing: 'No password came on standard input.',
    seeHelp: 'Run ring-my-phone --help to see what there is.',
  },

  prompt: {
    server: 'Server address: ',
    user: 'User: ',
    agent: (user: string): string => `Agent (Enter for ${quoted(user)}): `,
    password: 'Password (not shown): ',
  },

  status: {
    loggedIn: (status: string | null): string =>
      status
        ? `Logged in to VICIdial: ${session.status(status)} (${quoted(status, 20)})`
        : 'Logged in to VICIdial',
    loggedOut: 'Not logged in to VICIdial',
    notAvailable: 'VICIdial does not show the status to this account. Ringing works all the same.',
    unknown: 'It is not known whether you are logged in to VICIdial',
  },

  found: (version: string): string => `Found VICIdial agent API ${quoted(version, 20)}`,
  signedIn: (user: string, server: string): string =>
    `Signed in to ${quoted(server, 60)} as ${quoted(user)}.`,
  passwordKept: 'The password is in this computer’s keychain.',
  passwordNotKept: 'The password was not kept. It is asked for each time.',
  signedOut: 'Signed out. The password is out of this computer’s keychain.',
  alreadySignedOut: 'Nobody was signed in.',
  allowHttp:
    'To go without encryption all the same, add --allow-http. Others on the network can then read the password.',
  waitingForKeyring: 'Your computer asks for its keyring password. Press Ctrl+C to stop waiting.',
}

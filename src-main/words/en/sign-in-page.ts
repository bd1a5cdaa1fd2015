import { characterList, quoted, times } from './phrases.ts'

/** First run and sign-in: server, then user and password. */
export const signInPage = {
  server: {
    heading: 'Where is your VICIdial?',
    label: 'Server address',
    example: 'dialer.example.com',
    hint: 'Open your agent screen in the web browser and copy its address into this field.',
    submit: 'Find VICIdial',
    looking: 'Looking for VICIdial…',
    found: (version: string): string => `Found VICIdial agent API ${quoted(version, 20)}`,
    change: 'Change server',
  },

  http: {
    heading: 'This address is not encrypted',
    risk: 'Your VICIdial password would travel readable. Anyone on the same network, at home, in a café or in between, can read it and use it.',
    advice: 'Ask your IT support for an address that starts with https:// if you can.',
    agree: (server: string): string => `I accept this risk for ${quoted(server, 60)}`,
    confirm: 'Use it without encryption',
    cancel: 'Go back',
  },

  account: {
    heading: 'Sign in with your VICIdial user',
    userLabel: 'User',
    userHint: 'The user you log in with on the agent screen.',
    agentLabel: 'Agent',
    agentHint: 'The agent whose phone is rung. Leave it empty if it is the same user.',
    passwordLabel: 'Password',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    keepLegend: 'Your password',
    keepInKeychain: 'Keep it in this computer’s keychain',
    keepHint: 'The keychain is the safe place where your computer keeps passwords.',
    askEachTime: 'Ask me each time',
    askHint: 'The password is not kept. You type it when it is needed.',
    submit: 'Sign in',
    signingIn: 'Signing in…',
    done: 'You are signed in.',
  },

  /** While typing: what VICIdial would silently leave out. */
  dropped: {
    user: (characters: string): string =>
      `VICIdial drops ${characterList(characters)} from user names. Letters A to Z, digits, - and _ are kept.`,
    password: (characters: string): string =>
      `VICIdial drops ${characterList(characters)}, so this password can never match. Ask your supervisor to change it to letters A to Z (large or small), digits and - . + / = _`,
  },

  /** The same password again after a refusal. */
  sendAgain: {
    question: (refusals: number): string =>
      refusals > 0
        ? `VICIdial refused this password (${times(refusals)} so far). At ten refusals it locks the account for 15 minutes.`
        : 'VICIdial refused this password. At ten refusals it locks the account for 15 minutes.',
    confirm: 'Send it again',
    cancel: 'Change it first',
  },
}

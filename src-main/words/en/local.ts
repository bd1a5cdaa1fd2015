import type { LocalCode } from '../../contract.ts'
import type { Explain } from '../explanation.ts'
import { theServer, theUser } from './phrases.ts'

/** What stopped the app on this computer, before VICIdial was asked. */
export const local = {
  'not-set-up': () => ({
    title: 'The app is not set up yet',
    happened: 'The app does not know your VICIdial server yet, so it could not ask it.',
    why: 'It needs the address of the server and your user once.',
    steps: ['Open the app and enter your server, then sign in.'],
    who: 'you',
    where: null,
  }),

  'signed-out': (facts) => ({
    title: 'You are signed out of this app',
    happened: `The app has no sign-in for ${theServer(facts, 'your server')}, so it sent nothing.`,
    why: 'VICIdial rings only for someone who has signed in. Signing in here does not log you in to the agent screen.',
    steps: ['Open the app and sign in with your VICIdial user and password.'],
    who: 'you',
    where: null,
  }),

  'password-needed': (facts) => ({
    title: 'Your password is needed',
    happened: `The app does not have the password of ${theUser(facts)} at hand, so it sent nothing.`,
    why: 'Either you chose to be asked each time, or this computer’s keychain, where passwords are kept, no longer holds it.',
    steps: [
      facts.vicidialFunction === 'external_pause'
        ? 'Open the app, press Pause or Resume and type your password.'
        : 'Open the app, type your password and press Ring my phone.',
    ],
    who: 'you',
    where: null,
  }),

  'keychain-unavailable': () => ({
    title: 'This computer has no keychain',
    happened: 'The app found no keychain, the safe place for passwords, so it has kept none.',
    why: 'The app keeps your password in the computer’s keychain or not at all. On Linux this needs a keyring service, such as GNOME Keyring.',
    steps: [
      'Choose “Ask me each time”. You then type your password when it is needed.',
      'To have it kept instead, ask your IT support for a keyring service on this computer.',
    ],
    who: 'you',
    where: null,
  }),

  'keychain-locked': () => ({
    title: 'Your password may be locked away',
    happened:
      'This computer’s keychain, the safe place for passwords, is locked or gave out no password.',
    why: 'A locked keychain looks like an empty one. So that nothing is lost, the app has changed nothing in it.',
    steps: [
      'Try again. If your computer asks for its keyring password, type it: often your computer password.',
      'Or choose “Ask me each time”. You then type your VICIdial password when it is needed.',
    ],
    who: 'you',
    where: null,
  }),

  'keychain-timeout': () => ({
    title: 'The keychain did not answer',
    happened:
      'The app asked this computer’s keychain, the safe place for passwords, but no answer came in time.',
    why: 'It may be waiting for you to unlock it, perhaps in a window hidden behind others.',
    steps: [
      'Look for a window that asks for the keyring password, unlock it and try again.',
      'Or choose “Ask me each time”. You then type your VICIdial password when it is needed.',
    ],
    who: 'you',
    where: null,
  }),

  'server-address-invalid': () => ({
    title: 'This does not look like an address',
    happened: 'The app could not read a server address from what it was given.',
    why: 'A server address looks like dialer.example.com or https://dialer.example.com.',
    steps: [
      'Open your agent screen in the web browser and copy its address.',
      'Put it into the server field of this app.',
    ],
    who: 'you',
    where: null,
  }),

  'settings-not-saved': () => ({
    title: 'The app could not save to the disk',
    happened:
      'The app could not write to its folder on this computer, so it did not go on. What was saved before is still there.',
    why: 'The disk may be full, or the folder closed to the app. Before each ring the app notes the press, so that one press never makes two calls.',
    steps: [
      'Free some space on the disk and try again.',
      'If that does not help, ask your IT support to let you write to the app’s folder.',
    ],
    who: 'you',
    where: null,
  }),

  'settings-unreadable': () => ({
    title: 'Your settings had to start afresh',
    happened:
      'The app could not read its settings file. It kept the file, with .bak at the end of its name.',
    why: 'The file may have been damaged, perhaps when the computer was switched off suddenly.',
    steps: ['Enter your server again and sign in.'],
    who: 'you',
    where: null,
  }),

  'bad-message': () => ({
    title: 'The app could not use this request',
    happened: 'The app was asked for something in a form it does not know. It did nothing.',
    why: 'This comes from the app itself. It is not about your user, password or phone.',
    steps: [
      'Quit the app, open it again and try once more.',
      'If it happens again, show this message and the version of the app to your IT support.',
    ],
    who: 'it',
    where: null,
  }),
} satisfies Record<LocalCode, Explain>

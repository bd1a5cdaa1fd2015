import type { beforeRequestCodes } from '../../contract.ts'
import type { Explain } from '../explanation.ts'
import { theServer } from './phrases.ts'

/** The request never left this computer. */
export const networkBefore = {
  offline: () => ({
    title: 'This computer is offline',
    happened: 'There is no network connection, so the app could not ask VICIdial.',
    why: 'The Wi-Fi or cable may be off, or the computer has just woken up.',
    steps: ['Connect to Wi-Fi or plug in the cable.', 'When a web page opens again, try again.'],
    who: 'you',
    where: null,
  }),

  'name-not-found': (facts) => ({
    title: 'The server’s name was not found',
    happened: `No server was found under ${theServer(facts, 'this address')}. Nothing was sent.`,
    why: 'The address may have a letter too many or too few, or it may be known only inside the company’s VPN.',
    steps: [
      'If your company uses a VPN, connect it and try again.',
      'Compare the address with that of your agent screen in the web browser.',
      'If both are right, ask your IT support.',
    ],
    who: 'you',
    where: null,
  }),

  'connection-refused': (facts) => ({
    title: 'The server refused the connection',
    happened: `${theServer(facts, 'The server')} is there, but refused the connection. Nothing was sent.`,
    why: 'VICIdial may be restarting, the address may need another port number, or a firewall may be in between.',
    steps: [
      'Check whether your agent screen opens in the web browser.',
      'If it does, copy its address into this app.',
      'If it does not, tell your IT support that the server refuses connections.',
    ],
    who: 'it',
    where: null,
  }),

  'connect-timeout': (facts) => ({
    title: 'The server did not answer',
    happened: `The app waited a few seconds for ${theServer(facts)}, but got no connection. Nothing was sent.`,
    why: 'The server may be off, or reached only through the company’s VPN, or your internet is slow right now.',
    steps: [
      'If your company uses a VPN, connect it and try again.',
      'Check whether your agent screen opens in the web browser.',
      'If it does not open either, tell your IT support.',
    ],
    who: 'it',
    where: null,
  }),

  'tls-untrusted': (facts) => ({
    title: 'The server’s identity is not confirmed',
    happened: `The certificate of ${theServer(facts)} is from an issuer this computer does not trust. Nothing was sent.`,
    why: 'A certificate is a server’s proof of identity. Without one we trust, another computer could pose as VICIdial and take your password.',
    steps: [
      'If you are on hotel or guest Wi-Fi, open a web page and log in to that Wi-Fi first.',
      'If not, ask your IT support to have this computer trust the server’s certificate.',
    ],
    who: 'it',
    where: null,
  }),

  'tls-expired': (facts) => ({
    title: 'The server’s certificate is out of date',
    happened: `By this computer’s clock, the certificate of ${theServer(facts)} is not valid today. Nothing was sent.`,
    why: 'A certificate is a server’s proof of identity, and it counts only between two dates.',
    steps: [
      'Check that the date and time of this computer are right.',
      'If they are, tell your IT support that the server’s certificate must be renewed.',
    ],
    who: 'it',
    where: null,
  }),

  'tls-wrong-host': (facts) => ({
    title: 'The certificate is for another server',
    happened: `${theServer(facts, 'The server')} showed a certificate made out to another name. Nothing was sent.`,
    why: 'A certificate is a server’s proof of identity. The address may be a second name of the server, or another computer answered.',
    steps: [
      'Compare the address with that of your agent screen in the web browser.',
      'If it is the same, ask your IT support which address the certificate is for.',
    ],
    who: 'it',
    where: null,
  }),

  'tls-failed': (facts) => ({
    title: 'No secure connection was possible',
    happened: `This computer and ${theServer(facts)} could not agree on a secure connection. Nothing was sent.`,
    why: 'The server may speak only plain http here, without encryption, or only an old kind of encryption.',
    steps: [
      'Check the address and its port number against your agent screen in the web browser.',
      'If they are the same, ask your IT support how the server is reached with https.',
    ],
    who: 'it',
    where: null,
  }),

  'tls-pin-changed': (facts) => ({
    title: 'The server’s certificate has changed',
    happened: `${theServer(facts, 'The server')} shows another certificate than the one you chose to trust. Nothing was sent.`,
    why: 'It may have been renewed. It could also be another computer that poses as VICIdial to take your password.',
    steps: [
      'Ask your IT support whether the certificate was renewed.',
      'Only if they say so, trust the new one in this app.',
    ],
    who: 'it',
    where: null,
  }),

  'http-not-allowed': (facts) => ({
    title: 'This address is not encrypted',
    happened: `What goes to ${theServer(facts)} is not encrypted: others can read along. The app sent nothing.`,
    why: 'Anyone on the same network, at home, in a café or in between, can read your password and use it.',
    steps: [
      'Put https:// before the address and try again.',
      'If that does not work, ask your IT support for an address with https.',
      'Go without only if you accept the risk, and on a network you trust. The app asks you first.',
    ],
    who: 'you',
    where: null,
  }),
} satisfies Record<(typeof beforeRequestCodes)[number], Explain>

import { expect, test } from 'vitest'
import { viewFor } from '../../../src-renderer/logic/view.ts'
import { account } from './states.ts'

test('the first run begins with the server', () => {
  expect(viewFor(account({ server: null, signedIn: false }), null)).toBe('server')
})

test('a found server is followed by the sign-in', () => {
  expect(viewFor(account({ signedIn: false }), null)).toBe('signIn')
})

test('home is the ring view once signed in', () => {
  expect(viewFor(account({}), null)).toBe('ring')
  expect(viewFor(account({}), 'ring')).toBe('ring')
})

test('who is not signed in cannot be sent to the ring view', () => {
  expect(viewFor(account({ signedIn: false }), 'ring')).toBe('signIn')
  expect(viewFor(account({ server: null, signedIn: false }), 'ring')).toBe('server')
})

test('a signed-in person may go to the sign-in and to the server to change them', () => {
  expect(viewFor(account({}), 'signIn')).toBe('signIn')
  expect(viewFor(account({}), 'server')).toBe('server')
})

test('without a server there is nothing to sign in to', () => {
  expect(viewFor(account({ server: null, signedIn: false }), 'signIn')).toBe('server')
})

test('preferences are reachable from everywhere', () => {
  expect(viewFor(account({ server: null, signedIn: false }), 'preferences')).toBe('preferences')
  expect(viewFor(account({ signedIn: false }), 'preferences')).toBe('preferences')
  expect(viewFor(account({}), 'preferences')).toBe('preferences')
})

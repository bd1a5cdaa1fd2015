import { expect, test } from 'vitest'
import { agentStatuses } from '../../../src-main/contract.ts'
import { dotLook, sessionLines } from '../../../src-renderer/logic/session-look.ts'
import { state } from './states.ts'

const session = (change: NonNullable<Parameters<typeof state>[0]['session']>) =>
  state({ session: change }).session

test('the four kinds of status look different', () => {
  const looks = agentStatuses.map((status) => dotLook(session({ status })))
  expect(new Set(looks)).toEqual(new Set(['waiting', 'paused', 'onCall', 'coming']))
})

test('a status nobody has seen before still looks logged in', () => {
  expect(dotLook(session({ status: 'LAGGED' }))).toBe('loggedIn')
  expect(dotLook(session({ status: 'constructor' }))).toBe('loggedIn')
  expect(dotLook(session({ status: null }))).toBe('loggedIn')
})

test('logged out looks different from not known', () => {
  expect(dotLook(session({ kind: 'loggedOut', status: null }))).toBe('out')
  expect(dotLook(session({ kind: 'unknown', status: null }))).toBe('unknown')
  expect(dotLook(session({ kind: 'notAvailable', status: null }))).toBe('unknown')
})

test('a session is told by its status, its ID and the calls waiting', () => {
  const { title, detail } = sessionLines(session({ status: 'READY', callsInQueue: 3 }))
  expect(title).not.toBe('')
  expect(detail).toContain('8600051')
  expect(detail).toContain('3')
})

test('a session of which nothing more is known still has both its lines', () => {
  const { title, detail } = sessionLines(session({ status: null, sessionId: null }))
  expect(title).not.toBe('')
  expect(detail).not.toBe('')
})

test('an unknown session says why, where that is known', () => {
  const plain = sessionLines(session({ kind: 'unknown' }))
  const why = sessionLines(
    session({ kind: 'unknown', finding: { code: 'connect-timeout', facts: {} } }),
  )
  expect(why.title).toBe(plain.title)
  expect(why.detail).not.toBe(plain.detail)
})

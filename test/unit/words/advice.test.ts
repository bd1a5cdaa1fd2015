import { describe, expect, test } from 'vitest'
import { unknownOutcomeCodes, type Code, type Facts } from '../../../src-main/contract.ts'
import { explain, silentPhone } from '../../../src-main/words/index.ts'
import { textsOf } from './style.ts'

/** All that the card for a code says. */
const told = (code: Parameters<typeof explain>[0]['code'], facts: Facts = {}) =>
  textsOf(explain({ code, facts })).join('\n')

describe('what an agent learns from a card', () => {
  test('a queued call is not told as a ringing phone', () => {
    const card = explain({ code: 'sent', facts: {} })
    expect(card.happened).toContain('queued')
    expect(card.why).toContain('nothing yet on whether the phone rings')
  })

  test.each([
    ['no phone entry', explain({ code: 'phone-entry-empty', facts: {} })],
    ['a silent phone', silentPhone({})],
  ])('%s names on-hook agents, says what they are, and names the field', (_name, card) => {
    expect(card.why).toMatch(/on-hook agent/)
    expect(card.why).toContain('for each call')
    expect(card.steps.join(' ')).toContain('On-Hook Agent')
    expect(card.where).toBe('Phones → the phone → On-Hook Agent = N')
  })

  test('no session data is told apart: a remote-agent record, or a session to log out of', () => {
    const text = told('no-session-data')
    expect(text).toContain('remote-agent record')
    expect(text).toContain('log out, log in again')
  })

  test('a phone that may still ring says when to press again', () => {
    expect(told('already-ringing', { secondsLeft: 12 })).toContain('press again in 12 seconds')
    expect(told('already-ringing', { secondsLeft: 1 })).toContain('in 1 second.')
    expect(told('already-ringing', { secondsLeft: 0.2 })).toContain('in 1 second.')
  })

  test('a live call is named by what VICIdial shows', () => {
    expect(told('on-a-call', { status: 'INCALL' })).toContain('INCALL: on a call.')
    expect(told('on-a-call', { status: 'QUEUE' })).toContain('QUEUE: a call is coming to you.')
  })

  test('a refused password tells the count, the lock at ten, and that it is not sent again', () => {
    const text = told('wrong-password', { refusals: 3 })
    expect(text).toContain('3 times so far')
    expect(text).toContain('At ten refusals it locks the account for 15 minutes')
    expect(text).toContain('will not send them again by itself')
    expect(told('wrong-password', { refusals: 1 })).toContain('once so far')
  })

  test('the warning grows with the count of refusals, and leads the steps', () => {
    const first = (refusals: number) =>
      explain({ code: 'wrong-password', facts: { refusals } }).steps[0]
    expect(first(6)).toContain('Type your user')
    expect(first(8)).toContain('2 more refusals')
    expect(first(9)).toContain('one more refusal locks the account')
  })

  test('a locked account says how long', () => {
    expect(told('account-locked', { minutesLeft: 13 })).toContain('13 minutes')
    expect(told('account-locked')).toContain('15 minutes')
  })

  test('dropped characters are named, and the supervisor can change the password', () => {
    const card = explain({ code: 'password-characters', facts: { droppedCharacters: '@ # @' } })
    expect(card.happened).toContain('removes @ # and spaces from')
    expect(card.why).toContain('can never match')
    expect(card.steps[0]).toContain('Ask your supervisor to change it')
    expect(card.who).toBe('supervisor')
    expect(told('user-characters', { droppedCharacters: 'é' })).toContain('removes é from')
  })

  test('an address without encryption says who can read the password', () => {
    const text = told('http-not-allowed', { server: 'http://dialer.example.com' })
    expect(text).toContain('Anyone on the same network')
    expect(text).toContain('read your password')
    expect(text).toContain('http://dialer.example.com')
  })

  test('a redirect names the new address and is not followed', () => {
    const text = told('redirected', { newAddress: 'https://new.example.com' })
    expect(text).toContain('points to https://new.example.com. The app did not follow')
  })

  test('a function that was refused is named, with its list', () => {
    const text = told('function-not-allowed', { user: '1000', vicidialFunction: 'call_agent' })
    expect(text).toContain('add call_agent to API Allowed Functions for user 1000')
    expect(text).toContain('which rings your phone')
  })

  test('an account of too low a level learns the level for what it asked', () => {
    expect(told('level-too-low')).toContain('User Level 8 or higher and Modify Remote Agents = 1')
    expect(told('level-too-low', { vicidialFunction: 'agent_status' })).toContain(
      'User Level 7 or higher and View Reports = 1',
    )
  })

  test('a changed line says that it takes up to a minute', () => {
    expect(told('line-updated')).toContain('within a minute')
  })

  test('a secure connection that was not agreed on may be plain http', () => {
    expect(told('tls-failed')).toContain('could not agree on a secure connection')
    expect(told('tls-failed')).toContain('plain http')
  })

  test('an unread answer may be another language', () => {
    expect(told('unrecognised-reply')).toContain('another language')
    expect(told('unrecognised-reply')).toContain('Selected Language = default English')
  })

  test.each(['keychain-unavailable', 'keychain-locked', 'keychain-timeout'] as const)(
    '%s offers to be asked each time',
    (code) => {
      expect(told(code)).toContain('“Ask me each time”')
    },
  )

  test('a settings file that was set aside is told', () => {
    expect(told('settings-unreadable')).toContain('.bak')
  })
})

describe.each([
  'reply-timeout',
  'connection-lost',
  'server-error',
  'reply-too-large',
  'empty-reply',
  'not-vicidial',
  'unrecognised-reply',
] as const)('the uncertain outcome %s', (code) => {
  const press = 'your phone does not ring within 30 seconds, press again'

  test('says that a ring may have got through, was not repeated, and when to press again', () => {
    const text = told(code, { vicidialFunction: 'call_agent' })
    expect(text).toContain('may have rung your phone')
    expect(text).toContain('The app did not ask again')
    expect(text).toContain('If it does not ring within 30 seconds, press again.')
    expect(told(code)).toContain(press)
    expect(told(code)).toContain('did not repeat the request')
  })

  test('of a mere question frightens nobody with a ring', () => {
    const text = told(code, { vicidialFunction: 'recording' })
    expect(text).toContain('it rang and changed nothing')
    expect(text).not.toContain('press again')
  })

  test('of a change speaks of the line', () => {
    expect(told(code, { vicidialFunction: 'update_remote_agent' })).toContain(
      'may have changed your line',
    )
  })
})

test('nothing that is told of a pause speaks of ringing', () => {
  const facts = { agent: '1000', vicidialFunction: 'external_pause' }
  const asked: Code[] = [
    'agent-not-logged-in',
    'bad-request',
    'no-user-found',
    'password-needed',
    'function-not-allowed',
    ...unknownOutcomeCodes,
  ]
  for (const code of asked) expect(told(code, facts), code).not.toMatch(/\brings?\b|\brang\b/i)
  for (const code of unknownOutcomeCodes) expect(told(code, facts)).toContain('all the same')
})

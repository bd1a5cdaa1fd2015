import { expect, test } from 'vitest'
import {
  secondStartReason,
  startMessage,
  startReason,
} from '../../../src-main/shell/start-reason.ts'

test.each([
  [['/opt/app'], 'show'],
  [['/opt/app', '--ring'], 'ring'],
  [['/opt/app', '--at-login'], 'login'],
  [['/opt/app', '--at-login', '--ring'], 'ring'],
  [['/usr/bin/electron', '--ring', '--no-sandbox', '/srv/app'], 'ring'],
  [['/opt/app', '--ringer'], 'show'],
  [['/opt/app', '--ring=yes'], 'show'],
  [['/opt/app', 'ring', '/home/a/--ring'], 'show'],
] as const)('%j was started to %s', (argv, reason) => {
  expect(startReason(argv)).toBe(reason)
})

test('a second copy is believed what it says, in whatever order its arguments arrive', () => {
  const moved = ['/opt/app', '--allow-file-access-from-files', '--ring']
  expect(secondStartReason(moved, startMessage('ring'))).toBe('ring')
  expect(secondStartReason(['/opt/app'], startMessage('ring'))).toBe('ring')
  expect(secondStartReason(moved, startMessage('show'))).toBe('show')
})

test.each([[undefined], [null], [{}], ['ring'], [{ reason: 'explode' }], [{ reason: ['ring'] }]])(
  'a second copy that says %j is known by its arguments',
  (message) => {
    expect(secondStartReason(['/opt/app', '--ring'], message)).toBe('ring')
    expect(secondStartReason(['/opt/app'], message)).toBe('show')
  },
)

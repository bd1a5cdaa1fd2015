import { epoch, line, mayUse, serverTime } from './asked.ts'
import type { Asked } from './asked.ts'
import { updateRemoteAgent } from './remote-agent-function.ts'
import { reportFunctions } from './report-functions.ts'
import { signIn } from './sign-in.ts'
import { row } from './world.ts'
import type { User } from './world.ts'

const functions: Record<string, (request: Asked, account: User) => string> = {
  ...reportFunctions,
  update_remote_agent: updateRemoteAgent,
}

/**
 * What `/vicidial/non_agent_api.php` answers. Users below level 7 are refused like wrong
 * passwords, and that counts towards their lock-out; an accepted sign-in sets the count back.
 */
export function answerNonAgentApi(request: Asked): string {
  const { world, user, pass, account } = request
  if (request.function === 'version') return version(request)
  if (request.source.length < 2)
    return line(request, 'ERROR', 'Invalid Source', ` - ${request.source}`)
  const state = signIn(world, request.counts, {
    user,
    password: pass,
    address: request.address,
    now: request.now,
    leastLevel: 7,
    resetsCounter: true,
  })
  request.received.signIn = state
  if (state === 'LOCK') {
    const text = 'Too many login attempts, try again in 15 minutes'
    return line(request, 'ERROR', text, `: |${user}|LOCK|`)
  }
  if (!account || state !== 'GOOD') {
    const text = 'Login incorrect, please try again'
    return line(request, 'ERROR', text, `: |${user}|${pass}|${state}|`)
  }
  if (!world.system.apiActive) return line(request, 'ERROR', 'System API NOT ACTIVE', '')
  if (!mayUse(account, request.function)) {
    const text = 'auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION'
    return line(request, 'ERROR', text, `: |${user}|${request.function}|`)
  }
  const ask = row(functions, request.function)
  return ask ? ask(request, account) : line(request, 'ERROR', 'NO FUNCTION SPECIFIED', '')
}

function version({ world, now }: Asked): string {
  const { version, build } = world.system.nonAgentApi
  return (
    `VERSION: ${version}|BUILD: ${build}|DATE: ${serverTime(now)}|EPOCH: ${epoch(now)}` +
    '|DST: 0|TZ: -5.00|TZNOW: -5.00|\n'
  )
}

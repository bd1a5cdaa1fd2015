import { agentFunctions } from './agent-functions.ts'
import { epoch, line, mayUse, serverTime } from './asked.ts'
import type { Asked } from './asked.ts'
import { failuresThatLock, lockMs, signIn } from './sign-in.ts'
import { row } from './world.ts'

/**
 * What `/agc/api.php` answers. The order of the checks is the server's: version, source, sign-in,
 * system switch, allowed functions, the function itself; an unknown function gets an empty body.
 */
export function answerAgentApi(request: Asked): string {
  const { world, user, pass, account, now } = request
  if (request.function === 'version') return version(request)
  if (request.source.length < 2)
    return line(request, 'ERROR', 'Invalid Source', ` - ${request.source}`)
  const state = signIn(world, request.counts, {
    user,
    password: pass,
    address: request.address,
    now,
    leastLevel: 1,
    resetsCounter: false,
  })
  request.received.signIn = state
  const mayUseApi = account?.agentApiAccess === true
  if (!account || state !== 'GOOD' || !mayUseApi) {
    const fields = [user, pass, bit(state === 'GOOD'), bit(mayUseApi), state]
    if (state === 'BAD') fields.push('0', 'api', countingStatement(request))
    return line(request, 'ERROR', 'Invalid Username/Password', `: |${fields.join('|')}|`)
  }
  if (!world.system.apiActive) return line(request, 'ERROR', 'System API NOT ACTIVE', '')
  if (!mayUse(account, request.function)) {
    const fields = [request.value, user, request.function, account.userGroup]
    return line(
      request,
      'ERROR',
      'auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION',
      ` - ${fields.join('|')}`,
    )
  }
  const ask = row(agentFunctions, request.function)
  return ask ? ask(request) : ''
}

function version({ world, now }: Asked): string {
  const { version, build } = world.system.agentApi
  return `VERSION: ${version}|BUILD: ${build}|DATE: ${serverTime(now)}|EPOCH: ${epoch(now)}\n`
}

function bit(on: boolean): string {
  return on ? '1' : '0'
}

/** The real server repeats the statement it looked the user up with, password and all. */
function countingStatement({ user, pass, now }: Asked): string {
  return (
    `SELECT count(*) from vicidial_users where user='${user}' and pass='${pass}' and user_level > 0` +
    ` and active='Y' and ( (failed_login_count < ${failuresThatLock}) or` +
    ` (UNIX_TIMESTAMP(last_login_date) < ${epoch(now - lockMs)}) );`
  )
}

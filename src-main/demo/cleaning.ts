/**
 * VICIdial's cleaning of request parameters: characters outside a field's own set are dropped
 * without a word, so a password with `@` in it can never match.
 */
export type Params = Record<string, string>

export interface CleanParams {
  source: string
  user: string
  pass: string
  function: string
  value: string
  agent_user: string
  alt_user: string
  status: string
  campaign_id: string
  number_of_lines: string
  stage: string
  header: string
}

const name = /[^-_0-9A-Za-z]/g
const nameAnyScript = /[^-_\p{L}\p{N}]/gu
const password = /[^-.+/=_0-9A-Za-z]/g
const passwordAnyScript = /[^-.+/=_\p{L}\p{N}]/gu

/** `nonLatin` servers keep letters and digits of every script in users and passwords. */
export function clean(params: Params, nonLatin: boolean): CleanParams {
  const kept = (key: string, dropped: RegExp) =>
    (Object.hasOwn(params, key) ? (params[key] ?? '') : '').replace(dropped, '')
  const user = nonLatin ? nameAnyScript : name
  return {
    source: kept('source', /[^0-9A-Za-z]/g).slice(0, 20),
    user: kept('user', user),
    pass: kept('pass', nonLatin ? passwordAnyScript : password),
    function: kept('function', name),
    value: kept('value', name),
    agent_user: kept('agent_user', user),
    alt_user: kept('alt_user', user),
    status: kept('status', name),
    campaign_id: kept('campaign_id', name),
    number_of_lines: kept('number_of_lines', /[^0-9]/g),
    stage: kept('stage', name),
    header: kept('header', name),
  }
}

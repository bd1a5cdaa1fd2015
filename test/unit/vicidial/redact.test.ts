import { describe, expect, test } from 'vitest'
import { createAgentApi } from '../../../src-main/vicidial/agent-api.ts'
import type { Credentials } from '../../../src-main/vicidial/answer.ts'
import { httpReply } from './raw-server.ts'
import { underTest } from './under-test.ts'

const under = underTest()

const users = { user: '6666', agent: '1000' }
/** Every character that VICIdial keeps, and longer than PHP prints. */
const passwords = ['Zz9-.+/=_a', '-', 'Zz9-.+/=_aZz9-.+/=_a']

type Echo = (fields: URLSearchParams, form: string) => string

/** What the app shows of a reply that a server makes from the very request it got. */
async function shown(echo: Echo, own: Partial<Credentials> = {}, status = '200 OK') {
  const server = await under.serve({
    onRequest: (_, { body }) => httpReply(echo(new URLSearchParams(body), body), {}, status),
  })
  const api = createAgentApi(under.transport)
  const account = { server: server.at, ...users, password: passwords[0] ?? '', ...own }
  const answer = await api.callAgent(account)
  return answer.reply ?? ''
}

const pass: Echo = (fields) => fields.get('pass') ?? ''
const percent = (text: string, hex: (code: string) => string) =>
  [...text].map((letter) => `%${hex(letter.charCodeAt(0).toString(16))}`).join('')

const spellings: Record<string, Echo> = {
  plain: pass,
  'URL-encoded by the form': (_, form) => /&pass=([^&]*)/.exec(form)?.[1] ?? '',
  'URL-encoded whole, in capitals': (fields, form) =>
    percent(pass(fields, form), (code) => code.toUpperCase()),
  'URL-encoded whole, in small letters': (fields, form) =>
    percent(pass(fields, form), (code) => code.toLowerCase()),
  'URL-encoded by letters of either case': (fields, form) =>
    percent(pass(fields, form), (code) => code.replace(/[a-f]$/, (digit) => digit.toUpperCase())),
  'as HTML entities': (fields, form) =>
    [...pass(fields, form)].map((letter) => `&#${letter.charCodeAt(0)};`).join(''),
  'as padded HTML entities': (fields, form) =>
    [...pass(fields, form)].map((letter) => `&#0${letter.charCodeAt(0)};`).join(''),
  'as HTML entities in hex': (fields, form) =>
    [...pass(fields, form)].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join(''),
  'as PHP’s JSON': (fields, form) => pass(fields, form).replaceAll('/', '\\/'),
  'spelled differently letter by letter': (fields, form) =>
    [...pass(fields, form)]
      .map((letter, at) => (at % 2 ? `&#X${letter.charCodeAt(0).toString(16)};` : letter))
      .join(''),
}

const places: Record<string, (secret: string) => string> = {
  'alone on its line': (secret) => secret,
  'in the middle of a word': (secret) => `xx${secret}xx`,
  'three times': (secret) => `${secret} ${secret}${secret}`,
  'in fields of an unknown shape': (secret) => `NEW: |${secret}|6666|${secret}`,
  'where the state stands': (secret) => `NEW: |6666|x|0|1|${secret}|`,
  'in a PHP warning': (secret) => `<b>Warning</b>: bad value "${secret}" on line <b>3</b><br />`,
  'in a web page': (secret) => `<html><body><input value="${secret}"></body></html>`,
  'at the very end of what is kept': (secret) => 'x'.repeat(1_995) + secret,
}

describe.each(Object.entries(spellings))('the password %s', (_, spell) => {
  test.each(Object.entries(places))('%s is not shown', async (_where, place) => {
    for (const password of passwords) {
      const echo: Echo = (fields, form) => place(spell(fields, form))
      const reply = await shown(echo, { password })
      const spelled = spell(new URLSearchParams({ pass: password }), `&pass=${password}`)
      expect(reply).not.toContain(password)
      expect(reply).not.toContain(spelled)
      if (reply.length < 2_000) expect(reply).toContain('[***]')
    }
  })
})

describe('VICIdial’s own refusals', () => {
  const refusal =
    (rest: string): Echo =>
    (fields) =>
      `ERROR: Invalid Username/Password: |${fields.get('user')}|${fields.get('pass')}|${rest}\n`

  test.each([
    ['6666', 'secret1'],
    ['6666', '6666'],
    ['6666', '1000'],
    ['6666', '0'],
    ['6666', 'BAD'],
    ['pass', 'hidden'],
  ])(
    'of user %s with the password %s keep neither it nor the statement',
    async (user, password) => {
      const statement = `SELECT count(*) from vicidial_users where user='${user}' and pass='${password}';`
      const reply = await shown(refusal(`0|1|BAD|0|api|${statement}|`), { user, password })
      expect(reply).not.toMatch(/SELECT|vicidial_users|api/)
      expect(reply.split('|')[2]).toBe('[***]')
      expect(reply.trim().split('|')).toHaveLength(7)
    },
  )

  test('keep what explains them', async () => {
    const reply = await shown(refusal('1|0|GOOD|'), { password: 'secret1' })
    expect(reply).toBe('ERROR: Invalid Username/Password: |6666|[***]|1|0|GOOD|\n')
  })

  test('with a state of a newer server keep nothing behind it', async () => {
    const reply = await shown(refusal("0|1|ERRNEW|SELECT pass='6666'|"), { password: '6666' })
    expect(reply).toBe('ERROR: Invalid Username/Password: |6666|[***]|0|1|ERRNEW|\n')
  })

  test.each(['BAD', 'LOCK', 'IPBLOCK', 'ERRSERVERS', 'ERRAGENTS', 'GOOD'])(
    'by the other API keep no password either: %s',
    async (state) => {
      const start = 'ERROR: Login incorrect, please try again: |6666|'
      const echo: Echo = (fields) => `${start}${fields.get('pass')}|${state}|\n`
      expect(await shown(echo, { password: '6666' })).toBe(`${start}[***]|${state}|\n`)
    },
  )

  test('leave other lines as they are', async () => {
    const line = 'ERROR: auth USER DOES NOT HAVE PERMISSION - CALL|6666|call_agent|AGENTS\n'
    expect(await shown(() => line)).toBe(line)
    expect(await shown(() => 'ERROR: call_agent error - entry is empty - 1000\n')).toBe(
      'ERROR: call_agent error - entry is empty - 1000\n',
    )
  })
})

describe('PHP’s and the database’s own words', () => {
  test('show no password in a statement, even where it is the user’s name', async () => {
    const reply = await shown(
      () => "SELECT 1 from vicidial_users where user='6666' and pass = '6666' and active='Y'\n",
      { password: '6666' },
    )
    expect(reply).toBe(
      "SELECT 1 from vicidial_users where user='6666' and pass=[***] and active='Y'\n",
    )
  })

  test('show no password in an address', async () => {
    const reply = await shown((_, form) => `GET /agc/api.php?${form} HTTP/1.1`, {
      password: '6666',
    })
    expect(reply).toContain('&user=6666&pass=[***]&agent_user=1000')
  })

  test('show no beginning of a long password in a stack', async () => {
    const password = 'correct.horse.battery'
    const reply = await shown(
      (fields) =>
        'Fatal error: Uncaught mysqli_sql_exception in /srv/functions.php:12\n' +
        `#1 /srv/agc/api.php(500): user_authorization('6666', '${fields.get('pass')?.slice(0, 15)}...', '')\n`,
      { password },
      '500 Internal Server Error',
    )
    expect(reply).toContain("user_authorization('6666', '[***]', '')")
    expect(reply).not.toContain('correct')
  })
})

describe('a recording’s file name, which holds a customer’s number', () => {
  test.each(['MQUEUE', 'INCALL', '3-WAY', 'neu'])(
    'is not shown with the status %s',
    async (word) => {
      const start = 'NOTICE: recording active - 1000'
      const reply = await shown(
        () =>
          `${start}|121242|20261121-120000_7275551212|10.0.0.5|2026-11-21 12:00:00|10.0.0.5|8600051|${word}\n`,
      )
      expect(reply).toBe(`${start}|[***]|[***]|||10.0.0.5|8600051|${word}\n`)
    },
  )

  test('is not shown by a newer server with more fields', async () => {
    const reply = await shown(
      () => 'NOTICE: x - 1000|1|2026_7275551212|10.0.0.5|x|10.0.0.5|8600051|INCALL|more\r\n',
    )
    expect(reply).not.toContain('7275551212')
  })

  test('that is not there leaves the line as it is', async () => {
    const line = 'NOTICE: not recording - 1000|||||10.0.0.5|8600051|PAUSED\n'
    expect(await shown(() => line)).toBe(line)
  })
})

test('no more than 2,000 characters are shown', async () => {
  expect(await shown(() => 'x'.repeat(60_000))).toBe('x'.repeat(2_000))
})

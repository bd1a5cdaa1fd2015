import type { Faults } from './faults.ts'

export interface WebAnswer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

export const rubbishBytes = 1024 * 1024

/** VICIdial's own answer: always 200 and always called HTML. */
export function vicidialAnswer(text: string, faults: Faults, path: string): WebAnswer {
  const mark = faults.byteOrderMark ? '\uFEFF' : ''
  const warning = faults.phpWarning
    ? '<br />\n<b>Warning</b>:  Undefined variable $practice in ' +
      `<b>/srv/www/htdocs${path}</b> on line <b>1042</b><br />\n`
    : ''
  return answer(200, mark + warning + text, { 'Content-type': 'text/html; charset=utf-8' })
}

/** What a web server says by itself. With its database down VICIdial's PHP dies wordlessly. */
export function webAnswer(name: NonNullable<Faults['instead']>, movedTo: string): WebAnswer {
  switch (name) {
    case 'database-down':
      return answer(500, '')
    case 'moved':
      return answer(301, page('301 Moved Permanently'), { Location: movedTo })
    case 'forbidden':
      return answer(403, page('403 Forbidden'))
    case 'not-found':
      return answer(404, page('404 Not Found'))
    case 'bad-gateway':
      return answer(502, page('502 Bad Gateway'))
    case 'login-page':
      return answer(200, loginPage)
    case 'rubbish':
      return { ...answer(200, ''), body: rubbish() }
  }
}

const loginPage = `<!DOCTYPE html>
<html><head><title>Guest network</title></head>
<body><h1>Welcome</h1><p>ERROR: please sign in to use this network.</p>
<form action="/login" method="post">
<input name="user"><input name="pass" type="password"><button>Sign in</button>
</form></body></html>
`

function answer(status: number, text: string, headers: Record<string, string> = {}): WebAnswer {
  return {
    status,
    headers: { 'Content-type': 'text/html; charset=UTF-8', ...headers },
    body: Buffer.from(text, 'utf8'),
  }
}

function page(title: string): string {
  return `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`
}

/** The same bytes every time, so that a failing test can be run again. */
function rubbish(): Buffer {
  const bytes = Buffer.alloc(rubbishBytes)
  let state = 1
  for (let i = 0; i < bytes.length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    bytes[i] = state >>> 24
  }
  return bytes
}

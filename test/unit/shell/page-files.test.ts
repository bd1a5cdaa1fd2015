import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { answerFor, readPageFiles, type PageFiles } from '../../../src-main/shell/page-files.ts'
import { freshFolder } from './running-app.ts'

let folder: string
let files: PageFiles
beforeEach(async () => {
  folder = join(freshFolder(), 'page')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'assets', 'index.js'), 'export {}')
  await writeFile(join(folder, 'assets', 'index.js.map'), '{}')
  await writeFile(join(folder, '..', 'secret.html'), 'secret')
  files = await readPageFiles(folder)
})
const ask = (path: string, method = 'GET') => answerFor(files, method, `app://ring-my-phone${path}`)

describe('the page is served', () => {
  test('at the root and by name, with its type', async () => {
    for (const path of ['/', '/index.html']) {
      expect(await ask(path).text()).toBe('<!doctype html>')
      expect(ask(path).headers.get('content-type')).toBe('text/html; charset=utf-8')
    }
    expect(ask('/assets/index.js').headers.get('content-type')).toMatch('text/javascript')
  })

  test('as it was at the start, whatever is written into its folder later', async () => {
    await writeFile(join(folder, 'index.html'), 'changed')
    await writeFile(join(folder, 'later.html'), 'later')
    expect(await ask('/').text()).toBe('<!doctype html>')
    expect(ask('/later.html').status).toBe(404)
  })

  test('with a policy that allows nothing but its own files', () => {
    for (const answer of [ask('/'), ask('/assets/index.js'), ask('/nothing')]) {
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none'; /)
      expect(policy).toContain("connect-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*|data:|https?:/)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

describe('nothing else is', () => {
  const paths = [
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/assets/../../secret.html',
    '/..%2fsecret.html',
    '/assets',
    '/assets/',
    '/assets/index.js.map',
    '/index.html?x=1',
    '//index.html',
    '/INDEX.HTML',
  ]
  for (const path of paths) {
    test(path, async () => {
      expect(ask(path).status).toBe(404)
      expect(await ask(path).text()).toBe('')
    })
  }

  test('another host of the same scheme', () => {
    expect(answerFor(files, 'GET', 'app://elsewhere/index.html').status).toBe(404)
  })

  test('another method', () => {
    expect(ask('/', 'POST').status).toBe(404)
  })
})

test('a page that was never built is a bug told at the start', async () => {
  await expect(readPageFiles(join(folder, 'assets'))).rejects.toThrow('index.html')
})

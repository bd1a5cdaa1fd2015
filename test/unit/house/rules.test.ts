import { describe, expect, test } from 'vitest'
import { sourceFiles } from './source-files.ts'

const files = sourceFiles('src-main', 'src-renderer')
const entries = ['src-main/main.ts', 'src-main/cli.ts', 'src-main/preload.ts']

function importersOf(name: string): string[] {
  return files
    .filter(({ imports }) =>
      imports.some(({ from }) => from === name || from.startsWith(`${name}/`)),
    )
    .map(({ path }) => path)
}

describe('the rules of the house', () => {
  test('only the shell and the two entries of Electron import electron', () => {
    const elsewhere = importersOf('electron').filter(
      (path) => !path.startsWith('src-main/shell/') && !entries.includes(path),
    )
    expect(elsewhere).toEqual([])
    expect(importersOf('electron')).not.toContain('src-main/cli.ts')
  })

  test('only the transport imports undici, and only the helper process keytar', () => {
    expect(importersOf('undici')).toEqual(['src-main/vicidial/transport.ts'])
    expect(importersOf('keytar')).toEqual(['src-main/account/keychain-helper.ts'])
  })

  test('the page takes nothing from the main process but types of the contract, and the words', () => {
    const broken = files
      .filter(({ path }) => path.startsWith('src-renderer/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ from }) => from.startsWith('src-main/') && !from.startsWith('src-main/words/'))
          .filter(({ from, typesOnly }) => !(from === 'src-main/contract.ts' && typesOnly))
          .map(({ from }) => `${path} imports ${from}`),
      )
    expect(broken).toEqual([])
  })

  test('the words know only types of the contract, and nothing of the main process knows the page', () => {
    const broken = files.flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ from, typesOnly }) =>
            (path.startsWith('src-main/words/') &&
              !from.startsWith('src-main/words/') &&
              !(from === 'src-main/contract.ts' && typesOnly)) ||
            (path.startsWith('src-main/') && from.startsWith('src-renderer/')),
        )
        .map(({ from }) => `${path} imports ${from}`),
    )
    expect(broken).toEqual([])
  })

  test('the app runs without Electron and without the practice dialer', () => {
    const reached = new Set<string>()
    const visit = (path: string): void => {
      if (reached.has(path)) return
      reached.add(path)
      for (const { from, typesOnly } of files.find((file) => file.path === path)?.imports ?? []) {
        if (!typesOnly) visit(from)
      }
    }
    visit('src-main/app.ts')
    expect([...reached].filter((path) => /^electron|src-main\/(shell|demo)\//.test(path))).toEqual(
      [],
    )
  })

  test('only the dialer’s rooms know what the server’s texts look like', () => {
    const knowing = files
      .filter(({ path }) => !/^src-main\/(vicidial|demo)\//.test(path))
      .filter(({ texts }) =>
        texts.some((text) => /\b(SUCCESS|ERROR|NOTICE):|Invalid Username/.test(text)),
      )
      .map(({ path }) => path)
    expect(knowing).toEqual([])
  })

  test('only the words hold sentences for people', () => {
    // Messages of exceptions are for developers; they start small and stay short.
    const sentence = /^[A-Z][\w’']*(?:[ ,][\w’'-]+){3,}|[a-z]{3,}[.?!](?:\s|$)/
    const speaking = files
      .filter(({ path }) => !/^src-main\/(words|demo)\//.test(path))
      .flatMap(({ path, texts }) =>
        texts.filter((text) => sentence.test(text)).map((text) => `${path}: ${text}`),
      )
    expect(speaking).toEqual([])
  })

  test('no file has more than 250 lines', () => {
    const long = [...files, ...sourceFiles('test')].filter(({ lines }) => lines > 250)
    expect(long.map(({ path, lines }) => `${path} (${lines})`)).toEqual([])
  })

  test('no module keeps state of its own outside the entries', () => {
    // A component's variables belong to each of its instances.
    const keeping = files
      .filter(
        ({ path, moduleVariables }) =>
          !entries.includes(path) && !path.endsWith('.svelte') && moduleVariables.length > 0,
      )
      .map(({ path, moduleVariables }) => `${path}: ${moduleVariables.join(', ')}`)
    expect(keeping).toEqual([])
  })

  test('imports never run in a circle', () => {
    const circles: string[] = []
    const done = new Set<string>()
    const walk = (path: string, trail: string[]): void => {
      if (trail.includes(path))
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (done.has(path) || trail.includes(path)) return
      for (const { from } of files.find((file) => file.path === path)?.imports ?? []) {
        walk(from, [...trail, path])
      }
      done.add(path)
    }
    for (const { path } of files) walk(path, [])
    expect(circles).toEqual([])
  })
})

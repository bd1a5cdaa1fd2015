import fc from 'fast-check'
import { expect, test } from 'vitest'
import { autostartEntry } from '../../../src-main/shell/autostart-entry.ts'

const execOf = (command: string[]) =>
  /^Exec=(.*)$/m.exec(autostartEntry('Ring My Phone', command))?.[1] ?? ''

test.each([
  ['/opt/ring', '/opt/ring'],
  ['/opt/Ring My Phone', '"/opt/Ring My Phone"'],
  ['/opt/100%', '"/opt/100%%"'],
  ['/opt/$HOME', String.raw`"/opt/\\$HOME"`],
  ['/opt/`id`', '"/opt/\\\\`id\\\\`"'],
  ['/opt/"x"', String.raw`"/opt/\\"x\\""`],
  [String.raw`/opt/a\b`, String.raw`"/opt/a\\\\b"`],
  ['/opt/a;b', '"/opt/a;b"'],
  ['/opt/übung', '"/opt/übung"'],
  ['', '""'],
])('the path %s stands in Exec as %s', (path, exec) => {
  expect(execOf([path])).toBe(exec)
})

test('no path breaks out of its line', () => {
  const text = autostartEntry('Ring\nExec=evil', ['/opt/a\nHidden=true\r\tb'])
  expect(text.split('\n').map((line) => line.split('=')[0])).toEqual([
    '[Desktop Entry]',
    'Type',
    'Name',
    'Exec',
    'Terminal',
    'X-GNOME-Autostart-enabled',
    '',
  ])
})

test('whatever the words of a command are, a desktop reads them back', () => {
  const unit = fc.constantFrom(...'aé /=;~\\"`$%\n\t\r')
  fc.assert(
    fc.property(fc.array(fc.string({ unit }), { minLength: 1 }), (command) => {
      expect(asDesktopReads(execOf(command))).toEqual(command)
    }),
    { seed: 1, numRuns: 500 },
  )
})

/** The Desktop Entry Specification's reading: the string's escapes, then quotes, then field codes. */
function asDesktopReads(value: string): string[] {
  const escapes: Record<string, string> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' }
  const line = value.replace(/\\(.)/gs, (_, sign: string) => escapes[sign] ?? '')
  const read = [...line.matchAll(/"((?:[^"\\`$]|\\.)*)"(?: |$)|([^ "\\]+)(?: |$)/gsy)]
  expect(read.map(([whole]) => whole).join('')).toBe(line)
  return read.map(([, quoted, plain]) =>
    // A single % begins a field code, which a desktop replaces by something else.
    (quoted?.replace(/\\(.)/gs, '$1') ?? plain ?? '').replace(/%(.?)/gs, (_, code: string) =>
      code === '%' ? '%' : '',
    ),
  )
}

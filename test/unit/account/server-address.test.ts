import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isLoopback,
  parseServerAddress,
  serverText,
} from '../../../src-main/account/server-address.ts'

/** The parsed address in one line, `refused` where it was. */
function read(text: string): string {
  const address = parseServerAddress(text)
  return address.ok ? `${address.scheme} ${serverText(address.server)}` : 'refused'
}

describe('an address', () => {
  it.each([
    ['dialer.example.com', 'assumed https://dialer.example.com'],
    ['  dialer.example.com\t\n', 'assumed https://dialer.example.com'],
    ['DIALER.Example.COM', 'assumed https://dialer.example.com'],
    ['dialer', 'assumed https://dialer'],
    ['dialer.example.com.', 'assumed https://dialer.example.com'],
    ['dialer.example.com.:8443', 'assumed https://dialer.example.com:8443'],
    ['dialer.example.com:8443', 'assumed https://dialer.example.com:8443'],
    ['dialer.example.com:443', 'assumed https://dialer.example.com'],
    ['http://dialer.example.com:80/', 'given http://dialer.example.com'],
    ['HTTPS://dialer.example.com', 'given https://dialer.example.com'],
    ['10.0.0.5:8080', 'assumed https://10.0.0.5:8080'],
    ['[2001:db8::1]', 'assumed https://[2001:db8::1]'],
    ['http://[2001:DB8:0::1]:8080/sub', 'given http://[2001:db8::1]:8080/sub'],
    ['wählen.example', 'assumed https://xn--whlen-gra.example'],
    ['https://dialer.example.com/agc', 'given https://dialer.example.com'],
    ['https://dialer.example.com/agc/vicidial.php', 'given https://dialer.example.com'],
    ['dialer.example.com/vicidial/admin.php?ADD=3', 'assumed https://dialer.example.com'],
    ['dialer.example.com/vicidial/', 'assumed https://dialer.example.com'],
    ['dialer.example.com/sub/', 'assumed https://dialer.example.com/sub'],
    ['dialer.example.com/a/b/agc/api.php', 'assumed https://dialer.example.com/a/b'],
    ['dialer.example.com/vicidial/agc/api.php', 'assumed https://dialer.example.com/vicidial'],
    ['dialer.example.com/sub/index.php', 'assumed https://dialer.example.com/sub'],
    ['dialer.example.com/v2.1/../v2.2//x', 'assumed https://dialer.example.com/v2.2/x'],
    ['dialer.example.com#top', 'assumed https://dialer.example.com'],
  ])('%j reads as %s', (typed, expected) => {
    expect(read(typed)).toBe(expected)
  })

  it.each([
    '',
    '   ',
    'https://',
    'https:',
    'https:/dialer.example.com',
    'https:dialer.example.com',
    'dialer.example.com:',
    '???',
    'hello world',
    'dial\ner.example.com',
    'dialer..example.com',
    '-dialer.example.com',
    'dialer!.example.com',
    'dialer.example.com:0',
    'dialer.example.com:99999',
    'dialer.example.com:port',
    'ana@dialer.example.com',
    'https://6666:secret@dialer.example.com/agc/api.php',
    'https://@dialer.example.com',
    'ftp://dialer.example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'mailto:ana@example.com',
    'sip:1000@dialer.example.com',
    '1234',
    '192.168.001.010',
    '0x7f.1',
    '999.1.1.1',
    '2001:db8::1',
    '[2001:db8::1',
    '[fe80::1%eth0]',
    'dialer.example.com/user=6666&pass=secret',
    `${'a'.repeat(64)}.example.com`,
    `${'a.'.repeat(130)}com`,
  ])('%j is refused', (typed) => {
    expect(parseServerAddress(typed)).toEqual({ ok: false })
  })

  it('keeps nothing of what follows the page of a pasted API link', () => {
    const password = 'marked4711'
    const query = `user=6666&pass=${password}&function=call_agent`
    for (const pasted of [
      `https://dialer.example.com/agc/api.php?${query}`,
      `dialer.example.com/agc/api.php&${query}`,
      `dialer.example.com?${query}`,
      `dialer.example.com/${query}`,
      `dialer.example.com/agc/api.php#${query}`,
      `https://6666:${password}@dialer.example.com`,
    ]) {
      expect(JSON.stringify(parseServerAddress(pasted))).not.toContain(password)
    }
  })

  it('never throws, and reads its own reading as the same', () => {
    const hostish = fc.stringMatching(/^(https?:\/\/)?[a-zä0-9.:@[\]/\\?#%_ -]{0,30}$/)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), hostish), (text) => {
        const address = parseServerAddress(text)
        if (!address.ok) return
        expect(new URL(address.server.origin).origin).toBe(address.server.origin)
        expect(parseServerAddress(serverText(address.server))).toEqual({
          ...address,
          scheme: 'given',
        })
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('an origin', () => {
  it.each([
    ['http://localhost:8080', true],
    ['http://127.0.0.1', true],
    ['http://127.8.9.1:1', true],
    ['http://[::1]:8080', true],
    ['http://[::ffff:127.0.0.1]', true],
    ['http://[::ffff:7f:1]', false],
    ['http://localhost.example.com', false],
    ['http://127.0.0.1.example.com', false],
    ['http://10.0.0.5', false],
    ['http://dialer', false],
    ['nonsense', false],
  ])('%s is on this computer: %s', (origin, expected) => {
    expect(isLoopback(origin)).toBe(expected)
  })
})

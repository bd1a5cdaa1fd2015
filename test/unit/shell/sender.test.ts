import { describe, expect, test } from 'vitest'
import { isOurPage } from '../../../src-main/shell/sender.ts'

const url = 'app://ring-my-phone/'
const popup = 7

test('the popup’s own top frame is heard', () => {
  expect(isOurPage({ contentsId: popup, frame: { url, parent: null } }, popup)).toBe(true)
  const elsewhere = { url: `${url}index.html`, parent: null }
  expect(isOurPage({ contentsId: popup, frame: elsewhere }, popup)).toBe(true)
})

describe('not heard is', () => {
  test('a frame within the page', () => {
    expect(isOurPage({ contentsId: popup, frame: { url, parent: {} } }, popup)).toBe(false)
  })

  test('a frame that has gone', () => {
    expect(isOurPage({ contentsId: popup, frame: null }, popup)).toBe(false)
  })

  test('another window, also while there is no popup', () => {
    const frame = { url, parent: null }
    expect(isOurPage({ contentsId: 8, frame }, popup)).toBe(false)
    expect(isOurPage({ contentsId: 8, frame }, null)).toBe(false)
  })

  const addresses = [
    'https://ring-my-phone/',
    'app://ring-my-phone.example/',
    'app://ring-my-phone',
    'app://evil/?app://ring-my-phone/',
    'app://ring-my-phone@evil/',
    'file:///app://ring-my-phone/',
    'about:blank',
    '',
  ]
  for (const address of addresses) {
    test(`the popup showing ${address || 'nothing'}`, () => {
      const frame = { url: address, parent: null }
      expect(isOurPage({ contentsId: popup, frame }, popup)).toBe(false)
    })
  }
})

import { expect, test } from 'vitest'
import { addressAgreedTo } from '../../../src-renderer/logic/consent.ts'

const notAllowed = {
  code: 'http-not-allowed',
  facts: { server: 'http://dialer.example.com' },
} as const

test('an address typed with http: is looked at as typed, its folder included', () => {
  const typed = 'http://dialer.example.com/office/agc'
  expect(addressAgreedTo(typed, notAllowed)).toBe(typed)
})

test('a bare name is looked at where VICIdial was found without encryption', () => {
  expect(addressAgreedTo('dialer.example.com', notAllowed)).toBe('http://dialer.example.com')
})

test('agreeing to one address never turns to https: by itself', () => {
  expect(addressAgreedTo('https://dialer.example.com', notAllowed)).toBe(
    'http://dialer.example.com',
  )
})

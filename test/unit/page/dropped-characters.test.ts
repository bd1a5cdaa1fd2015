import { expect, test } from 'vitest'
import { droppedCharacters } from '../../../src-renderer/logic/dropped-characters.ts'

const password = 'A-Za-z0-9.+/=_-'

test('a password VICIdial takes whole drops nothing', () => {
  expect(droppedCharacters('aZ0-.+/=_', password)).toBe('')
  expect(droppedCharacters('', password)).toBe('')
})

test('each dropped character is named once, in the order it was typed', () => {
  expect(droppedCharacters('se!cr@t! x', password)).toBe('!@ ')
})

test('a character outside the basic plane is one character', () => {
  expect(droppedCharacters('a🔑b', password)).toBe('🔑')
})

test('a server that keeps letters of other scripts is taken at its word', () => {
  expect(droppedCharacters('žluťoučký', 'A-Za-z0-9\\p{L}_-')).toBe('')
  expect(droppedCharacters('žluť', password)).toBe('žť')
})

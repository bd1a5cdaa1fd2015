import fc from 'fast-check'

/** What may happen to a body; `a` and `b` are places in it, from 0 to 1. */
export interface Mutation {
  how: keyof typeof ways
  a: number
  b: number
  piece: string
}

export function mutation(piece: fc.Arbitrary<string>): fc.Arbitrary<Mutation> {
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  const how = fc.constantFrom(...(Object.keys(ways) as (keyof typeof ways)[]))
  const small = fc.constantFrom(
    '|',
    '\n',
    ': ',
    ' - ',
    '<br />',
    '\0',
    '\uFEFF',
    '<html>',
    ' ',
    '0',
  )
  return fc.record({ how, a: place, b: place, piece: fc.oneof(piece, small) })
}

export function mutated(body: string, { how, ...rest }: Mutation): string {
  return ways[how](body, rest)
}

type Way = (body: string, mutation: Omit<Mutation, 'how'>) => string

const ways = {
  cutStart: (body, { a }) => body.slice(at(body, a / 2)),
  cutEnd: (body, { a }) => body.slice(0, at(body, 1 - a / 2)),
  insert: (body, { a, piece }) => body.slice(0, at(body, a)) + piece + body.slice(at(body, a)),
  addLineBefore: (body, { piece }) => `${piece}\n${body}`,
  addLineAfter: (body, { piece }) => `${body}\n${piece}`,
  splice: (body, { a, b, piece }) => body.slice(0, at(body, a)) + piece.slice(at(piece, b)),
  swapLines: (body, { a, b }) => swapped(body, '\n', a, b),
  swapFields: (body, { a, b }) => swapped(body, '|', a, b),
  repeat: (body) => body + body,
  windowsLines: (body) => body.replaceAll('\n', '\r\n'),
  capitals: (body) => body.toUpperCase(),
} satisfies Record<string, Way>

function at({ length }: { length: number }, place: number): number {
  return Math.floor(length * place)
}

function swapped(body: string, separator: string, a: number, b: number): string {
  const parts = body.split(separator)
  const one = Math.min(at(parts, a), parts.length - 1)
  const other = Math.min(at(parts, b), parts.length - 1)
  const swap = parts.with(one, parts[other] ?? '').with(other, parts[one] ?? '')
  return swap.join(separator)
}

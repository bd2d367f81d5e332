import { expect, test } from 'vitest'
import { bothGrant, type Grants } from './grants.ts'

type Restriction = ReturnType<Grants['field']>
const only = (restriction: Restriction): Grants => ({ may: () => true, field: () => restriction })

test.each<[Restriction, Restriction, Restriction]>([
  [undefined, undefined, undefined],
  ['frozen', undefined, 'frozen'],
  [undefined, 'frozen', 'frozen'],
  ['hidden', undefined, 'hidden'],
  [undefined, 'hidden', 'hidden'],
  ['frozen', 'hidden', 'hidden'],
  ['hidden', 'frozen', 'hidden'],
])('a field %s for the owner of a key and %s for the key is %s', (owner, own, expected) => {
  expect(bothGrant(only(owner), only(own)).field('fields.secret')).toBe(expected)
})

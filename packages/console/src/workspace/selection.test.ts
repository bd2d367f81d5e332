import { describe, expect, test } from 'vitest'
import { between, type Chosen, choose, isAny, isChosen, nobody } from './selection.ts'

const rows = ['a', 'b', 'c', 'd'].map(id => ({ id }))
const everybody: Chosen = { all: true, ids: new Set() }
const said = (chosen: Chosen) => rows.map(({ id }) => (isChosen(chosen, id) ? id : '-')).join('')

describe('what is chosen', () => {
  test.each([
    ['one', choose(nobody, ['b'], true), '-b--'],
    ['one and no longer', choose(choose(nobody, ['b'], true), ['b'], false), '----'],
    ['one twice', choose(choose(nobody, ['b'], true), ['b', 'c'], true), '-bc-'],
    ['all', everybody, 'abcd'],
    ['all but some', choose(everybody, ['a', 'd'], false), '-bc-'],
    ['all but some, and one of them again', choose(choose(everybody, ['a', 'd'], false), ['d'], true), '-bcd'],
  ])('%s', (_, chosen, shown) => {
    expect(said(chosen)).toBe(shown)
  })

  test.each([
    [nobody, false],
    [choose(nobody, ['a'], true), true],
    [choose(choose(nobody, ['a'], true), ['a'], false), false],
    [everybody, true],
  ])('is anything', (chosen, any) => {
    expect(isAny(chosen)).toBe(any)
  })

  test.each([
    [1, 3, ['b', 'c', 'd']],
    [3, 1, ['b', 'c', 'd']],
    [2, 2, ['c']],
    [2, 9, ['c', 'd']],
  ])('between %i and %i', (from, to, ids) => {
    expect(between(rows, from, to)).toEqual(ids)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ChosenApart,
  chooseApart,
  chooseEvery,
  chooseWhole,
  countApart,
  isChosenApart,
  isEvery,
  nothing,
  whichApart,
} from './apart.ts'
import { type Group, keyOfGroup } from './group.ts'

const group = (value: string | null, count: number): Group => ({
  value,
  name: value ?? '',
  count,
  where: value === null ? { field: 'stage', op: 'isEmpty' } : { field: 'stage', op: 'is', value },
})
const [early, late, gone, empty] = [group('early', 3), group('late', 2), group(null, 1), group('new', 0)] as const
const groups = [empty, early, late, gone]
const parts = { groups, isMore: false }
const some = chooseApart(nothing, '=early', ['a', 'b'], true)
const whole = chooseWhole(chooseApart(some, '=late', ['x'], true), '=early', ['a', 'b', 'c'])
const but = chooseApart(whole, '=early', ['b'], false)
const every = chooseEvery(groups)

describe('what is chosen of a view that is shown apart', () => {
  test.each<[string, ChosenApart, object, number | string]>([
    ['some of them by their names', some, { ticketIds: ['a', 'b'] }, 2],
    [
      'a whole group and some of another',
      whole,
      { view: 'v', where: { any: [early.where, { field: 'id', op: 'isOneOf', value: ['x'] }] } },
      4,
    ],
    [
      'a group but for one',
      but,
      { view: 'v', where: { any: [early.where, { field: 'id', op: 'isOneOf', value: ['x'] }] }, exceptIds: ['b'] },
      3,
    ],
    ['all', every, { view: 'v' }, 6],
    ['all but for one', chooseApart(every, '-', ['z'], false), { view: 'v', exceptIds: ['z'] }, 5],
    [
      'all groups, one after the other',
      ['=early', '=late', '-'].reduce((chosen, key) => chooseWhole(chosen, key, []), nothing),
      { view: 'v' },
      6,
    ],
  ])('%s', (_, chosen, which, count) => {
    expect(whichApart(chosen, 'v', parts)).toEqual(which)
    expect(countApart(chosen, parts)).toBe(count)
  })

  test('all groups are not all of the view where not all was looked at', () => {
    const more = { groups, isMore: true }
    expect(isEvery(every, more)).toBe(false)
    expect(whichApart(every, 'v', more)).toEqual({ view: 'v', where: { any: groups.map(({ where }) => where) } })
    expect(countApart(every, more)).toBe('6+')
    expect(countApart(some, more)).toBe(2)
  })

  test('of very many nobody knows how many', () => {
    const many = { groups: [group('early', 1000), late], isMore: false }
    expect(countApart(but, many)).toBe('999+')
    expect(countApart(some, many)).toBe(2)
  })

  test('whatever is ticked, those that are chosen are those that were', () => {
    const keys = groups.map(keyOfGroup)
    const tickets = keys.flatMap(key => ['1', '2', '3'].map(n => ({ key, id: `${key}${n}` })))
    const step = fc.oneof(
      fc.record({ on: fc.boolean(), at: fc.integer({ min: 0, max: tickets.length - 1 }) }),
      fc.record({ whole: fc.constantFrom(...keys) }),
    )
    fc.assert(
      fc.property(fc.array(step), steps => {
        let chosen = nothing
        const model = new Set<string>()
        for (const one of steps) {
          if ('whole' in one) {
            const ids = tickets.filter(({ key }) => key === one.whole).map(({ id }) => id)
            chosen = chooseWhole(chosen, one.whole, ids)
            for (const id of ids) model.add(id)
          } else {
            const { key, id } = tickets[one.at] ?? { key: '', id: '' }
            chosen = chooseApart(chosen, key, [id], one.on)
            if (one.on) model.add(id)
            else model.delete(id)
          }
        }
        expect(tickets.filter(({ key, id }) => isChosenApart(chosen, key, id)).map(({ id }) => id)).toEqual(
          tickets.filter(({ id }) => model.has(id)).map(({ id }) => id),
        )
        const three = { groups: groups.map(one => ({ ...one, count: 3 })), isMore: false }
        expect(countApart(chosen, three)).toBe(model.size)
      }),
    )
  })
})

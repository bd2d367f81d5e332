import { describe, expect, test } from 'vitest'
import '../../test/things-room.ts'
import { Draft } from './draft.ts'
import { add, put, remove, set } from './steps.ts'

const thing = { id: 'a', label: 'one', amount: 1, taken_by: null, version: 4 }
const timer = (due: string) =>
  put('timers', ['subject_id', 'verb'], {
    subject_id: 'a',
    verb: 'thing.wait',
    due_at: new Date(due),
    input: {},
    tries: 0,
  })
const draft = () => {
  const made = new Draft()
  made.hold('things', thing)
  return made
}
const image = (of: Draft) => of.images.get('things')?.get('a')

describe('a draft holds one final image of each row', () => {
  test('several changes become one, the last word wins, the version is raised once', () => {
    const made = draft()
    made.apply([set('things', 'a', { amount: 2, taken_by: 'me' })])
    made.apply([set('things', 'a', { amount: 3 })])
    expect(image(made)?.after).toEqual({ ...thing, amount: 3, taken_by: 'me', version: 5 })
    expect([...(image(made)?.changed ?? [])]).toEqual(['amount', 'taken_by', 'version'])
    expect(image(made)?.before).toEqual(thing)
  })

  test('a later step sees what an earlier one has drafted', () => {
    const made = draft()
    made.apply([set('things', 'a', { amount: 2 })])
    expect(made.row('things', 'a')).toMatchObject({ amount: 2 })
    made.apply([add('things', { id: 'b', label: 'two' }), set('things', 'b', { amount: 7 })])
    expect(made.row('things', 'b')).toEqual({ id: 'b', label: 'two', amount: 7 })
    expect(made.added).toHaveLength(1)
  })

  test('what is undefined was not said, and null empties', () => {
    const made = draft()
    made.apply([set('things', 'a', { amount: undefined as never, note: null })])
    expect(image(made)?.after).toMatchObject({ amount: 1, note: null })
    expect(image(made)?.changed.has('amount')).toBe(false)
  })

  test('a row that nobody has locked cannot be changed', () => {
    expect(() => draft().apply([set('things', 'b', { amount: 2 })])).toThrow('things b is changed but was not locked')
  })

  test('the last put of a key stands, after a removal too', () => {
    const made = draft()
    made.apply([timer('2026-01-01'), timer('2026-02-01')])
    expect(made.puts.map(({ row }) => row.due_at)).toEqual([new Date('2026-02-01')])
    made.apply([remove('timers', { subject_id: 'a', verb: 'thing.wait' })])
    expect(made.puts).toEqual([])
    made.apply([timer('2026-03-01')])
    expect(made.puts).toHaveLength(1)
    expect(made.removed).toEqual([])
  })

  test('a removal takes what was drafted before it as well', () => {
    const made = draft()
    made.apply([timer('2026-01-01'), add('things', { id: 'b', label: 'two' }), remove('things', { label: 'two' })])
    expect(made.added).toEqual([])
    expect(made.puts).toHaveLength(1)
    made.apply([remove('timers', { subject_id: 'a' })])
    expect(made.puts).toEqual([])
    expect(made.removed).toHaveLength(2)
  })

  test('two writes of one row that a statement would do in an order of its own are refused', () => {
    const made = draft()
    made.apply([remove('timers', { subject_id: 'a' })])
    expect(() => made.apply([timer('2026-01-01')])).toThrow('timers')
  })

  test('a draft that changes nothing is empty', () => {
    const made = draft()
    expect(made.isEmpty).toBe(true)
    made.apply([set('things', 'a', { amount: 2 })])
    expect(made.isEmpty).toBe(false)
  })
})

import type { FieldSpec } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import type { OwnField } from '../useOwnFields.ts'
import { columnsOf, orderedBy, tracksOf, widthOfAll } from './columns.ts'

const own = [
  { key: 'cost', spec: { kind: 'amount', currency: 'CNY' } satisfies FieldSpec, archived: false },
  { key: 'photos', spec: { kind: 'pictures', most: 3 } satisfies FieldSpec, archived: false },
] as OwnField[]
const shown = (chosen: string[], hidden: string[] = []) => columnsOf(chosen, own, id => hidden.includes(id))

describe('the columns of a table', () => {
  test.each([
    ['the view’s, in its order', ['dueAt', 'subject'], [], ['dueAt', 'subject']],
    ['without what one may not read', ['subject', 'fields.cost'], ['fields.cost'], ['subject']],
  ])('%s', (_, chosen, hidden, ids) => {
    expect(shown(chosen, hidden).map(({ id }) => id)).toEqual(ids)
  })

  test('the usual ones where the view names none', () => {
    expect(shown([]).map(({ id }) => id)).toContain('subject')
  })

  test('numbers stand at the end, and only what has an order is ordered by', () => {
    expect(shown(['fields.cost', 'fields.photos', 'tags'])).toMatchObject([
      { end: true, orders: true },
      { end: false, orders: false },
      { end: false, orders: false },
    ])
  })

  test('the subject takes the room that is left, else the last one', () => {
    expect(tracksOf(shown(['subject', 'number']), {})).toBe('minmax(260px, 1fr) 128px')
    expect(tracksOf(shown(['number', 'urgency']), {})).toBe('128px minmax(88px, 1fr)')
  })
})

test('a column that somebody has sized is as wide as they said, the subject too', () => {
  const columns = shown(['subject', 'number', 'urgency'])
  expect(tracksOf(columns, { number: 90 })).toBe('minmax(260px, 1fr) 90px 88px')
  expect(tracksOf(columns, { subject: 400 })).toBe('400px 128px 88px')
  expect(widthOfAll(columns, { subject: 400, gone: 900 })).toBe(400 + 128 + 88 + 40)
})

describe('pressing a head', () => {
  test.each([
    ['subject', undefined, false, 'asc'],
    ['subject', undefined, true, 'desc'],
    ['createdAt', undefined, false, 'desc'],
    ['dueAt', undefined, false, 'asc'],
    ['subject', { field: 'subject', direction: 'asc' }, false, 'desc'],
    ['subject', { field: 'subject', direction: 'desc' }, true, 'asc'],
    ['urgency', { field: 'subject', direction: 'desc' }, false, 'asc'],
  ] as const)('%s after %j, Shift %s: %s', (id, now, isReversed, direction) => {
    expect(orderedBy(id, now, isReversed)).toEqual({ field: id, direction })
  })
})

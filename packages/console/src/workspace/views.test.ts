import { describe, expect, test } from 'vitest'
import { countText, placeAt, siblingsOf, type ViewRecord } from './views.ts'

const view = (id: string, more: Partial<ViewRecord> = {}) => ({ id, key: null, audience: 'me', ...more }) as ViewRecord
const shipped = view('all', { key: 'public.all', audience: 'everyone' })
const [a, b, c] = ['a', 'b', 'c'].map(id => view(id))
const published = view('p', { audience: 'departments' })
const views = [shipped, a, published, b, c].flatMap(one => one ?? [])

test('a view has its place among those of its audience, and what is shipped has none', () => {
  expect(siblingsOf(views, view('b')).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(siblingsOf(views, shipped)).toEqual([])
})

describe('the place where a view comes to stand', () => {
  test.each([
    ['on the first', view('c'), view('a'), 1],
    ['on the last', view('a'), view('c'), 3],
    ['on itself', view('a'), view('a'), undefined],
    ['on one of another audience', view('a'), published, undefined],
    ['on a shipped one', view('a'), shipped, undefined],
  ])('%s', (_, moved, onto, place) => {
    expect(placeAt(views, moved, onto)).toBe(place)
  })
})

test.each([
  [undefined, ''],
  [0, ''],
  [7, '7'],
  [999, '999'],
  [1000, '999+'],
])('%s tickets are told as “%s”', (count, text) => {
  expect(countText(count)).toBe(text)
})

import type { TicketRecord } from '@baton/contract'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { paging } from '../../session/ask.ts'
import { type Group, groupsOf } from '../groups/group.ts'
import { partOf } from '../list.ts'
import { shift } from './shift.ts'

const group = (value: string, count: number): Group => ({
  value,
  name: value,
  count,
  where: { field: 'urgency', op: 'is', value },
})
const ticket = (id: string) => ({ id }) as TicketRecord
const [normal, urgent] = [group('normal', 2), group('urgent', 1)]

function desk(view = 'v') {
  const queries = new QueryClient()
  const keyOf = (of: Group, name = view) => paging('ticket.list', partOf(name, undefined, of.where)).queryKey
  const fill = (of: Group, ids: string[], name = view) =>
    queries.setQueryData(keyOf(of, name), {
      pages: [{ items: ids.map(ticket), nextCursor: null }],
      pageParams: [null],
    })
  const shown = (of: Group, name = view) =>
    queries.getQueryData(keyOf(of, name))?.pages.flatMap(page => page.items.map(({ id }) => id))
  const counts = () => queries.getQueryData(groupsOf(view, 'urgency').queryKey)?.groups.map(({ count }) => count)
  fill(normal, ['a', 'b'])
  fill(urgent, ['c'])
  fill(normal, ['a', 'b'], 'other')
  queries.setQueryData(groupsOf(view, 'urgency').queryKey, { by: 'urgency', groups: [normal, urgent], isMore: false })
  return { queries, shown, counts }
}

test('a card goes to the top of the other column, and both counts follow; other views stay as they are', () => {
  const { queries, shown, counts } = desk()
  shift(queries, { view: 'v', by: 'urgency' }, ticket('a'), normal, urgent)
  expect([shown(normal), shown(urgent), counts()]).toEqual([['b'], ['a', 'c'], [1, 2]])
  expect(shown(normal, 'other')).toEqual(['a', 'b'])
})

test('there and back again leaves it once in its column', () => {
  const { queries, shown, counts } = desk()
  shift(queries, { view: 'v', by: 'urgency' }, ticket('b'), normal, urgent)
  shift(queries, { view: 'v', by: 'urgency' }, ticket('b'), urgent, normal)
  expect([shown(normal), shown(urgent), counts()]).toEqual([['b', 'a'], ['c'], [2, 1]])
})

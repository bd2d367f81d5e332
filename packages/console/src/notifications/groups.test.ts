import { expect, test } from 'vitest'
import { grouped } from './groups.ts'
import type { Notification } from './useNewest.ts'

const told = (id: string, ticketId: string | null) => ({ id, ticketId }) as Notification

test('what is about one ticket stands together, where the newest of it stands', () => {
  const groups = grouped([told('1', 'a'), told('2', 'b'), told('3', null), told('4', 'a'), told('5', null)])
  expect(groups.map(({ items }) => items.map(({ id }) => id))).toEqual([['1', '4'], ['2'], ['3'], ['5']])
})

import type { TicketRecord } from '@baton/contract'
import type { QueryClient } from '@tanstack/react-query'
import { type Group, groupsOf, keyOfGroup } from '../groups/group.ts'
import type { ListData, Listed } from '../list.ts'

/** Shows a ticket in another group before the server has said so: its card on top there, and both counts. */
export function shift(
  queries: QueryClient,
  { view, by }: { view: string; by: string },
  ticket: TicketRecord,
  from: Group,
  to: Group,
): void {
  const asks = ({ where }: Group) => {
    const asked = JSON.stringify(where)
    return {
      queryKey: ['ticket.list'],
      predicate: ({ queryKey: [, listed, form] }: { queryKey: readonly unknown[] }) =>
        form === 'pages' && (listed as Listed).view === view && JSON.stringify((listed as Listed).where) === asked,
    }
  }
  queries.setQueriesData<ListData>(asks(from), old => old && without(old, ticket.id))
  queries.setQueriesData<ListData>(asks(to), old => {
    const [first, ...rest] = old ? without(old, ticket.id).pages : []
    return old && first ? { ...old, pages: [{ ...first, items: [ticket, ...first.items] }, ...rest] } : old
  })
  queries.setQueryData(groupsOf(view, by).queryKey, old => {
    const change = (group: Group): Group => {
      const by = (keyOfGroup(group) === keyOfGroup(to) ? 1 : 0) - (keyOfGroup(group) === keyOfGroup(from) ? 1 : 0)
      // A count that says "many" stays so.
      return group.count >= most ? group : { ...group, count: Math.max(0, group.count + by) }
    }
    return old && { ...old, groups: old.groups.map(change) }
  })
}

const most = 1000

const without = (data: ListData, id: string): ListData => ({
  ...data,
  pages: data.pages.map(page => ({ ...page, items: page.items.filter(row => row.id !== id) })),
})

import type { TicketRecord } from '@baton/contract'
import type { QueryClient } from '@tanstack/react-query'
import { ask, type Page } from '../session/api.ts'
import type { ListData, Listed } from './list.ts'

/**
 * Works what changed into the lists that were loaded: the first page is asked for anew, and so are the changed rows
 * further down; whatever no longer belongs goes. However far one has scrolled, that is two small questions, and
 * nothing that stands still moves.
 */
export function refreshLists(queries: QueryClient, changed: ReadonlySet<string>): void {
  for (const query of queries.getQueryCache().findAll({ queryKey: ['ticket.list'] })) {
    const [, listed, form] = query.queryKey as ['ticket.list', Listed, 'pages' | undefined]
    if (!query.isActive())
      void queries.invalidateQueries({ queryKey: query.queryKey, exact: true, refetchType: 'none' }) // nothing is asked now
    else if (form !== 'pages')
      void queries.invalidateQueries({ queryKey: query.queryKey, exact: true }) // the query tells its own failure
    else workIn(queries, query.queryKey, listed, changed).catch(() => undefined) // the next change tries again
  }
}

async function workIn(
  queries: QueryClient,
  key: readonly unknown[],
  listed: Listed,
  changed: ReadonlySet<string>,
): Promise<void> {
  const before = queries.getQueryData<ListData>(key)
  if (!before) return
  const first = (await ask('ticket.list', listed)) as Page<TicketRecord>
  const onTop = new Set(first.items.map(ticket => ticket.id))
  const below = before.pages.flatMap(page => page.items).filter(ticket => !onTop.has(ticket.id))
  const doubtful = below.filter(ticket => changed.has(ticket.id)).map(ticket => ticket.id)
  const still = doubtful.length > 0 ? await stillHere(listed, doubtful) : new Map<string, TicketRecord>()
  queries.setQueryData<ListData>(key, now => {
    const last = now?.pages.at(-1)
    if (!now || !last) return now
    // A single page that grew shorter tells the whole list; otherwise what stands below it stays.
    const onlyPage = first.nextCursor === null
    const rest = onlyPage
      ? []
      : below.flatMap(ticket => (changed.has(ticket.id) ? (still.get(ticket.id) ?? []) : ticket))
    const nextCursor = onlyPage
      ? null
      : now.pages.length === 1 && rest.length === 0
        ? first.nextCursor
        : last.nextCursor
    return { pages: [{ items: [...first.items, ...rest], nextCursor }], pageParams: [null] }
  })
}

async function stillHere(listed: Listed, ids: string[]): Promise<Map<string, TicketRecord>> {
  const among = { field: 'id', op: 'isOneOf', value: ids }
  const { items } = await ask('ticket.list', {
    ...listed,
    where: listed.where ? { all: [listed.where, among] } : among,
    limit: 200,
  })
  return new Map(items.map(ticket => [ticket.id, ticket]))
}

/** A ticket as it now stands, into everything that shows it. */
export function placeTicket(queries: QueryClient, ticket: TicketRecord): void {
  queries.setQueryData(['ticket.get', { id: ticket.id }], ticket)
  queries.setQueriesData<ListData>(
    { queryKey: ['ticket.list'], predicate: query => query.queryKey[2] === 'pages' },
    old => {
      if (!old?.pages.some(page => page.items.some(row => row.id === ticket.id))) return old
      return {
        ...old,
        pages: old.pages.map(page => ({
          ...page,
          items: page.items.map(row => (row.id === ticket.id ? ticket : row)),
        })),
      }
    },
  )
}

/** What is known of a ticket already, from itself or from a list. */
export function knownTicket(queries: QueryClient, find: (ticket: TicketRecord) => boolean): TicketRecord | undefined {
  for (const [, data] of queries.getQueriesData<ListData>({
    queryKey: ['ticket.list'],
    predicate: query => query.queryKey[2] === 'pages',
  })) {
    for (const page of data?.pages ?? []) {
      const found = page.items.find(find)
      if (found) return found
    }
  }
  return queries
    .getQueriesData<TicketRecord>({ queryKey: ['ticket.get'] })
    .map(([, ticket]) => ticket)
    .find(ticket => ticket !== undefined && find(ticket))
}

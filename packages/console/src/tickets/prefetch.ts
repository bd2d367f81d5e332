import type { TicketRecord } from '@baton/contract'
import type { QueryClient } from '@tanstack/react-query'
import { paging } from '../session/ask.ts'

const fresh = 20_000

/** Newest first; the page that a conversation opens with. */
export const timelineOf = (id: string) => paging('ticket.timeline', { id, limit: 50 })

/** Fetches what opening this ticket will show, so that it opens at once. */
export function prefetchTicket(queries: QueryClient, ticket: TicketRecord): void {
  const key = ['ticket.get', { id: ticket.id }]
  const known = queries.getQueryData<TicketRecord>(key)
  if (!known || known.version < ticket.version) queries.setQueryData(key, ticket)
  void queries.prefetchInfiniteQuery({ ...timelineOf(ticket.id), staleTime: fresh }) // opening tells the failure
}

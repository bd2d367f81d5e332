import type { TicketRecord } from '@baton/contract'
import type { QueryClient } from '@tanstack/react-query'
import { paging, reading } from '../session/ask.ts'

const fresh = 20_000

/** Newest first; the page that a conversation opens with. */
export const timelineOf = (id: string) => paging('ticket.timeline', { id, limit: 50 })

/** Fetches what opening this ticket will show, so that it opens at once. */
export function prefetchTicket(queries: QueryClient, ticket: TicketRecord): void {
  const whole = reading('ticket.get', { id: ticket.id })
  const known = queries.getQueryData(whole.queryKey)
  // Of its own fields a list knows those of its columns only, so the ticket is shown by it and asked for all the same.
  if (!known || known.version < ticket.version)
    queries.setQueryData(
      whole.queryKey,
      { ...ticket, fields: { ...known?.fields, ...ticket.fields } },
      { updatedAt: 0 },
    )
  void queries.prefetchQuery({ ...whole, staleTime: fresh }) // opening tells the failure
  void queries.prefetchInfiniteQuery({ ...timelineOf(ticket.id), staleTime: fresh }) // opening tells the failure
}

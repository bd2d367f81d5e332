import type { ReadSent, TicketRecord } from '@baton/contract'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Page } from '../session/api.ts'
import { paging } from '../session/ask.ts'

export type Listed = ReadSent<'ticket.list'>
export type ListData = InfiniteData<Page<TicketRecord>, string | null>

const pageSize = 50

/** What a list shows, as a question; the same question is the same entry in the store. */
export const listOf = (view: string, order: Listed['order']): Listed => ({
  view,
  limit: pageSize,
  ...(order && { order }),
})

/**
 * A list of any length, page by page as it is scrolled. It is never asked for again as a whole: what changes is
 * worked in by `refreshLists`.
 */
export function useTicketList(listed: Listed, enabled: boolean) {
  const query = useInfiniteQuery({
    ...paging('ticket.list', listed),
    enabled,
    staleTime: 60_000,
    structuralSharing: false,
  })
  const rows = useMemo(() => query.data?.pages.flatMap(page => page.items) ?? [], [query.data])
  return { ...query, rows }
}

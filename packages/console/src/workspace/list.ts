import type { ReadSent, TicketRecord } from '@baton/contract'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask, type Page } from '../session/api.ts'
import { paging } from '../session/ask.ts'

export type Listed = ReadSent<'ticket.list'>
export type ListData = InfiniteData<Page<TicketRecord>, string | null>

/** The first page is there at once; whoever scrolls on wants more at a time. */
const pageSize = { first: 50, next: 200 }
/** Of one group among others. */
const partSize = { first: 20, next: 50 }

/** What a list shows, as a question; the same question is the same entry in the store. */
export const listOf = (view: string, order: Listed['order']): Listed => ({
  view,
  limit: pageSize.first,
  ...(order && { order }),
})

/** Of what a view shows, those that stand in one group. */
export const partOf = (view: string, order: Listed['order'], where: NonNullable<Listed['where']>): Listed => ({
  ...listOf(view, order),
  where,
  limit: partSize.first,
})

/**
 * A list of any length, page by page as it is scrolled. It is never asked for again as a whole: what changes is
 * worked in by `refreshLists`.
 */
export function useTicketList(listed: Listed) {
  const next = listed.limit === partSize.first ? partSize.next : pageSize.next
  const query = useInfiniteQuery({
    ...paging('ticket.list', listed),
    queryFn: ({ pageParam, signal }): Promise<Page<TicketRecord>> =>
      ask('ticket.list', pageParam ? { ...listed, limit: next, cursor: pageParam } : listed, signal),
    staleTime: 60_000,
    structuralSharing: false,
  })
  const rows = useMemo(() => query.data?.pages.flatMap(page => page.items) ?? [], [query.data])
  return { ...query, rows }
}

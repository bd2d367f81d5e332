import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { paging } from '../session/ask.ts'

const fresh = 10_000
const pageSize = 30

/** What was found, page by page. What was found before stands until the next answer is there; the last answer wins. */
export function useSearch(text: string) {
  const query = useInfiniteQuery({
    ...paging('ticket.search', { text, limit: pageSize }),
    enabled: text !== '',
    staleTime: fresh,
    placeholderData: keepPreviousData,
  })
  const found = useMemo(() => (text ? (query.data?.pages.flatMap(page => page.items) ?? []) : []), [text, query.data])
  const first = query.data?.pages[0]
  return { ...query, found, count: first?.count ?? 0, isMore: first?.isMore ?? false }
}

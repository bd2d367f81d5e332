import type { TimelineItem } from '@baton/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { timelineOf } from '../prefetch.ts'

export type Message = NonNullable<TimelineItem['message']>
export type Spoken = TimelineItem & { message: Message }
export const isSpoken = (item: TimelineItem): item is Spoken => item.message !== null

/** The conversation, oldest first; older pages come as one reads back. */
export function useTimeline(ticketId: string) {
  const query = useInfiniteQuery({ ...timelineOf(ticketId), staleTime: 20_000 })
  const items = useMemo(() => query.data?.pages.flatMap(page => page.items).toReversed() ?? [], [query.data])
  return { ...query, items }
}

/** The newest message on the screen: what a reply says it has seen. */
export const newestSeq = (items: readonly TimelineItem[]): number =>
  items.reduce((most, item) => Math.max(most, item.message?.seq ?? 0), 0)

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
  const items = useMemo(
    () => query.data?.pages.flatMap(page => page.items.filter(isTold)).toReversed() ?? [],
    [query.data],
  )
  return { ...query, items }
}

/** How a message went out stands beneath it, and how long a call was beside it; of everything else that was sent, only what failed is told. */
function isTold({ type, payload }: TimelineItem): boolean {
  if (type === 'ticket.callEnded') return false
  if (type !== 'delivery.changed') return true
  return payload.messageId === null && (payload.to === 'failed' || payload.to === 'unknown')
}

/** The newest message on the screen: what a reply says it has seen. */
export const newestSeq = (items: readonly TimelineItem[]): number =>
  items.reduce((most, item) => Math.max(most, item.message?.seq ?? 0), 0)

import type { TicketRecord, TimelineItem } from '@baton/contract'
import { useEffect, useRef } from 'react'
import { useMe } from '../../session/me.ts'
import { usePerform } from '../perform.ts'
import { newestSeq } from './useTimeline.ts'

/** Looked at for so long, it is seen; being seen is never being handled. */
const seenAfter = 600

/**
 * Where the unread begins (the item's `seq`), as it was when the ticket was opened; and tells the server what has
 * been seen while the page is looked at.
 */
export function useReading(ticket: TicketRecord, items: readonly TimelineItem[]): number | undefined {
  const perform = usePerform()
  const own = useMe().agent.id
  const from = useRef<number | null | undefined>(undefined)
  if (from.current === undefined && items.length > 0)
    from.current = ticket.unread ? firstUnread(ticket, items, own) : null

  const newest = newestSeq(items)
  const mine = items.at(-1)?.message?.author.id === own
  useEffect(() => {
    if (!ticket.unread || newest === 0) return
    const see = () => {
      if (document.visibilityState !== 'visible') return
      perform('ticket.see', { ticketId: ticket.id, seq: newest }).catch(() => undefined) // it stays unread, which is true
    }
    const timer = setTimeout(see, mine ? 0 : seenAfter) // one's own words are no news
    document.addEventListener('visibilitychange', see)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', see)
    }
  }, [ticket.id, ticket.unread, newest, mine, perform])
  return from.current ?? undefined
}

/** The first message of somebody else that this person has not seen, when there is something read before it. */
function firstUnread({ seenSeq }: TicketRecord, items: readonly TimelineItem[], own: string): number | null {
  if (seenSeq === 0) return null
  return items.find(({ message }) => message && message.seq > seenSeq && message.author.id !== own)?.seq ?? null
}

import type { TimelineItem } from '@baton/contract'

/** What changes hands or ends, and is worth a word to whoever looks at the ticket. */
export const newsTypes = [
  'ticket.assigned',
  'ticket.transferred',
  'ticket.returned',
  'ticket.pooled',
  'ticket.claimed',
  'ticket.acknowledged',
  'ticket.solved',
  'ticket.closed',
  'ticket.cancelled',
  'ticket.forceEnded',
  'ticket.reopened',
  'ticket.followedUp',
  'ticket.paused',
  'ticket.resumed',
] as const
export type NewsType = (typeof newsTypes)[number]

export interface News {
  item: TimelineItem
  type: NewsType
}

/** The newest thing that somebody else did to it since `sinceSeq`, unless oneself has done something after that. */
export function newsOf(items: readonly TimelineItem[], sinceSeq: number, me: string): News | undefined {
  const newest = items.findLast(({ type }) => isNews(type))
  if (!newest || newest.seq <= sinceSeq || newest.actor.id === me || !isNews(newest.type)) return undefined
  return { item: newest, type: newest.type }
}

const isNews = (type: string): type is NewsType => (newsTypes as readonly string[]).includes(type)

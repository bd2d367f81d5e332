import type { Records } from '@baton/contract'

export type TicketHit = Records['ticketHit']
type Hit = TicketHit['hits'][number]

/** What was found in the subject, which is shown anyway. */
export const inSubject = ({ hits }: TicketHit): Hit | undefined => hits.find(hit => hit.place === 'subject')

/** What was found elsewhere, to be shown beneath. */
export const elsewhere = ({ hits }: TicketHit): Hit[] => hits.filter(hit => hit.place !== 'subject')

/** 1000 means that there are more, and so may fewer when not everything was looked through. */
export const countText = (count: number, isMore: boolean): string => (isMore ? `${count}+` : String(count))

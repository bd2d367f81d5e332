import type { TicketRecord, TimelineItem } from '@baton/contract'

/**
 * Where the customer will read a reply, as the server decides it: where they last wrote from, as long as that address
 * is theirs; else their first one. Undefined when they have none, and nothing is sent.
 */
export function recipientOf({ customer }: TicketRecord, items: readonly TimelineItem[]): string | undefined {
  const own = customer?.emails ?? []
  const wrote = items
    .flatMap(({ message }) => (message?.kind === 'customer' && message.verified && message.sender ? [message] : []))
    .filter(({ sender }) => own.some(email => email.toLowerCase() === sender?.toLowerCase()))
    .toSorted((a, b) => b.seq - a.seq)
  return wrote[0]?.sender ?? own[0]
}

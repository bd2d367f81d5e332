import type { Draft } from '../../kernel/draft.ts'
import { done, remove, type Step, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { followPurpose } from './links.ts'

/** Takes back every link to the ticket that is out in the world: a mail went astray, the customer asks for it. */
export const revokeLinks = verb('ticket.revokeLinks', {
  subjects: ({ ticketId }) => ({ ticket: [ticketId] }),
  decide: (_scene, { ticketId }) =>
    done(ticketId, [...withoutLinks(ticketId), tell('portal.linksRevoked', ticketId, ticketId, {})]),
})

/** A ticket that is given to another customer is no business of the former one any more. */
export const revokeOfFormer = (draft: Draft): Step[] =>
  [...(draft.images.get('tickets') ?? [])].flatMap(([id, { before, after }]) =>
    before.customer_id === after.customer_id ? [] : withoutLinks(id),
  )

const withoutLinks = (ticketId: string): Step[] => [
  remove('tokens', { purpose: followPurpose, subject_id: ticketId }),
  remove('portal_codes', { ticket_id: ticketId }),
]

import { fold, type VerbInput } from '@baton/contract'
import { done, type Row, refuseField, tell } from '../../kernel/steps.ts'
import type { Preparing } from '../../kernel/verb.ts'
import { categories, requestTypes } from '../categories/index.ts'
import { lockPeople } from '../people/index.ts'
import { moved, nothing, ticketVerb } from './act.ts'
import { urgencyRank } from './ticket.ts'

interface Prepared {
  customerExists: boolean
}

/** Edits what describes the ticket; never its state, its holder, its number or its clocks. */
export const updateTicket = ticketVerb<'ticket.update', Prepared, void>('ticket.update', {
  async prepare({ db }: Preparing, { customerId }) {
    if (!customerId) return { customerExists: true }
    const found = await db.selectFrom('customers').select('id').where('id', '=', customerId).executeTakeFirst()
    return { customerExists: found !== undefined }
  },
  // Another urgency weighs otherwise in somebody's hand.
  load: (tx, { assignee_id }, _call, { urgency }) => lockPeople(tx, urgency ? [assignee_id] : []),
  decide(ticket, input, call, { prepared }) {
    const frozen = Object.keys(input).find(field => call.caller.grants.field(field))
    if (frozen) return refuseField(frozen, 'frozen')
    if (!prepared.customerExists) return refuseField('customerId', 'unknown_id')
    const category = input.category ? call.of(categories).byIdOrPath(input.category) : undefined
    if (input.category && (!category || category.archived)) return refuseField('category', 'category.unknown')
    if (input.requestType && !call.of(requestTypes).has(input.requestType))
      return refuseField('requestType', 'unknown_id')
    const patch = patchOf(input, category?.id)
    const { steps, changes } = moved(ticket, call.now, patch)
    const fieldsChanged = input.fields !== undefined && JSON.stringify(input.fields) !== JSON.stringify(ticket.fields)
    if (changes.length === 0 && !fieldsChanged) return nothing(ticket)
    return done(ticket.id, [...steps, tell('ticket.updated', ticket.id, ticket.id, { changes })])
  },
})

function patchOf(input: VerbInput<'ticket.update'>, categoryId: string | undefined): Row {
  return {
    ...(input.subject !== undefined && { subject: input.subject, subject_folded: fold(input.subject) }),
    ...(input.urgency !== undefined && { urgency: input.urgency, urgency_rank: urgencyRank[input.urgency] }),
    ...(input.requestType !== undefined && { request_type: input.requestType }),
    ...(input.category !== undefined && { category_id: categoryId ?? null }),
    ...(input.tags !== undefined && { tags: [...new Set(input.tags)] }),
    ...(input.fields !== undefined && { fields: input.fields }),
    ...(input.customerId !== undefined && { customer_id: input.customerId }),
  }
}

import { fold, type VerbInput } from '@baton/contract'
import { isFrozen } from '../../kernel/grants.ts'
import { done, type Row, refuseField, tell } from '../../kernel/steps.ts'
import type { Preparing } from '../../kernel/verb.ts'
import { categories, requestTypes } from '../categories/index.ts'
import { keptPhone } from '../customers/index.ts'
import { keepFields, readFields, type SaidFields } from '../fields/index.ts'
import { lockPeople } from '../people/index.ts'
import { templates } from '../templates/index.ts'
import { moved, nothing, ticketVerb } from './act.ts'
import { ticketFields } from './fields.ts'
import { appointmentSteps } from './remind-appointment.ts'
import { type LockedTicket, urgencyRank } from './ticket.ts'

interface Prepared {
  customerExists: boolean
  fields: SaidFields
}

/** Edits what describes the ticket; never its state, its holder, its number or its clocks. */
export const updateTicket = ticketVerb<'ticket.update', Prepared, void>('ticket.update', {
  async prepare(preparing, { ticketId, customerId, fields }) {
    return {
      customerExists: customerId === undefined || (await isCustomer(preparing, customerId)),
      fields: await readFields(preparing, fields, { owner: 'ticket', recordId: ticketId, phone: keptPhone }),
    }
  },
  // Another urgency weighs otherwise in somebody's hand.
  load: (tx, { assignee_id }, _call, { urgency }) => lockPeople(tx, urgency ? [assignee_id] : []),
  decide(ticket, input, call, { prepared }) {
    const frozen = Object.keys(input).find(name => isFrozen(call.caller.grants, fieldOf[name] ?? name))
    if (frozen) return refuseField(frozen, 'frozen')
    if (!prepared.customerExists) return refuseField('customerId', 'unknown_id')
    const category = input.category ? call.of(categories).byIdOrPath(input.category) : undefined
    if (input.category && (!category || category.archived)) return refuseField('category', 'category.unknown')
    if (input.requestType && !call.of(requestTypes).has(input.requestType))
      return refuseField('requestType', 'unknown_id')
    const template = input.templateId ? call.of(templates).byId(input.templateId) : undefined
    if (input.templateId && template?.of !== 'ticket') return refuseField('templateId', 'unknown_id')
    if (template?.archived && template.id !== ticket.template_id) return refuseField('templateId', 'archived')
    const kept = keepFields(call.of(ticketFields).own, 'ticket', ticket, prepared.fields, call.now)
    const tags = tagsAfter(ticket, input)
    if (tags && tags.length > mostTags) return refuseField('addTags', 'too_big', { most: mostTags })
    const { steps, changes: plain } = moved(ticket, call.now, {
      ...patchOf(input, category?.id),
      ...(tags && { tags }),
      ...(template && { template_id: template.id, template_version: template.formVersion }),
      ...kept?.patch,
    })
    const changes = [...plain, ...(kept?.changes ?? [])]
    if (changes.length === 0) return nothing(ticket)
    const { appointmentAt } = input
    const appointed =
      appointmentAt === undefined
        ? []
        : appointmentSteps(ticket.id, appointmentAt ? new Date(appointmentAt) : null, call.now)
    const filed = input.category !== undefined && {
      categoryPath: category ? [...call.of(categories).lineageOf(category.id)] : [],
    }
    return done(ticket.id, [
      ...steps,
      ...(kept?.steps ?? []),
      ...appointed,
      tell('ticket.updated', ticket.id, ticket.id, { changes, ...filed }),
    ])
  },
})

const mostTags = 50

/** Which field an input writes, where it is called otherwise. */
const fieldOf: Readonly<Record<string, string>> = {
  category: 'categoryId',
  addTags: 'tags',
  removeTags: 'tags',
}

async function isCustomer({ db }: Preparing, id: string): Promise<boolean> {
  const found = await db.selectFrom('customers').select('id').where('id', '=', id).executeTakeFirst()
  return found !== undefined
}

/** Undefined when nothing is said of them. */
function tagsAfter(ticket: LockedTicket, { tags, addTags, removeTags }: VerbInput<'ticket.update'>) {
  if (!tags && !addTags && !removeTags) return undefined
  const gone = new Set(removeTags)
  return [...new Set([...(tags ?? ticket.tags), ...(addTags ?? [])])].filter(tag => !gone.has(tag))
}

function patchOf(input: VerbInput<'ticket.update'>, categoryId: string | undefined): Row {
  return {
    ...(input.subject !== undefined && { subject: input.subject, subject_folded: fold(input.subject) }),
    ...(input.urgency !== undefined && { urgency: input.urgency, urgency_rank: urgencyRank[input.urgency] }),
    ...(input.requestType !== undefined && { request_type: input.requestType }),
    ...(input.category !== undefined && { category_id: categoryId ?? null }),
    ...(input.customerId !== undefined && { customer_id: input.customerId }),
    ...(input.appointmentAt !== undefined && {
      appointment_at: input.appointmentAt === null ? null : new Date(input.appointmentAt),
    }),
  }
}

import { fold, type VerbInput } from '@baton/contract'
import { type Change, done, type Row, refuseField, tell } from '../../kernel/steps.ts'
import type { Preparing } from '../../kernel/verb.ts'
import { categories, requestTypes } from '../categories/index.ts'
import { lockPeople } from '../people/index.ts'
import { moved, nothing, ticketVerb } from './act.ts'
import { type LockedTicket, urgencyRank } from './ticket.ts'

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
    const frozen = Object.keys(input).find(field => call.caller.grants.field(fieldOf(field)))
    if (frozen) return refuseField(frozen, 'frozen')
    if (!prepared.customerExists) return refuseField('customerId', 'unknown_id')
    const category = input.category ? call.of(categories).byIdOrPath(input.category) : undefined
    if (input.category && (!category || category.archived)) return refuseField('category', 'category.unknown')
    if (input.requestType && !call.of(requestTypes).has(input.requestType))
      return refuseField('requestType', 'unknown_id')
    const tags = tagsAfter(ticket, input)
    if (tags && tags.length > mostTags) return refuseField('addTags', 'too_big', { most: mostTags })
    const patch = { ...patchOf(input, category?.id), ...(tags && { tags }) }
    const { steps, changes: ofColumns } = moved(ticket, call.now, patch)
    const changes = [...ofColumns, ...fieldChanges(ticket, input)]
    if (changes.length === 0) return nothing(ticket)
    const filed = input.category !== undefined && {
      categoryPath: category ? [...call.of(categories).lineageOf(category.id)] : [],
    }
    return done(ticket.id, [...steps, tell('ticket.updated', ticket.id, ticket.id, { changes, ...filed })])
  },
})

const mostTags = 50

/** Tags are one field, however they are changed. */
const fieldOf = (name: string): string => (name === 'addTags' || name === 'removeTags' ? 'tags' : name)

/** Undefined when nothing is said of them. */
function tagsAfter(ticket: LockedTicket, { tags, addTags, removeTags }: VerbInput<'ticket.update'>) {
  if (!tags && !addTags && !removeTags) return undefined
  const gone = new Set(removeTags)
  return [...new Set([...(tags ?? ticket.tags), ...(addTags ?? [])])].filter(tag => !gone.has(tag))
}

/** Own fields, each by its key. */
function fieldChanges(ticket: LockedTicket, { fields }: VerbInput<'ticket.update'>): Change[] {
  if (!fields) return []
  const keys = [...new Set([...Object.keys(ticket.fields), ...Object.keys(fields)])]
  return keys.flatMap(key => {
    const [from, to] = [ticket.fields[key] ?? null, fields[key] ?? null]
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field: `fields.${key}`, from, to }]
  })
}

function patchOf(input: VerbInput<'ticket.update'>, categoryId: string | undefined): Row {
  return {
    ...(input.subject !== undefined && { subject: input.subject, subject_folded: fold(input.subject) }),
    ...(input.urgency !== undefined && { urgency: input.urgency, urgency_rank: urgencyRank[input.urgency] }),
    ...(input.requestType !== undefined && { request_type: input.requestType }),
    ...(input.category !== undefined && { category_id: categoryId ?? null }),
    ...(input.fields !== undefined && { fields: input.fields }),
    ...(input.customerId !== undefined && { customer_id: input.customerId }),
  }
}

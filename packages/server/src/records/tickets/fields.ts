import { askedValues, type Catalogue, ticketCatalogue } from '@baton/contract'
import { sql } from 'kysely'
import { type Columns, jsonColumns } from '../../kernel/conditions/index.ts'
import { cached } from '../../kernel/configuration.ts'
import type { Row } from '../../kernel/steps.ts'
import { loadDefinitions, type OwnFields } from '../fields/index.ts'
import type { LockedTicket } from './ticket.ts'

/** Everything that can be asked about a ticket, the desk's own fields included: one entry serves views, lists, grants and rules. */
export interface TicketFields {
  catalogue: Catalogue
  /** The same in SQL, over `tickets t left join customers c`. */
  columns: Columns
  own: OwnFields
}

export const ticketFields = cached<TicketFields>('ticketFields', async db => {
  const own = (await loadDefinitions(db)).of('ticket')
  return {
    own,
    catalogue: { ...ticketCatalogue, ...own.catalogue },
    columns: {
      ...builtInColumns,
      ...jsonColumns(own.catalogue, 'fields.', { values: sql`t.fields`, folded: sql`t.fields_folded` }),
    },
  }
})

const builtInColumns: Columns = {
  id: { sql: sql`t.id` },
  number: { sql: sql`t.number` },
  subject: { sql: sql`t.subject_folded` },
  status: { sql: sql`t.status` },
  open: { sql: sql`(not t.is_done)` },
  runState: { sql: sql`t.run_state` },
  urgency: { sql: sql`t.urgency` },
  requestType: { sql: sql`t.request_type` },
  channel: { sql: sql`t.channel` },
  categoryId: { sql: sql`t.category_id` },
  templateId: { sql: sql`t.template_id` },
  departmentId: { sql: sql`t.department_id` },
  assigneeId: { sql: sql`t.assignee_id` },
  customerId: { sql: sql`t.customer_id` },
  'customer.level': { sql: sql`c.level` },
  creatorId: { sql: sql`(case when t.creator_kind = 'person' then t.creator_id end)` },
  tags: { sql: sql`t.tags` },
  mentionIds: { sql: sql`t.mention_ids`, given: sql`t.mention_ids <> '{}'` },
  urgeCount: { sql: sql`t.urge_count` },
  reopenCount: { sql: sql`t.reopen_count` },
  messageCount: { sql: sql`t.message_count` },
  satisfaction: { sql: sql`t.satisfaction` },
  createdAt: { sql: sql`t.created_at` },
  updatedAt: { sql: sql`t.updated_at` },
  submittedAt: { sql: sql`t.submitted_at` },
  firstResponseAt: { sql: sql`t.first_response_at` },
  lastMessageAt: { sql: sql`t.last_message_at` },
  waitingSince: { sql: sql`t.waiting_since` },
  appointmentAt: { sql: sql`t.appointment_at` },
  dueAt: { sql: sql`t.due_at` },
  warnedAt: { sql: sql`t.warned_at` },
  breachedAt: { sql: sql`t.breached_at` },
  extensionAskedAt: { sql: sql`t.extension_asked_at` },
  solvedAt: { sql: sql`t.solved_at` },
  closedAt: { sql: sql`t.closed_at` },
}

/** The row as conditions in memory see it, by the same names. */
export const plainTicket = (ticket: LockedTicket, { own }: Pick<TicketFields, 'own'>): Row => ({
  id: ticket.id,
  number: ticket.number,
  subject: ticket.subject,
  status: ticket.status,
  open: isOpenRow(ticket),
  runState: ticket.run_state,
  urgency: ticket.urgency,
  requestType: ticket.request_type,
  channel: ticket.channel,
  categoryId: ticket.category_id,
  templateId: ticket.template_id,
  departmentId: ticket.department_id,
  assigneeId: ticket.assignee_id,
  customerId: ticket.customer_id,
  customer: { level: ticket.customer_level },
  creatorId: ticket.creator_kind === 'person' ? ticket.creator_id : null,
  tags: ticket.tags,
  mentionIds: ticket.mention_ids,
  urgeCount: ticket.urge_count,
  reopenCount: ticket.reopen_count,
  messageCount: ticket.message_count,
  satisfaction: ticket.satisfaction,
  createdAt: ticket.created_at,
  updatedAt: ticket.updated_at,
  submittedAt: ticket.submitted_at,
  firstResponseAt: ticket.first_response_at,
  lastMessageAt: ticket.last_message_at,
  waitingSince: ticket.waiting_since,
  appointmentAt: ticket.appointment_at,
  dueAt: ticket.due_at,
  warnedAt: ticket.warned_at,
  breachedAt: ticket.breached_at,
  extensionAskedAt: ticket.extension_asked_at,
  solvedAt: ticket.solved_at,
  closedAt: ticket.closed_at,
  fields: askedValues(own.askedOtherwise, ticket.fields),
})

const isOpenRow = ({ status }: { status: string }): boolean => !['solved', 'closed', 'merged'].includes(status)

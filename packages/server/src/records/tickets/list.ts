import { type Condition, fieldsOf } from '@baton/contract'
import { sql } from 'kysely'
import { isHidden } from '../../kernel/grants.ts'
import type { Reading } from '../../kernel/kinds.ts'
import { invalidField } from '../../kernel/problems.ts'
import { read, toCursor } from '../../kernel/read.ts'
import { ticketFields } from './fields.ts'
import { orderBy } from './order.ts'
import { presentTickets } from './present.ts'
import { holdingWords } from './search/words.ts'
import { viewsOf } from './views/rows.ts'
import { inScope } from './visible.ts'
import { conditionOf, matching } from './where.ts'

/** A page of tickets that the caller may see: a view, a condition, or both. */
export const listTickets = read('ticket.list', async (reading, input) => {
  const [view] = input.view ? await viewsOf(reading, [input.view]) : []
  const asked = conditionOf(input.where, reading)
  const wanted = orderWanted(input.order, view)
  const order = orderOf(wanted, reading)
  const ordering: Condition = { field: wanted.field, op: 'isEmpty' }
  const { rows } = await sql<{ id: string; key: unknown[] }>`
    select t.id, ${order.key} as key
    from tickets t ${customersFor([view?.conditions, asked, ordering], view?.text, reading)}
    where ${inScope(reading, 'ticket.list')} and ${matching(view?.conditions, reading)} and ${matching(asked, reading)}
      and ${await holdingWords(reading, view?.text)} and ${order.after(input.cursor)}
    order by ${order.by} limit ${input.limit + 1}`.execute(reading.db)
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  const items = await presentTickets(
    reading,
    shown.map(row => row.id),
    input.columns ?? view?.columns,
  )
  return { items, nextCursor: rows.length > input.limit && last ? toCursor(last.key) : null }
})

type Ordering = { field: string; direction: 'asc' | 'desc' }

/** The named order, else the view's, else the newest first. */
export const orderWanted = (
  named: readonly Ordering[] | undefined,
  view: { sorting: readonly Ordering[] } | undefined,
): Ordering => named?.[0] ?? view?.sorting[0] ?? { field: 'createdAt', direction: 'desc' }

/** Throws a 422 for a field by which lists cannot be ordered, or that the caller may not see. */
export function orderOf({ field, direction }: Ordering, { caller, picture }: Reading) {
  const order = isHidden(caller.grants, field) ? undefined : orderBy(field, direction, picture.of(ticketFields))
  if (!order) throw invalidField('order.0.field', 'order.field')
  return order
}

/** The customer is joined only when something asks about it: lists of a million tickets need not touch it. */
export function customersFor(
  asked: readonly (Condition | undefined)[],
  text: string | null | undefined,
  { caller }: Reading,
) {
  const scope = caller.grants.may('ticket.list')
  const conditions = [...asked, typeof scope === 'boolean' ? undefined : scope].filter(c => c !== undefined)
  const joined = conditions.some(condition => fieldsOf(condition).some(field => field.startsWith('customer.')))
  // What a view's words may ask of the customer is known only when they are read.
  return joined || text ? sql`left join customers c on c.id = t.customer_id` : sql``
}

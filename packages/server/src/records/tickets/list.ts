import { type Condition, fieldsOf, type ReadInput } from '@baton/contract'
import { sql } from 'kysely'
import type { Reading } from '../../kernel/kinds.ts'
import { invalidField } from '../../kernel/problems.ts'
import { read, toCursor } from '../../kernel/read.ts'
import { orderBy } from './order.ts'
import { presentTickets } from './present.ts'
import { holdingWords } from './search/words.ts'
import { type ViewRow, viewsOf } from './views.ts'
import { inScope } from './visible.ts'
import { conditionOf, matching } from './where.ts'

/** A page of tickets that the caller may see: a view, a condition, or both. */
export const listTickets = read('ticket.list', async (reading, input) => {
  const [view] = input.view ? await viewsOf(reading, [input.view]) : []
  const asked = conditionOf(input.where, reading)
  const order = orderOf(input, view?.sorting)
  const { rows } = await sql<{ id: string; key: unknown[] }>`
    select t.id, ${order.key} as key
    from tickets t ${customersFor(view, asked, reading)}
    where ${inScope(reading, 'ticket.list')} and ${matching(view?.conditions, reading)} and ${matching(asked, reading)}
      and ${await holdingWords(reading, view?.text)} and ${order.after(input.cursor)}
    order by ${order.by} limit ${input.limit + 1}`.execute(reading.db)
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  const items = await presentTickets(
    reading,
    shown.map(row => row.id),
  )
  return { items, nextCursor: rows.length > input.limit && last ? toCursor(last.key) : null }
})

function orderOf(
  input: ReadInput<'ticket.list'>,
  ofView: readonly { field: string; direction: 'asc' | 'desc' }[] | undefined,
) {
  const wanted = input.order?.[0] ?? ofView?.[0] ?? { field: 'createdAt', direction: 'desc' }
  const order = orderBy(wanted.field, wanted.direction)
  if (!order) throw invalidField('order.0.field', 'order.field')
  return order
}

/** The customer is joined only when something asks about it: lists of a million tickets need not touch it. */
export function customersFor(view: ViewRow | undefined, asked: Condition | undefined, { caller }: Reading) {
  const scope = caller.grants.may('ticket.list')
  const conditions = [view?.conditions, asked, typeof scope === 'boolean' ? undefined : scope].filter(
    c => c !== undefined,
  )
  const joined = conditions.some(condition => fieldsOf(condition).some(field => field.startsWith('customer.')))
  // What a view's words may ask of the customer is known only when they are read.
  return joined || view?.text ? sql`left join customers c on c.id = t.customer_id` : sql``
}

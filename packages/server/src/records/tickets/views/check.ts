import type { Condition } from '@baton/contract'
import { isHidden } from '../../../kernel/grants.ts'
import { forbidden } from '../../../kernel/problems.ts'
import { type Refusal, refuseField } from '../../../kernel/steps.ts'
import type { Call } from '../../../kernel/verb.ts'
import { ticketFields } from '../fields.ts'
import { canGroupBy } from '../groups.ts'
import { orderBy } from '../order.ts'
import { understand } from '../search/understand.ts'
import { conditionOf } from '../where.ts'

interface Wanted {
  where?: unknown
  text?: string | null | undefined
  order?: readonly { field: string; direction: 'asc' | 'desc' }[] | undefined
  columns?: readonly string[] | undefined
  groupBy?: string | null | undefined
  layout?: string | undefined
}

/** What of a view cannot be: words and filters that mean nothing, and fields that there are not, or not for the caller. */
export function refuseView({ text, order, columns = [], groupBy, layout }: Wanted, call: Call): Refusal | undefined {
  const { caller } = call
  if (text && caller.grants.may('ticket.search') === false) return { refusal: forbidden('ticket.search') }
  if (text) understand(text, call)
  const fields = call.of(ticketFields)
  const isThere = (field: string) => isShown(field, fields.catalogue) && !isHidden(caller.grants, field)
  const column = columns.findIndex(field => !isThere(field))
  if (column >= 0) return refuseField(`columns.${column}`, 'unknown_field')
  const [first] = order ?? []
  if (first && (isHidden(caller.grants, first.field) || !orderBy(first.field, first.direction, fields)))
    return refuseField('order.0.field', 'order.field')
  if (groupBy && (isHidden(caller.grants, groupBy) || !canGroupBy(groupBy, fields)))
    return refuseField('groupBy', 'view.group')
  return layout === 'board' && groupBy === null ? refuseField('groupBy', 'required') : undefined
}

/** Shown beside what can be asked about: an address as a whole. */
function isShown(field: string, catalogue: Readonly<Record<string, unknown>>): boolean {
  if (Object.hasOwn(catalogue, field)) return true
  return field.startsWith('fields.') && Object.keys(catalogue).some(id => id.startsWith(`${field}.`))
}

/** The condition as it will be kept; without one, everything. */
export const viewCondition = (where: unknown, call: Call): Condition => conditionOf(where, call) ?? { all: [] }

import { type Condition, parseCondition } from '@baton/contract'
import type { Reading } from '../../kernel/kinds.ts'
import { invalid } from '../../kernel/problems.ts'
import { ticketCatalogue } from './fields.ts'

/** A condition that was sent, checked; a field that the caller may not read is told like one that does not exist. */
export function conditionOf(sent: unknown, { caller }: Pick<Reading, 'caller'>, path = 'where'): Condition | undefined {
  if (sent === undefined) return undefined
  const parsed = parseCondition(sent, ticketCatalogue, {
    path,
    readable: field => caller.grants.field(field.split('.')[0] ?? field) !== 'hidden',
    me: references(caller.me),
  })
  if ('condition' in parsed) return parsed.condition
  throw invalid(
    parsed.problems.map(({ path: at, code, params }) => ({ path: at, code, ...(params && { params: { ...params } }) })),
  )
}

const references = (me: Record<string, unknown>): Record<string, 'one' | 'many'> =>
  Object.fromEntries(Object.entries(me).map(([name, value]) => [name, Array.isArray(value) ? 'many' : 'one']))

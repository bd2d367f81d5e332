import { type Condition, parseCondition, resolve } from '@baton/contract'
import { sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { environmentOf, type Reading } from '../../kernel/kinds.ts'
import { invalid } from '../../kernel/problems.ts'
import { ticketCatalogue, ticketColumns } from './fields.ts'

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

/** A condition as SQL over `tickets t left join customers c`; none holds everywhere. */
export function matching(condition: Condition | undefined, reading: Reading) {
  if (!condition) return sql<boolean>`true`
  return toSql(resolve(condition, ticketCatalogue, environmentOf(reading.caller, reading.now)), ticketColumns)
}

const references = (me: Record<string, unknown>): Record<string, 'one' | 'many'> =>
  Object.fromEntries(Object.entries(me).map(([name, value]) => [name, Array.isArray(value) ? 'many' : 'one']))

import { type Condition, parseCondition, resolve } from '@baton/contract'
import { sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { isHidden } from '../../kernel/grants.ts'
import { environmentOf, type Reading } from '../../kernel/kinds.ts'
import { invalid } from '../../kernel/problems.ts'
import { ticketFields } from './fields.ts'

/** A condition that was sent, checked; a field that the caller may not read is told like one that does not exist. */
export function conditionOf(
  sent: unknown,
  { caller, picture }: Pick<Reading, 'caller' | 'picture'>,
  path = 'where',
): Condition | undefined {
  if (sent === undefined) return undefined
  const parsed = parseCondition(sent, picture.of(ticketFields).catalogue, {
    path,
    readable: field => !isHidden(caller.grants, field),
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
  const { catalogue, columns } = reading.picture.of(ticketFields)
  return toSql(resolve(condition, catalogue, environmentOf(reading.caller, reading.now)), columns)
}

const references = (me: Record<string, unknown>): Record<string, 'one' | 'many'> =>
  Object.fromEntries(Object.entries(me).map(([name, value]) => [name, Array.isArray(value) ? 'many' : 'one']))

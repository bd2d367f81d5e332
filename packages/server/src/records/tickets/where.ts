import { type Condition, resolve } from '@baton/contract'
import { sql } from 'kysely'
import { askedCondition, toSql } from '../../kernel/conditions/index.ts'
import { environmentOf, type Reading } from '../../kernel/kinds.ts'
import { ticketFields } from './fields.ts'

/** A condition on tickets that was sent, checked. */
export const conditionOf = (
  sent: unknown,
  { caller, picture }: Pick<Reading, 'caller' | 'picture'>,
  path = 'where',
): Condition | undefined =>
  sent === undefined ? undefined : askedCondition(sent, { catalogue: picture.of(ticketFields).catalogue, caller, path })

/** A condition as SQL over `tickets t left join customers c`; none holds everywhere. */
export function matching(condition: Condition | undefined, reading: Reading) {
  if (!condition) return sql<boolean>`true`
  const { catalogue, columns } = reading.picture.of(ticketFields)
  return toSql(resolve(condition, catalogue, environmentOf(reading.caller, reading.now)), columns)
}

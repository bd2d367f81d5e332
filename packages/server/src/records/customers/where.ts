import { resolve } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import { askedCondition, toSql } from '../../kernel/conditions/index.ts'
import { environmentOf, type Reading } from '../../kernel/kinds.ts'
import { customerFields } from './kind.ts'

/** A condition on customers that was sent, checked, as SQL over `customers c`; none holds everywhere. */
export function matching(sent: unknown, reading: Reading): RawBuilder<boolean> {
  if (sent === undefined) return sql<boolean>`true`
  const { caller, now, picture } = reading
  const { catalogue, columns } = picture.of(customerFields)
  return toSql(resolve(askedCondition(sent, { catalogue, caller }), catalogue, environmentOf(caller, now)), columns)
}

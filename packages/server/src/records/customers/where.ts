import { resolve } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import { askedCondition, toSql } from '../../kernel/conditions/index.ts'
import { environmentOf, type Reading } from '../../kernel/kinds.ts'
import { customerFields } from './kind.ts'
import { isWithheld } from './withheld.ts'

/**
 * A condition on customers that was sent, checked, as SQL over `customers c`; none holds everywhere. What is withheld, under
 * whichever of its names, cannot be asked about.
 */
export function matching(sent: unknown, reading: Reading): RawBuilder<boolean> {
  if (sent === undefined) return sql<boolean>`true`
  const { caller, now, picture } = reading
  const { catalogue, columns } = picture.of(customerFields)
  const asked = askedCondition(sent, { catalogue, caller, readable: field => !isWithheld(field, caller.grants) })
  return toSql(resolve(asked, catalogue, environmentOf(caller, now)), columns)
}

import type { Literal } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import type { SqlType } from './columns.ts'

/** A literal as one parameter of the column's own type, so that an index on the column can be used. */
export function parameter(literal: Literal, type: SqlType): RawBuilder<unknown> {
  const value = sqlValue(literal, type)
  switch (type) {
    case 'uuid':
      return sql`${value}::uuid`
    case 'numeric':
      return sql`${value}::numeric`
    case 'boolean':
      return sql`${value}::boolean`
    case 'timestamptz':
      return sql`${value}::timestamptz`
    case 'date':
      return sql`${value}::date`
    default:
      return sql`${value}::text`
  }
}

/** Literals as one array parameter, so that the statement's text does not depend on how many there are. */
export function arrayParameter(literals: readonly Literal[], type: SqlType): RawBuilder<unknown> {
  const values = literals.map(literal => sqlValue(literal, type))
  switch (type) {
    case 'uuid':
    case 'uuid[]':
      return sql`${values}::uuid[]`
    case 'numeric':
      return sql`${values}::numeric[]`
    case 'boolean':
      return sql`${values}::boolean[]`
    case 'date':
      return sql`${values}::date[]`
    default:
      return sql`${values}::text[]`
  }
}

/** Everything travels as text, since a driver's number would be a double. */
const sqlValue = (literal: Literal, type: SqlType): string =>
  type === 'timestamptz' ? new Date(Number(literal)).toISOString() : String(literal)

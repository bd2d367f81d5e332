import type { Catalogue, FieldType } from '@baton/contract'
import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Columns, SqlColumn } from './columns.ts'

export interface JsonSource {
  /** The jsonb object of values by key. Written by JavaScript, so its numbers are what JavaScript reads back. */
  values: Expression<unknown>
  /** The jsonb object of its folded texts by key, which `foldedFields` makes. */
  folded: Expression<unknown>
}

/**
 * The columns of those fields of a catalogue whose ids start with a prefix, `fields.` for admin-made ones: kept in one
 * JSON object. A value of another type than its field's reads as null, as it does in memory.
 */
export function jsonColumns(catalogue: Catalogue, prefix: string, source: JsonSource): Columns {
  const columns: Record<string, SqlColumn> = {}
  for (const [id, field] of Object.entries(catalogue)) {
    if (id.startsWith(prefix))
      columns[id] = { ...jsonColumn(field.type, id.slice(prefix.length), source), nullable: true }
  }
  return columns
}

function jsonColumn(type: FieldType, key: string, { values, folded }: JsonSource): SqlColumn {
  const value = inside(values, key)
  const text = sql`${value} #>> '{}'`
  switch (type) {
    case 'text':
      return { sql: sql`(${folded} ->> ${pathLiteral(key)})`, type: 'text' }
    case 'ref':
    case 'choice':
      return { sql: ifOf('string', value, text), type: 'text' }
    case 'refs':
    case 'choices':
      return { sql: ifOf('array', value, value), type: 'jsonb' }
    case 'number':
      return { sql: number(value, text), type: 'numeric' }
    case 'boolean':
      return { sql: ifOf('boolean', value, sql`(${value})::boolean`), type: 'boolean' }
    case 'time':
      return { sql: ifOf('number', value, sql`(${value})::numeric`), type: 'numeric' }
    case 'date':
      return { sql: matching(value, text, sql`'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`, text), type: 'text' }
  }
}

const ifOf = (jsonType: string, value: RawBuilder<unknown>, then: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(case jsonb_typeof(${value}) when ${sql.lit(jsonType)} then ${then} end)`

/** The cast stands behind the pattern in a `case`, so that it is never tried on other text. */
const matching = (
  value: RawBuilder<unknown>,
  text: RawBuilder<unknown>,
  pattern: RawBuilder<unknown>,
  then: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`(case when jsonb_typeof(${value}) = 'string' and ${text} ~ ${pattern} then ${then} end)`

/** A JSON number, or decimal digits as text: the pattern is that of the contract's `isDecimal`. */
const number = (value: RawBuilder<unknown>, text: RawBuilder<unknown>): RawBuilder<unknown> => {
  const digits = matching(
    value,
    text,
    sql`'^-?[0-9]+([.][0-9]+)?$' and length(${text}) <= 700`,
    sql`(${text})::numeric`,
  )
  return sql`(case jsonb_typeof(${value}) when 'number' then (${value})::numeric else ${digits} end)`
}

/** `address.region`: the part of that name of the value of that key. */
function inside(values: Expression<unknown>, path: string): RawBuilder<unknown> {
  return keysOf(path).reduce<RawBuilder<unknown>>((value, key) => sql`${value} -> ${sql.lit(key)}`, sql`${values}`)
}

/** Folded texts are kept flat, by the whole path. */
const pathLiteral = (path: string): RawBuilder<unknown> => sql.lit(keysOf(path).join('.'))

/** In the text of the statement rather than a parameter, so that an index on the expression can match. */
function keysOf(path: string): string[] {
  const keys = path.split('.')
  const wrong = keys.find(key => !/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(key))
  if (wrong !== undefined) throw new Error(`${JSON.stringify(path)} cannot be the key of a field`)
  return keys
}

import type { Bounds, Literal, Resolved, ResolvedLeaf } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import { type Columns, type SqlColumn, usualTypes } from './columns.ts'
import { arrayParameter, parameter } from './parameter.ts'

/**
 * Reads a condition on a list: the twin of `check`. For `where`, `on`, `filter` and `case when`, where an unknown result
 * counts as false; in place of a value, or inside a `not` of one's own, take `toTruth`. The text of the statement depends
 * on the condition's form and fields (and on yes or no) alone, never on other values or their number.
 *
 * Throws an Error for a field without a column: whoever lets a field be asked about gives its column.
 */
export function toSql(condition: Resolved, columns: Columns): RawBuilder<boolean> {
  if ('all' in condition) return joined(condition.all, columns, sql` and `, sql`true`)
  if ('any' in condition) return joined(condition.any, columns, sql` or `, sql`false`)
  return leafToSql(condition, columns)
}

/** The same as a value: true or false, never null. No index can be used for it. */
export function toTruth(condition: Resolved, columns: Columns): RawBuilder<boolean> {
  return sql`coalesce(${toSql(condition, columns)}, false)`
}

function joined(
  parts: readonly Resolved[],
  columns: Columns,
  separator: RawBuilder<unknown>,
  none: RawBuilder<boolean>,
): RawBuilder<boolean> {
  const [only] = parts
  if (!only) return none
  if (parts.length === 1) return toSql(only, columns)
  return sql`(${sql.join(
    parts.map(part => toSql(part, columns)),
    separator,
  )})`
}

function leafToSql(leaf: ResolvedLeaf, columns: Columns): RawBuilder<boolean> {
  const given = Object.hasOwn(columns, leaf.field) ? columns[leaf.field] : undefined
  if (!given) throw new Error(`no column is known for the field ${leaf.field}`)
  const column = { type: usualTypes[leaf.type], nullable: leaf.nullable, given: undefined, ...given }
  if (leaf.test === 'empty') return leaf.negated ? isPresent(column) : isEmpty(column)
  const holds = testToSql(leaf, column)
  if (!leaf.negated) return holds
  // `is not true` says `is null or not`, but works the value out once.
  return column.nullable ? sql`(${holds}) is not true` : sql`not (${holds})`
}

type Column = Required<Omit<SqlColumn, 'given'>> & Pick<SqlColumn, 'given'>

function isEmpty({ sql: x, type, nullable }: Column): RawBuilder<boolean> {
  switch (type) {
    case 'text':
      return nullable ? sql`(${x} is null or ${x} = '')` : sql`${x} = ''`
    case 'uuid[]':
    case 'text[]':
      return sql`coalesce(cardinality(array_remove(${x}, null)), 0) = 0`
    case 'jsonb':
      return sql`${hasText(x)} is not true`
    default:
      return nullable ? sql`${x} is null` : sql`false`
  }
}

function isPresent({ sql: x, type, nullable }: Column): RawBuilder<boolean> {
  switch (type) {
    case 'text':
      return sql`${x} <> ''`
    case 'uuid[]':
    case 'text[]':
      return sql`cardinality(array_remove(${x}, null)) > 0`
    case 'jsonb':
      return hasText(x)
    default:
      return nullable ? sql`${x} is not null` : sql`true`
  }
}

const hasText = (list: SqlColumn['sql']): RawBuilder<boolean> =>
  sql`jsonb_path_exists(${list}, 'strict $[*] ? (@.type() == "string")')`

/** Null where the column is. */
function testToSql(leaf: Exclude<ResolvedLeaf, { test: 'empty' }>, column: Column): RawBuilder<boolean> {
  const { sql: x, type } = column
  switch (leaf.test) {
    case 'oneOf': {
      const [only] = leaf.values
      if (leaf.values.length === 1 && only !== undefined) return isOne(only, column)
      return sql`${x} = any(${arrayParameter(leaf.values, type)})`
    }
    case 'containsAny':
    case 'containsAll':
      return leaf.type === 'text' ? textContains(leaf, x) : listContains(leaf, column)
    case 'startsWith':
      return sql`starts_with(${x}, ${parameter(leaf.value, type)})`
    case 'range':
      return range(leaf, type === 'text' ? sql`${x} collate "C"` : x, type)
  }
}

/** Yes and no are written out: with a parameter no plan could know that an index's predicate or first column holds. */
function isOne(only: Literal, { sql: x, type }: Column): RawBuilder<boolean> {
  if (type === 'boolean') return only === true ? sql`${x}` : sql`not ${x}`
  return sql`${x} = ${parameter(only, type)}`
}

type Contains = Extract<ResolvedLeaf, { test: 'containsAny' | 'containsAll' }>

function textContains({ test, values }: Contains, x: SqlColumn['sql']): RawBuilder<boolean> {
  const [only] = values
  if (values.length === 1 && only !== undefined) return sql`strpos(${x}, ${only}::text) > 0`
  const found = sql`strpos(${x}, part) > 0`
  const summed = test === 'containsAny' ? sql`bool_or(${found})` : sql`bool_and(${found})`
  return sql`(select ${summed} from unnest(${values}::text[]) as part)`
}

function listContains({ test, values }: Contains, { sql: x, type, given }: Column): RawBuilder<boolean> {
  const array = arrayParameter(values, type)
  const any = test === 'containsAny'
  if (type === 'jsonb') return any ? sql`${x} ?| ${array}` : sql`${x} ?& ${array}`
  const holds = any ? sql<boolean>`${x} && ${array}` : sql<boolean>`${x} @> ${array}`
  return given ? sql`(${given} and ${holds})` : holds
}

function range(bounds: Bounds, x: SqlColumn['sql'], type: Column['type']): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = []
  if (bounds.atLeast !== undefined) parts.push(sql`${x} >= ${parameter(bounds.atLeast, type)}`)
  if (bounds.moreThan !== undefined) parts.push(sql`${x} > ${parameter(bounds.moreThan, type)}`)
  if (bounds.atMost !== undefined) parts.push(sql`${x} <= ${parameter(bounds.atMost, type)}`)
  if (bounds.lessThan !== undefined) parts.push(sql`${x} < ${parameter(bounds.lessThan, type)}`)
  return parts.length === 1 && parts[0] ? parts[0] : sql`(${sql.join(parts, sql` and `)})`
}

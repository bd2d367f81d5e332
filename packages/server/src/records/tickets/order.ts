import { type FieldType, fieldOf } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import { invalidField } from '../../kernel/problems.ts'
import { fromCursor } from '../../kernel/read.ts'
import type { TicketFields } from './fields.ts'

/**
 * An order of the lists: every part runs in one direction and ends in the id, so that the next page is one row
 * comparison on one index, however far one pages.
 */
export interface Order {
  by: RawBuilder<unknown>
  key: RawBuilder<unknown>
  after(cursor: string | undefined): RawBuilder<boolean>
}

interface Column {
  sql: RawBuilder<unknown>
  cast: RawBuilder<unknown>
  /** What a cursor may hold here: it comes from outside. */
  form: RegExp
}

interface Spec {
  columns: readonly Column[]
}

const time = { cast: sql`timestamptz`, form: /^(infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)$/ }
const id = { sql: sql`t.id`, cast: sql`uuid`, form: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ }
const done = { sql: sql`t.is_done`, cast: sql`boolean`, form: /^(true|false)$/ }
const created = { sql: sql`t.created_at`, ...time }

const specs: Record<string, Spec> = {
  // What is open first; of that the most urgent, and the oldest of them.
  urgency: { columns: [done, { sql: sql`t.urgency_rank`, cast: sql`smallint`, form: /^\d{1,2}$/ }, created, id] },
  createdAt: { columns: [created, id] },
  updatedAt: { columns: [{ sql: sql`t.updated_at`, ...time }, id] },
  dueAt: { columns: [done, { sql: sql`t.due_order`, ...time }, id] },
}

/** What stands in for nothing, and what a cursor may hold of it; of texts whatever there is. */
const plain: Partial<Record<FieldType, Omit<Column, 'sql'> & { nothing: RawBuilder<unknown> }>> = {
  number: { cast: sql`numeric`, form: /^-?\d{1,700}(\.\d{1,700})?$/, nothing: sql`0` },
  boolean: { cast: sql`boolean`, form: done.form, nothing: sql`false` },
  time: { ...time, nothing: sql`'epoch'::timestamptz` },
  date: { cast: sql`text`, form: /^(\d{4}-\d\d-\d\d)?$/, nothing: sql`''` },
  text: { cast: sql`text`, form: /^[^\0]*$/, nothing: sql`''` },
  choice: { cast: sql`int`, form: /^\d{1,6}$/, nothing: sql`0` },
}

/** Any other field whose values have an order: choices as they stand in their list, texts by code point. */
function specOf(field: string, direction: 'asc' | 'desc', { catalogue, columns }: TicketFields): Spec | undefined {
  const known = fieldOf(catalogue, field)
  const column = columns[field]
  const type =
    known && column ? (known.type === 'time' && column.type === 'numeric' ? 'number' : known.type) : undefined
  const kind = type && plain[type]
  if (!known || !column || !kind) return undefined
  const value =
    type === 'choice' ? sql`array_position(${[...(known.options ?? [])]}::text[], ${column.sql})` : sql`${column.sql}`
  if (type === 'choice' && !known.options) return undefined
  const isLast = direction === 'desc' ? sql`(${value} is not null)` : sql`(${value} is null)`
  return {
    columns: [
      { sql: isLast, cast: sql`boolean`, form: done.form },
      { sql: sql`coalesce(${value}, ${kind.nothing})`, cast: kind.cast, form: kind.form },
      id,
    ],
  }
}

/** The order by a field, or undefined when lists cannot be ordered by it. What has nothing there comes last. */
export function orderBy(field: string, direction: 'asc' | 'desc', fields: TicketFields): Order | undefined {
  const spec = (Object.hasOwn(specs, field) ? specs[field] : undefined) ?? specOf(field, direction, fields)
  if (!spec) return undefined
  const way = direction === 'desc' ? sql`desc` : sql`asc`
  const row = sql`(${sql.join(spec.columns.map(column => column.sql))})`
  return {
    by: sql.join(spec.columns.map(column => sql`${column.sql} ${way}`)),
    key: sql`json_build_array(${sql.join(spec.columns.map(column => sql`${column.sql}::text`))})`,
    after(cursor) {
      if (!cursor) return sql`true`
      const key = fromCursor(cursor)
      const fits =
        key?.length === spec.columns.length && spec.columns.every((column, at) => column.form.test(String(key[at])))
      if (!key || !fits) throw invalidField('cursor', 'format')
      const values = spec.columns.map((column, at) => sql`${String(key[at])}::${column.cast}`)
      return direction === 'desc' ? sql`${row} < (${sql.join(values)})` : sql`${row} > (${sql.join(values)})`
    },
  }
}

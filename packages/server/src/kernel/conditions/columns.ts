import type { FieldType } from '@baton/contract'
import type { Expression } from 'kysely'

/** The PostgreSQL type of a column's expression; `jsonb` is a JSON list of texts. */
export type SqlType = 'text' | 'uuid' | 'numeric' | 'boolean' | 'timestamptz' | 'date' | 'uuid[]' | 'text[]' | 'jsonb'

/** Where a field's value is in a list's query. */
export interface SqlColumn {
  /** For a `text` field the folded text (`fold`), which the table stores beside the text itself. */
  sql: Expression<unknown>
  /** When it is not the usual one for the field's type. A time as `numeric` is epoch milliseconds, a date as `text` its digits. */
  type?: SqlType
  /** When it can be null though the field is not: behind a left join, in JSON. */
  nullable?: boolean
}

/** By field id, for every field of the catalogue that lists can be asked about. */
export type Columns = Readonly<Record<string, SqlColumn>>

/**
 * Lists may hold no more than this in a record: numbers are finite, days have four-digit years; an integer column will
 * do for a number, though an index on it will not be used.
 */
export const usualTypes: Readonly<Record<FieldType, SqlType>> = {
  text: 'text',
  ref: 'uuid',
  refs: 'uuid[]',
  choice: 'text',
  choices: 'text[]',
  number: 'numeric',
  boolean: 'boolean',
  time: 'timestamptz',
  date: 'date',
}

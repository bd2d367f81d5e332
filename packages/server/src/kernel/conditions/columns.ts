import type { FieldType } from '@baton/contract'
import type { Expression } from 'kysely'

/** The PostgreSQL type of a column's expression; `jsonb` is a JSON list of texts. */
export type SqlType = 'text' | 'uuid' | 'numeric' | 'boolean' | 'timestamptz' | 'date' | 'uuid[]' | 'text[]' | 'jsonb'

/** Where a field's value is in a list's query. */
export interface SqlColumn {
  /** A column, a call or something in parentheses. For a `text` field the folded text, which is stored beside the text itself. */
  sql: Expression<unknown>
  /** When it is not the usual one for the field's type. A time as `numeric` is epoch milliseconds, a date as `text` its digits. */
  type?: SqlType
  /** When it can be null though the field is not: behind a left join, in JSON. */
  nullable?: boolean
  /** What holds for every list that holds anything: the predicate of a partial index on the column. */
  given?: Expression<boolean>
}

/** By field id, for every field of the catalogue that lists can be asked about. */
export type Columns = Readonly<Record<string, SqlColumn>>

/**
 * What a field of each type is stored as. Numbers are finite and days have four-digit years, or memory would read them
 * as empty; an integer column will do for a number, though an index on it is not used.
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

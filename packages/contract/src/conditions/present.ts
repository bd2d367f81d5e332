import { type Decimal, isDecimal } from './decimal.ts'
import type { FieldType } from './field.ts'
import { fold } from './fold.ts'

/** A value that is not empty, as tests compare it: text folded, a time in epoch milliseconds. */
export type Present = string | number | boolean | readonly unknown[]

/**
 * What a record's value is to a field of a type, by the table in `field.ts`; null when it is empty, which a value of
 * another type is too. The server's `jsonColumns` says the same in SQL.
 */
export const present: Readonly<Record<FieldType, (value: unknown) => Present | null>> = {
  text: value => (typeof value === 'string' ? fold(value) || null : null),
  ref: word,
  choice: word,
  refs: list,
  choices: list,
  number: (value): Decimal | null => (isDecimal(value) ? value : null),
  boolean: value => (typeof value === 'boolean' ? value : null),
  time: value => instant(value instanceof Date ? value.getTime() : value),
  date: value => (typeof value === 'string' && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) ? value : null),
}

function word(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** Elements that are no text are not there. */
function list(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) && value.some(element => typeof element === 'string') ? value : null
}

function instant(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

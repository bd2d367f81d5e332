/**
 * What a field holds:
 *
 * | type | in a record |
 * |---|---|
 * | `text` | text, compared folded (`fold`) |
 * | `ref` | an id: a UUID in lower case |
 * | `refs` | a list of ids |
 * | `choice` | one word of a list, compared exactly |
 * | `choices` | a list of words (tags too), compared exactly |
 * | `number` | a number, or decimal digits as text (`'9007199254740993'`, at most 700 characters) |
 * | `boolean` | true or false |
 * | `time` | an instant: epoch milliseconds, or a Date; in JSON always the milliseconds |
 * | `date` | a calendar day, `2026-11-22` |
 *
 * Null, a missing value, empty text, an empty list and a value of another type (admin-made fields are JSON) are empty.
 */
export const fieldTypes = ['text', 'ref', 'refs', 'choice', 'choices', 'number', 'boolean', 'time', 'date'] as const
export type FieldType = (typeof fieldTypes)[number]

/** An entry of the field catalogue. A field's type never changes: a new field is made. */
export interface Field {
  type: FieldType
  /** False only where the record always has a value. */
  nullable: boolean
  /** Of `ref` and `refs`: the kind of record that the ids name. */
  to?: string
  /** Of `choice` and `choices`: the words there are, archived ones included; without them any word will do. */
  options?: readonly string[]
}

/** By field id: the property path in the API, `departmentId`, `customer.level`, `fields.orderNo`. */
export type Catalogue = Readonly<Record<string, Field>>

export function fieldOf(catalogue: Catalogue, id: string): Field | undefined {
  return Object.hasOwn(catalogue, id) ? catalogue[id] : undefined
}

import type { Catalogue } from './field.ts'
import { fieldOf } from './field.ts'
import { fold } from './fold.ts'

/**
 * The folded copy of a JSON object of admin-made fields, to be written with it whenever it is written: the text fields
 * by key, folded. `toSql` compares texts with this copy, never with the object itself.
 */
export function foldedFields(
  fields: Readonly<Record<string, unknown>>,
  catalogue: Catalogue,
  prefix = 'fields.',
): Record<string, string> {
  const folded: Record<string, string> = {}
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value === 'string' && fieldOf(catalogue, prefix + key)?.type === 'text') folded[key] = fold(value)
  }
  return folded
}

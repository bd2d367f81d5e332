import { fold } from '../conditions/fold.ts'
import { entriesOf, textAt } from './catalogue.ts'
import type { FieldDefinition } from './spec.ts'

/** The folded texts that are kept beside the values, by what follows `fields.`: what `toSql` compares texts with. */
export function foldedValues(
  definitions: readonly FieldDefinition[],
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const folded: Record<string, string> = {}
  for (const definition of definitions) {
    const value = values[definition.key]
    if (value === undefined || value === null) continue
    for (const [id, { type }] of Object.entries(entriesOf(definition))) {
      const text = type === 'text' ? fold(textAt(definition.spec, value)) : ''
      if (text) folded[id.slice('fields.'.length)] = text
    }
  }
  return folded
}

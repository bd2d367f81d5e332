import type { Catalogue, Field } from '../conditions/field.ts'
import { plainOf } from './plain-values.ts'
import type { FieldDefinition, FieldSpec, SpecOf } from './spec.ts'

const nullable = true

/** What can be asked about a field: mostly the field itself; of an address its region and its words. */
export function entriesOf({ key, spec }: Pick<FieldDefinition, 'key' | 'spec'>): Record<string, Field> {
  const id = `fields.${key}`
  switch (spec.kind) {
    case 'address':
      return { [`${id}.region`]: { type: 'choices', nullable }, [`${id}.detail`]: { type: 'text', nullable } }
    case 'location':
      return { [`${id}.name`]: { type: 'text', nullable } }
    default:
      return { [id]: entryOf(spec) }
  }
}

function entryOf(spec: Exclude<FieldSpec, { kind: 'address' | 'location' }>): Field {
  switch (spec.kind) {
    case 'number':
    case 'amount':
      return { type: 'number', nullable }
    case 'date':
      return { type: 'date', nullable }
    case 'time':
      return { type: 'time', nullable }
    case 'boolean':
      return { type: 'boolean', nullable }
    case 'choice':
      return { type: 'choice', nullable, options: spec.options.map(({ key }) => key) }
    case 'choices':
      return { type: 'choices', nullable, options: spec.options.map(({ key }) => key) }
    case 'cascade':
      return { type: 'choices', nullable, options: spec.branches.map(({ key }) => key) }
    case 'person':
      return { type: 'ref', to: 'agent', nullable }
    case 'department':
      return { type: 'ref', to: 'department', nullable }
    case 'customer':
      return { type: 'ref', to: 'customer', nullable }
    case 'files':
    case 'pictures':
      return { type: 'refs', to: 'file', nullable }
    case 'formula':
      return { type: spec.result, nullable }
    case 'text':
    case 'longText':
    case 'richText':
    case 'reference':
    case 'phone':
    case 'rows':
      return { type: 'text', nullable }
  }
}

/** The fields' part of a kind's catalogue, archived ones included: conditions that name them stay right. */
export const catalogueOf = (definitions: readonly Pick<FieldDefinition, 'key' | 'spec'>[]): Catalogue =>
  Object.assign({}, ...definitions.map(entriesOf))

type Values = Readonly<Record<string, unknown>>

/** The words of a value that conditions, and searches, find it by. */
export function textAt(spec: FieldSpec, value: unknown): string {
  if (spec.kind === 'rows') return rowsText(spec, value)
  if (spec.kind === 'richText') return plainOf(String(value))
  if (spec.kind === 'address') return String((value as { detail: string | null }).detail ?? '')
  if (spec.kind === 'location') return String((value as { name: string | null }).name ?? '')
  return typeof value === 'string' ? value : ''
}

const rowsText = ({ columns }: SpecOf<'rows'>, value: unknown): string =>
  (Array.isArray(value) ? value : [])
    .map(row => columns.map(({ key }) => (row as Record<string, unknown>)[key] ?? '').join(' '))
    .join('\n')

type Described = Pick<FieldDefinition, 'key' | 'spec'>

export type AskedOtherwise = Described & { spec: SpecOf<'rows' | 'richText'> }

/** Whether conditions in memory see it in other words than it is kept in. */
export const isAskedOtherwise = <Field extends Described>(field: Field): field is Field & AskedOtherwise =>
  field.spec.kind === 'rows' || field.spec.kind === 'richText'

/** The values as conditions in memory see them, by the same names as `foldedValues`; `others` are those asked otherwise. */
export function askedValues(others: readonly AskedOtherwise[], values: Values): Values {
  const kept = others.filter(({ key }) => values[key] !== undefined && values[key] !== null)
  if (kept.length === 0) return values
  return { ...values, ...Object.fromEntries(kept.map(({ key, spec }) => [key, textAt(spec, values[key])])) }
}

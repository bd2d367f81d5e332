import { type FieldOwner, type Target, wordIn } from '@baton/contract'
import type { Reading } from '../../kernel/kinds.ts'
import { definitions, type Field } from '../fields/index.ts'

/** What a column can be, with what it is called. */
export interface ImportTarget extends Target {
  name: string
  required: boolean
  unique: boolean
  /** The desk's own field that it is. */
  own?: Field
}

export type Asker = Pick<Reading, 'caller' | 'picture'>

const locales = ['zh-CN', 'en'] as const

/** A part of a record by its words in both languages, and what else people call it. */
export function builtInTarget(
  { caller }: Asker,
  section: 'fileColumn' | 'customerColumn',
  field: string,
  others: readonly string[],
): Pick<ImportTarget, 'field' | 'name' | 'names'> {
  const word = (locale: string) => wordIn(locale, section, field) ?? field
  return { field, name: word(caller.locale), names: [...locales.map(word), ...others, field] }
}

/** Kinds that no cell can hold. */
const never = ['files', 'pictures', 'formula', 'rows']

/** The desk's own fields that a file can bring. */
export const ownTargets = ({ caller, picture }: Asker, owner: FieldOwner): (ImportTarget & { own: Field })[] =>
  picture
    .of(definitions)
    .of(owner)
    .all.filter(({ archived, spec }) => !archived && !never.includes(spec.kind))
    .map(field => {
      const id = `fields.${field.key}`
      return {
        field: id,
        name: caller.locale === 'en' ? (field.nameEn ?? field.name) : field.name,
        names: [field.name, ...(field.nameEn ? [field.nameEn] : []), field.key, id],
        required: false,
        unique: field.unique,
        own: field,
      }
    })

import {
  type FieldKind,
  type FieldOwner,
  type FieldSpec,
  indexedKinds,
  reportedKinds,
  uniqueKinds,
} from '@baton/contract'
import type { FieldRecord } from '../../fields/useFields.ts'
import { freshSpec } from './kinds.ts'

export interface FieldDraft {
  name: string
  nameEn: string
  help: string
  /** Only of a new one; empty: Baton gives one. */
  key: string
  spec: FieldSpec
  default: unknown
  unique: boolean
  indexed: boolean
  reported: boolean
}

export const freshField = (kind: FieldKind): FieldDraft => ({
  name: '',
  nameEn: '',
  help: '',
  key: '',
  spec: freshSpec(kind),
  default: null,
  unique: false,
  indexed: false,
  reported: false,
})

export const draftOf = (field: FieldRecord): FieldDraft => ({
  name: field.name,
  nameEn: field.nameEn ?? '',
  help: field.help ?? '',
  key: field.key,
  spec: field.spec,
  default: field.default ?? null,
  unique: field.unique,
  indexed: field.indexed,
  reported: field.reported,
})

/** What is entered, as it is created. */
export const newField = (of: FieldOwner, draft: FieldDraft) => ({
  of,
  name: draft.name.trim(),
  spec: draft.spec,
  ...(draft.nameEn.trim() && { nameEn: draft.nameEn.trim() }),
  ...(draft.help.trim() && { help: draft.help.trim() }),
  ...(draft.key.trim() && { key: draft.key.trim() }),
  ...(draft.default !== null && { default: draft.default }),
  unique: draft.unique && mayBeUnique(draft.spec),
  indexed: draft.indexed && mayBeIndexed(draft.spec),
  reported: draft.reported && mayBeReported(of, draft.spec),
})

export const mayBeUnique = ({ kind }: FieldSpec): boolean => uniqueKinds.includes(kind)
export const mayBeIndexed = ({ kind }: FieldSpec): boolean => indexedKinds.includes(kind)
/** Those by which statistics can tell tickets apart. */
export const mayBeReported = (of: FieldOwner, { kind }: FieldSpec): boolean =>
  of === 'ticket' && reportedKinds.includes(kind)

/** Those whose usual value can be known beforehand. */
export const mayHaveDefault = ({ kind }: FieldSpec): boolean =>
  !['formula', 'files', 'pictures', 'customer', 'richText'].includes(kind)

/** What is missing before anything is sent, by its path. */
export function lacking({ name, spec }: FieldDraft): string[] {
  return [
    ...(name.trim() ? [] : ['name']),
    ...('options' in spec ? lackingIn(spec.options, 'spec.options') : []),
    ...('branches' in spec && spec.branches.length === 0 ? ['spec.branches'] : []),
    ...('columns' in spec ? lackingIn(spec.columns, 'spec.columns') : []),
    ...('expression' in spec && !spec.expression.trim() ? ['spec.expression'] : []),
  ]
}

const lackingIn = (list: readonly { name: string }[], path: string): string[] =>
  list.length === 0 ? [path] : list.flatMap(({ name }, at) => (name.trim() ? [] : [`${path}.${at}.name`]))

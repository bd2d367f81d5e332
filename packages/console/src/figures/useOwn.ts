import { fieldText } from '@baton/contract'
import { useMemo } from 'react'
import { groveOf, pathText } from '../fields/tree.ts'
import { type FieldRecord, useFields } from '../fields/useFields.ts'
import { useWording } from '../fields/useWording.ts'
import { wordOf } from '../fields/word.ts'
import { useAgents, useDepartments } from '../people/directory.ts'
import { absent, fieldKeyOf, type OwnNarrowing } from './own-search.ts'
import { useWords } from './words/index.ts'

interface Value {
  value: string | boolean
  label: string
}

export interface Own {
  /** The desk's own fields that statistics are told apart by, archived ones too: the past was theirs. */
  fields: readonly FieldRecord[]
  fieldOf: (own: OwnNarrowing) => FieldRecord | undefined
  /** What the field is called; its place while it is not known. */
  nameOf: (own: OwnNarrowing) => string
  /** What one of its values is called. */
  valueOf: (own: OwnNarrowing, value: string | boolean) => string
  /** All that a field can be narrowed by, and what has none. */
  valuesOf: (field: FieldRecord) => Value[]
}

export function useOwn(): Own {
  const { t, i18n } = useWords()
  const { language } = i18n
  const all = useFields('ticket')
  const wording = useWording()
  const departments = useDepartments()
  const agents = useAgents()
  return useMemo(() => {
    const fields = all.filter(({ reported }) => reported)
    const fieldOf: Own['fieldOf'] = own => fields.find(({ key }) => key === fieldKeyOf(own))
    const textOf = ({ spec }: FieldRecord, value: string | boolean): string => {
      if (value === absent) return t('figureNone.own')
      if (spec.kind !== 'cascade') return fieldText({ spec }, spec.kind === 'choices' ? [value] : value, wording)
      const named = spec.branches.map(({ parent, ...one }) => ({
        key: one.key,
        name: wordOf(one, language),
        ...(parent && { parent }),
      }))
      return pathText(groveOf(named).pathTo(String(value))) || String(value)
    }
    return {
      fields,
      fieldOf,
      nameOf: own => {
        const field = fieldOf(own)
        return field ? wordOf(field, language) : own
      },
      valueOf: (own, value) => {
        const field = fieldOf(own)
        return field ? textOf(field, value) : String(value)
      },
      valuesOf: field => [
        ...plainValues(field, departments, agents).map(value => ({ value, label: textOf(field, value) })),
        { value: absent, label: textOf(field, absent) },
      ],
    }
  }, [all, wording, departments, agents, t, language])
}

type Ids = readonly { id: string }[]

function plainValues({ spec }: FieldRecord, departments: Ids, agents: Ids): (string | boolean)[] {
  if (spec.kind === 'choice' || spec.kind === 'choices') return spec.options.map(({ key }) => key)
  if (spec.kind === 'cascade') return spec.branches.map(({ key }) => key)
  if (spec.kind === 'boolean') return [true, false]
  return (spec.kind === 'person' ? agents : departments).map(({ id }) => id)
}

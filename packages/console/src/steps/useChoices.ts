import { alertRoles, wordIn } from '@baton/contract'
import type { Option } from '@baton/ui'
import { useMemo } from 'react'
import { fieldAskable } from '../conditions/fields.ts'
import { useValueNames } from '../conditions/useValueNames.ts'
import { useDepartments } from '../people/directory.ts'
import { usePersonOptions } from '../people/usePersonOptions.tsx'
import { useWords as useSharedWords } from '../words/Speaking.tsx'

/** What a ticket's own fields can be changed to, by the name that the verb has for them. */
const fields = { urgency: 'urgency', category: 'categoryId', requestType: 'requestType' } as const
export type Chosen = keyof typeof fields

export interface Choices {
  /** Whom an alert can call: whoever stands in a place, and people by name. */
  people: Option[]
  of: (part: Chosen) => { value: string; label: string }[]
  /** What an id, a key or a role in a step's input is called. */
  nameOf: (value: string) => string
}

/** What the parts of a step can be, in the reader's words. */
export function useChoices(): Choices {
  const { t: shared, i18n } = useSharedWords()
  const values = useValueNames()
  const persons = usePersonOptions()
  const departments = useDepartments()
  const { language } = i18n
  return useMemo(() => {
    const roles = alertRoles.map(role => ({
      value: role as string,
      label: wordIn(language, 'alertRole', role) ?? role,
    }))
    const of = (part: Chosen) => {
      const field = fieldAskable('ticket', fields[part])
      return field ? values.choices('ticket', field, fields[part]) : []
    }
    const names = new Map(
      [
        ...departments.map(({ id, path }) => ({ value: id, label: path })),
        ...persons,
        ...of('urgency'),
        ...of('category'),
        ...of('requestType'),
        ...roles,
      ].map(({ value, label }) => [value, label]),
    )
    return {
      people: [...roles, ...persons.map(person => ({ ...person, group: shared('sheet.people') }))],
      of,
      nameOf: value => names.get(value) ?? value,
    }
  }, [language, values, persons, departments, shared])
}

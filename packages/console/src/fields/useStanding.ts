import { type FieldOwner, type Form, isFormField, type PlainRecord, type StandingItem } from '@baton/contract'
import { useMemo } from 'react'
import { useDepartments } from '../people/directory.ts'
import { useMe } from '../session/me.ts'
import { stand } from './standing.ts'
import { type FieldRecord, useFields } from './useFields.ts'
import { isNothing, type Values } from './values.ts'

export interface Standing {
  of: FieldOwner
  items: readonly StandingItem[]
  definitions: readonly FieldRecord[]
  values: Values
  /** Of the fields that stand there, those that must still be filled in, by their names in the form. */
  missing: (step: 'open' | 'solve', partValue?: (part: string) => unknown) => string[]
  /** Of the values, those that the form shows: what is hidden is not sent. */
  shown: (values: Values) => Record<string, unknown>
}

/** A form over a record that is being filled in; follows every letter. */
export function useStanding(of: FieldOwner, form: Form, record: PlainRecord, values: Values): Standing {
  const definitions = useFields(of)
  const environment = useEnvironment()
  return useMemo(() => {
    const stood = stand({ of, form, definitions, record, values, environment })
    const known = new Set(definitions.filter(({ archived }) => !archived).map(({ key }) => `fields.${key}`))
    const items = stood.items.filter(
      ({ item }) => !isFormField(item) || !item.field.startsWith('fields.') || known.has(item.field),
    )
    return {
      of,
      items,
      definitions,
      values: stood.values,
      missing: (step, partValue = () => true) =>
        items.flatMap(({ item, required }) => {
          if (!isFormField(item) || required === 'no' || (step === 'open' && required === 'solve')) return []
          const value = item.field.startsWith('fields.')
            ? stood.values[item.field.slice('fields.'.length)]
            : partValue(item.field)
          return isNothing(value) ? [item.field] : []
        }),
      shown(sent) {
        const visible = new Set(
          items.flatMap(({ item, visible }) => (visible && isFormField(item) ? [item.field] : [])),
        )
        return Object.fromEntries(Object.entries(sent).filter(([key]) => visible.has(`fields.${key}`)))
      },
    }
  }, [of, form, definitions, record, values, environment])
}

/** Who fills it in, when and where. */
export function useEnvironment() {
  const { agent } = useMe()
  const departments = useDepartments()
  return useMemo(() => {
    const led = departments.filter(({ managerIds }) => managerIds.includes(agent.id)).map(({ id }) => id)
    const managed = new Set(led)
    for (let grown = -1; grown !== managed.size; ) {
      grown = managed.size
      for (const { id, parentId } of departments) if (parentId && managed.has(parentId)) managed.add(id)
    }
    return {
      now: new Date(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      me: { id: agent.id, departments: agent.departmentIds, managed: [...managed] },
    }
  }, [agent, departments])
}

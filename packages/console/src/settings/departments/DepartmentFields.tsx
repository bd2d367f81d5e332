import type { DispatchMode } from '@baton/contract'
import { Combobox, Field, PickMany, Segmented } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useMemo } from 'react'
import type { Form } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { under } from '../../lists/tree.ts'
import { useAgents, useDepartments } from '../../people/directory.ts'
import { usePersonOptions } from '../../people/usePersonOptions.tsx'
import { useWords } from '../words/index.ts'

export interface DepartmentValues {
  name: string
  parentId: string | null
  managerIds: string[]
  dispatch: DispatchMode
}

/** Name, place in the tree, and who leads. */
export function DepartmentFields({ form, id }: { form: Form<DepartmentValues>; id?: string }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const departments = useDepartments()
  const agents = useAgents()
  const people = usePersonOptions()
  const places = useMemo(() => {
    const inside = id ? under(departments, id) : new Set<string>()
    return departments
      .filter(one => !one.archived && !inside.has(one.id))
      .map(one => ({ value: one.id, label: one.path }))
  }, [departments, id])
  return (
    <>
      <Field label={t('departments.name')} error={form.error('name')}>
        {tie => (
          <Input
            {...tie}
            autoFocus={!id}
            autoComplete="off"
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('departments.parent')} error={form.error('parentId')}>
        {tie => (
          <Combobox
            tie={tie}
            options={places}
            value={form.values.parentId}
            onChange={parentId => form.set('parentId', parentId)}
            placeholder={t('departments.atRoot')}
            emptyText={f('noMatch')}
            clearLabel={t('departments.toRoot')}
          />
        )}
      </Field>
      <Field label={t('departments.managers')} error={form.error('managerIds')} hint={t('departments.managersHint')}>
        {tie => (
          <PickMany
            tie={tie}
            options={people}
            value={form.values.managerIds}
            onChange={ids => form.set('managerIds', ids)}
            placeholder={f('pickPeople')}
            emptyText={f('noMatch')}
            removeLabel={name => f('remove', { name })}
            nameOf={manager => agents.find(agent => agent.id === manager)?.name}
          />
        )}
      </Field>
      <Field label={t('departments.dispatch')} hint={t(`departments.dispatchHint.${form.values.dispatch}`)}>
        {() => (
          <Segmented<DispatchMode>
            label={t('departments.dispatch')}
            choices={[
              { value: 'auto', label: t('departments.dispatchAuto') },
              { value: 'claim', label: t('departments.dispatchClaim') },
            ]}
            value={form.values.dispatch}
            onChange={dispatch => form.set('dispatch', dispatch)}
          />
        )}
      </Field>
    </>
  )
}

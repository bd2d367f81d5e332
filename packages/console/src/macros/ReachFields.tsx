import type { Audience } from '@baton/contract'
import { Field, PickMany, Segmented } from '@baton/ui'
import { type ReactNode, useMemo } from 'react'
import type { Form } from '../forms/useForm.ts'
import { useFormWords } from '../forms/words/index.ts'
import { useDepartments } from '../people/directory.ts'
import type { Reach } from './values.ts'
import { useMacroWords } from './words/index.ts'

interface Props<V> {
  form: Form<V>
  /** Whether one made it oneself: somebody else's is not to be one's own. */
  mine: boolean
}

/** For whom it is there: oneself, departments, everyone. */
export function ReachFields<V extends Reach>({ form, mine }: Props<V>): ReactNode {
  const { t } = useMacroWords()
  const { t: f } = useFormWords()
  const departments = useDepartments()
  const places = useMemo(
    () => departments.filter(one => !one.archived).map(one => ({ value: one.id, label: one.path })),
    [departments],
  )
  const { audience, departmentIds } = form.values
  return (
    <>
      <Field label={t('reach')} error={form.error('audience')}>
        {() => (
          <Segmented<Audience>
            label={t('reach')}
            value={audience}
            onChange={next => form.set('audience', next as V['audience'])}
            choices={[
              ...(mine ? [{ value: 'me' as const, label: t('reachMe') }] : []),
              { value: 'departments', label: t('reachDepartments') },
              { value: 'everyone', label: t('reachEveryone') },
            ]}
          />
        )}
      </Field>
      {audience === 'departments' && (
        <Field label={t('departments')} error={form.error('departmentIds')}>
          {tie => (
            <PickMany
              tie={tie}
              options={places}
              value={departmentIds}
              onChange={ids => form.set('departmentIds', ids as V['departmentIds'])}
              placeholder={t('pickDepartments')}
              emptyText={f('noMatch')}
              removeLabel={name => f('remove', { name })}
              nameOf={id => departments.find(one => one.id === id)?.path}
            />
          )}
        </Field>
      )}
    </>
  )
}

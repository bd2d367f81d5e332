import { type GroupKind, groupKinds } from '@baton/contract'
import { Field, PickMany } from '@baton/ui'
import { type ReactNode, useMemo } from 'react'
import type { Form } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useDepartments } from '../../people/directory.ts'
import { useWords } from '../words/index.ts'

export interface Speech {
  says: GroupKind[]
  departmentIds: string[]
}

/** What a robot tells its group of, and of which departments. */
export function SpeechFields<V extends Speech>({ form }: { form: Form<V> }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const departments = useDepartments()
  const kinds = groupKinds.map(kind => ({ value: kind, label: t(`robots.kind.${kind}`) }))
  const places = useMemo(
    () => departments.filter(one => !one.archived).map(one => ({ value: one.id, label: one.path })),
    [departments],
  )
  return (
    <>
      <Field label={t('robots.says')} error={form.error('says')} hint={t('robots.saysHint')}>
        {tie => (
          <PickMany
            tie={tie}
            options={kinds}
            value={form.values.says}
            onChange={says => form.set('says', says as V['says'])}
            placeholder={t('robots.saysNothing')}
            emptyText={f('noMatch')}
            removeLabel={name => f('remove', { name })}
            nameOf={kind => kinds.find(one => one.value === kind)?.label}
          />
        )}
      </Field>
      <Field label={t('robots.departments')} error={form.error('departmentIds')}>
        {tie => (
          <PickMany
            tie={tie}
            options={places}
            value={form.values.departmentIds}
            onChange={departmentIds => form.set('departmentIds', departmentIds as V['departmentIds'])}
            placeholder={t('robots.allDepartments')}
            emptyText={f('noMatch')}
            removeLabel={name => f('remove', { name })}
            nameOf={id => places.find(one => one.value === id)?.label}
          />
        )}
      </Field>
    </>
  )
}

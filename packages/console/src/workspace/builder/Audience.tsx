import { audiences } from '@baton/contract'
import { Field, PickMany, Segmented } from '@baton/ui'
import type { ReactNode } from 'react'
import { Part } from '../../forms/Part.tsx'
import type { Form } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useDepartments } from '../../people/directory.ts'
import { useViewWords } from '../words/index.ts'
import type { Draft } from './draft.ts'
import style from './ViewBuilder.module.css'

const words = { me: 'build.me', departments: 'build.some', everyone: 'build.everyone' } as const

/** For whom the view is there. */
export function Audience({ form }: { form: Form<Draft> }): ReactNode {
  const { t } = useViewWords()
  const { t: f } = useFormWords()
  const departments = useDepartments()
  const { audience, departmentIds } = form.values
  const options = departments.filter(one => !one.archived).map(({ id, path }) => ({ value: id, label: path }))
  return (
    <Part title={t('build.audience')}>
      <div className={style.stack}>
        <Segmented<Draft['audience']>
          label={t('build.audience')}
          value={audience}
          onChange={next => form.set('audience', next)}
          choices={audiences.map(value => ({ value, label: t(words[value]) }))}
        />
        {audience === 'departments' && (
          <Field label={t('build.departments')} error={form.error('departmentIds')}>
            {tie => (
              <PickMany
                tie={tie}
                options={options}
                value={departmentIds}
                onChange={next => form.set('departmentIds', next)}
                placeholder={f('pickDepartment')}
                emptyText={f('noMatch')}
                removeLabel={name => f('remove', { name })}
                nameOf={id => departments.find(one => one.id === id)?.path}
              />
            )}
          </Field>
        )}
      </div>
    </Part>
  )
}

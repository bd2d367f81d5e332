import { Combobox, Field, useSay } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { Sheet } from '../../forms/Sheet.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import type { RoleRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { checkRole, RoleFields, type RoleValues } from './RoleFields.tsx'

const empty: RoleValues = { name: '', grants: {}, fields: {} }

/** A new role, from nothing or from one that comes close. */
export function NewRole({ roles, onClose }: { roles: readonly RoleRecord[]; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const [like, setLike] = useState<string | null>(null)
  const form = useForm(empty, checkRole({ required: f('required'), unfinished: t('roles.unfinished') }))
  const begin = (id: string | null) => {
    setLike(id)
    const model = roles.find(role => role.id === id)
    form.set('grants', model?.grants ?? {})
    form.set('fields', model?.fields ?? {})
  }
  const create = () =>
    void form.submit(async values => {
      const made = await perform('role.create', values)
      onClose()
      say({ title: t('roles.didCreate', { name: made.name }), detail: t('roles.didCreateHint') })
    })
  return (
    <Sheet
      wide
      title={t('roles.add')}
      under={t('roles.addUnder')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
    >
      <RoleFields
        form={form}
        between={
          <Field label={t('roles.like')} hint={t('roles.likeHint')}>
            {tie => (
              <Combobox
                tie={tie}
                options={roles
                  .filter(role => role.key !== 'administrator')
                  .map(role => ({ value: role.id, label: role.name }))}
                value={like}
                onChange={begin}
                placeholder={t('roles.fromNothing')}
                emptyText={f('noMatch')}
                clearLabel={t('roles.fromNothing')}
              />
            )}
          </Field>
        }
      />
    </Sheet>
  )
}

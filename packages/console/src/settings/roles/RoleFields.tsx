import type { Condition, GrantMap } from '@baton/contract'
import { Field, Tabs } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { isFinished } from '../../conditions/condition.ts'
import type { Form, Wrongs } from '../../forms/useForm.ts'
import { useWords } from '../words/index.ts'
import { type FieldGrantMap, FieldGrants } from './FieldGrants.tsx'
import { GrantsEditor } from './GrantsEditor.tsx'
import { roleGroups } from './grantable.ts'

export interface RoleValues {
  name: string
  grants: GrantMap
  fields: FieldGrantMap
}

interface Props {
  form: Form<RoleValues>
  /** What it grants cannot be changed: the administrator's, or by who may only look. */
  fixed?: boolean
  nameFixed?: boolean
  between?: ReactNode
}

/** A role's name, what it lets people do, and what it hides from them. */
export function RoleFields({ form, fixed = false, nameFixed = false, between }: Props): ReactNode {
  const { t } = useWords()
  const [tab, setTab] = useState<'grants' | 'fields'>('grants')
  return (
    <>
      <Field label={t('roles.name')} error={form.error('name')}>
        {tie => (
          <Input
            {...tie}
            autoFocus={form.values.name === ''}
            autoComplete="off"
            disabled={nameFixed}
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      {between}
      <Tabs
        label={t('roles.parts')}
        current={tab}
        onChange={setTab}
        tabs={[
          { key: 'grants', label: t('roles.grants') },
          { key: 'fields', label: t('roles.fields') },
        ]}
      >
        {tab === 'grants' ? (
          <GrantsEditor
            groups={roleGroups}
            value={form.values.grants}
            onChange={grants => form.set('grants', grants)}
            fixed={fixed}
            problem={form.error('grants')}
            problems={form.refused?.fields ?? []}
          />
        ) : (
          <FieldGrants
            value={form.values.fields}
            onChange={fields => form.set('fields', fields)}
            fixed={fixed}
            problem={form.error('fields')}
          />
        )}
      </Tabs>
    </>
  )
}

/** A role needs a name, and its conditions must be finished sentences. */
export const checkRole =
  (words: { required: string; unfinished: string }) =>
  ({ name, grants }: RoleValues): Wrongs<RoleValues> => ({
    name: name.trim() ? undefined : words.required,
    grants: Object.entries(grants).every(([, grant]) => grant === true || isFinished(grant as Condition))
      ? undefined
      : words.unfinished,
  })

import type { Condition } from '@baton/contract'
import { Field, Segmented } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { ConditionEditor } from '../../conditions/ConditionEditor.tsx'
import { Toggle } from '../../forms/Toggle.tsx'
import type { Form } from '../../forms/useForm.ts'
import { useWords } from '../words/index.ts'
import { TargetsInput } from './TargetsInput.tsx'
import type { PolicyValues } from './values.ts'

/** What most want first: by how urgent, by whom, or by what it is about. */
const usual: Condition = { all: [{ field: 'customer.level', op: 'is', value: 'VIP' }] }

/** For which tickets what is promised. */
export function PolicyFields({ form, fresh = false }: { form: Form<PolicyValues>; fresh?: boolean }): ReactNode {
  const { t } = useWords()
  const { where } = form.values
  return (
    <>
      <Field label={t('policies.name')} error={form.error('name')}>
        {tie => (
          <Input
            {...tie}
            autoFocus={fresh}
            autoComplete="off"
            maxLength={100}
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <Toggle on={form.values.enabled} onChange={enabled => form.set('enabled', enabled)}>
        {t('policies.on')}
      </Toggle>
      <Field label={t('policies.where')} error={form.error('where')}>
        {() => (
          <Segmented<'all' | 'some'>
            label={t('policies.where')}
            value={where ? 'some' : 'all'}
            onChange={which => form.set('where', which === 'all' ? null : usual)}
            choices={[
              { value: 'all', label: t('policies.everywhere') },
              { value: 'some', label: t('policies.somewhere') },
            ]}
          />
        )}
      </Field>
      {where && <ConditionEditor kind="ticket" value={where} onChange={next => form.set('where', next)} />}
      <TargetsInput form={form} />
    </>
  )
}

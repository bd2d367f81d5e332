import { Combobox, Field } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { Toggle } from '../../forms/Toggle.tsx'
import type { Form } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useDepartments } from '../../people/directory.ts'
import { useWords } from '../words/index.ts'

export interface MailboxValues {
  name: string
  address: string
  departmentId: string | null
  isDefault: boolean
  signature: string
}

interface Props {
  form: Form<MailboxValues>
  /** The default cannot stop being it; another one becomes it. */
  isDefault?: boolean
  fresh?: boolean
  fixed?: boolean
}

/** Name and address first; where its mail goes, and what stands under our answers. */
export function MailboxFields({ form, isDefault = false, fresh = false, fixed = false }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const departments = useDepartments().filter(one => !one.archived)
  return (
    <>
      <Field label={t('mailboxes.name')} error={form.error('name')} hint={t('mailboxes.nameHint')}>
        {tie => (
          <Input
            {...tie}
            autoFocus={fresh}
            autoComplete="off"
            disabled={fixed}
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('mailboxes.address')} error={form.error('address')} hint={t('mailboxes.addressHint')}>
        {tie => (
          <Input
            {...tie}
            type="email"
            autoComplete="off"
            spellCheck={false}
            disabled={fixed}
            value={form.values.address}
            onChange={event => form.set('address', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('mailboxes.department')} error={form.error('departmentId')} hint={t('mailboxes.departmentHint')}>
        {tie => (
          <Combobox
            tie={tie}
            options={departments.map(one => ({ value: one.id, label: one.path }))}
            value={form.values.departmentId}
            onChange={departmentId => form.set('departmentId', departmentId)}
            placeholder={t('mailboxes.usualDepartment')}
            emptyText={f('noMatch')}
            clearLabel={t('mailboxes.usualDepartment')}
          />
        )}
      </Field>
      <Field label={t('mailboxes.signature')} error={form.error('signature')} hint={t('mailboxes.signatureHint')}>
        {tie => (
          <Input.TextArea
            {...tie}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={2000}
            disabled={fixed}
            value={form.values.signature}
            onChange={event => form.set('signature', event.target.value)}
          />
        )}
      </Field>
      {isDefault ? (
        <p style={{ color: 'var(--ink-3)', fontSize: 13 }}>{t('mailboxes.isDefault')}</p>
      ) : (
        !fixed && (
          <Toggle on={form.values.isDefault} onChange={on => form.set('isDefault', on)}>
            {t('mailboxes.makeDefault')}
          </Toggle>
        )
      )}
    </>
  )
}

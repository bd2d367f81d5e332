import { Field, Segmented, useSay } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { Fold } from '../forms/Fold.tsx'
import { Sheet } from '../forms/Sheet.tsx'
import { useDo } from '../forms/useDo.ts'
import { useForm } from '../forms/useForm.ts'
import { useFormWords } from '../forms/words/index.ts'
import { useWords } from './words/index.ts'

interface Values {
  name: string
  phones: string
  emails: string
  salutation: 'mr' | 'ms' | 'none'
  company: string
  level: string
  externalId: string
  note: string
}

const nobody: Values = {
  name: '',
  phones: '',
  emails: '',
  salutation: 'none',
  company: '',
  level: '',
  externalId: '',
  note: '',
}

/** A new file: the name and one way to reach them; the rest may wait. */
export function NewCustomer({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const form = useForm(nobody, ({ name, phones, emails }) => ({
    name: name.trim() ? undefined : f('required'),
    phones: phones.trim() || emails.trim() ? undefined : t('reachMissing'),
  }))
  const create = () =>
    void form.submit(async ({ name, phones, emails, salutation, ...rest }) => {
      const given = Object.entries(rest).filter(([, value]) => value.trim())
      const made = await perform('customer.create', {
        name,
        phones: listOf(phones),
        emails: listOf(emails),
        ...(salutation !== 'none' && { salutation }),
        ...Object.fromEntries(given),
      })
      onMade(made.id)
      say({ title: t('didCreate', { name: made.name }), detail: made.number })
    })
  const input = (key: 'name' | 'phones' | 'emails' | 'company' | 'level' | 'externalId', hint?: string) => (
    <Field label={key === 'name' || key === 'phones' ? `${t(key)} *` : t(key)} error={form.error(key)} hint={hint}>
      {tie => (
        <Input
          {...tie}
          autoFocus={key === 'name'}
          autoComplete="off"
          value={form.values[key]}
          onChange={event => form.set(key, event.target.value)}
        />
      )}
    </Field>
  )
  return (
    <Sheet
      title={t('add')}
      under={t('addUnder')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
    >
      {input('name')}
      <Field label={t('salutationName')} error={form.error('salutation')}>
        {() => (
          <Segmented<Values['salutation']>
            label={t('salutationName')}
            value={form.values.salutation}
            onChange={salutation => form.set('salutation', salutation)}
            choices={(['mr', 'ms', 'none'] as const).map(value => ({ value, label: t(`salutation.${value}`) }))}
          />
        )}
      </Field>
      {input('phones', t('severalHint'))}
      {input('emails')}
      <Fold title={t('more')} open={Boolean(form.error('company') ?? form.error('level') ?? form.error('externalId'))}>
        {input('company')}
        {input('level', t('levelHint'))}
        {input('externalId', t('externalIdHint'))}
        <Field label={t('note')} error={form.error('note')}>
          {tie => (
            <Input.TextArea
              {...tie}
              autoSize={{ minRows: 3, maxRows: 8 }}
              maxLength={5000}
              value={form.values.note}
              onChange={event => form.set('note', event.target.value)}
            />
          )}
        </Field>
      </Fold>
    </Sheet>
  )
}

/** Several, with commas or new lines between; a phone may have spaces in it. */
const listOf = (text: string): string[] =>
  text
    .split(/[,,;;、\n]/)
    .map(part => part.trim())
    .filter(Boolean)

import { Field, Segmented, useSay } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { FormFields } from '../fields/FormFields.tsx'
import { useFields } from '../fields/useFields.ts'
import { type Standing, useStanding } from '../fields/useStanding.ts'
import { useOnlyForm } from '../fields/useTemplates.ts'
import { usualValues } from '../fields/values.ts'
import { wrongAt } from '../fields/wrongs.ts'
import { Fold } from '../forms/Fold.tsx'
import { Sheet } from '../forms/Sheet.tsx'
import { useDo } from '../forms/useDo.ts'
import { useForm } from '../forms/useForm.ts'
import { useFormWords } from '../forms/words/index.ts'
import { useMe } from '../session/me.ts'
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
  /** The desk's own, by key. */
  fields: Readonly<Record<string, unknown>>
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
  fields: {},
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
    fields: standing.missing('open').length > 0 ? f('required') : undefined,
  }))
  const standing = useOwnFields(form.values)
  const lacking = form.error('fields') === f('required') ? standing.missing('open') : []
  const create = () =>
    void form.submit(async ({ name, phones, emails, salutation, fields, ...rest }) => {
      const given = Object.entries(rest).filter(([, value]) => value.trim())
      const made = await perform('customer.create', {
        name,
        phones: listOf(phones),
        emails: listOf(emails),
        ...(salutation !== 'none' && { salutation }),
        ...Object.fromEntries(given),
        fields: standing.shown(fields),
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
      <FormFields
        standing={standing}
        step="open"
        onChange={(key, value) => form.set('fields', { ...form.values.fields, [key]: value })}
        wrongAt={path => (lacking.includes(path) ? f('required') : wrongAt(form.refused, path))}
      />
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

/** The desk's own fields of customers, with what is usual where nothing was said. */
function useOwnFields({ name, level, fields }: Values): Standing {
  const { agent } = useMe()
  const definitions = useFields('customer')
  const usual = useMemo(() => usualValues(definitions, agent.id, new Date()), [definitions, agent.id])
  const record = useMemo(() => ({ name, level: level || null }), [name, level])
  const all = useMemo(() => ({ ...usual, ...fields }), [usual, fields])
  return useStanding('customer', useOnlyForm('customer'), record, all)
}

/** Several, with commas or new lines between; a phone may have spaces in it. */
const listOf = (text: string): string[] =>
  text
    .split(/[,,;;、\n]/)
    .map(part => part.trim())
    .filter(Boolean)

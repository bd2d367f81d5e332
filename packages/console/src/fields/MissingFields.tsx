import type { Urgency } from '@baton/contract'
import { Combobox, Field, Icon, Segmented } from '@baton/ui'
import type { ReactNode } from 'react'
import { useFormWords } from '../forms/words/index.ts'
import { useMe } from '../session/me.ts'
import { Tags } from '../tickets/side/Tags.tsx'
import { UrgencyTag } from '../tickets/Urgency.tsx'
import { useWords } from '../words/Speaking.tsx'
import { useCategories, useRequestTypes } from '../workspace/choices.ts'
import { FieldInput } from './FieldInput.tsx'
import type { FieldRecord } from './useFields.ts'
import type { Values } from './values.ts'
import { wordOf } from './word.ts'

interface Props {
  definitions: readonly FieldRecord[]
  /** By their names in the form: `fields.orderNo`, `category`. */
  fields: readonly string[]
  /** By key, or by the name of the part. */
  values: Values
  onChange: (field: string, value: unknown) => void
  wrongAt: (path: string) => string | undefined
}

/** Only what is still missing, to be filled in where it was missed. */
export function MissingFields({ definitions, fields, values, onChange, wrongAt }: Props): ReactNode {
  const { i18n, t } = useWords()
  const { t: f } = useFormWords()
  const me = useMe()
  return fields.map(name => {
    const field = definitions.find(({ key }) => `fields.${key}` === name)
    if (me.isFrozen(partFields[name] ?? name)) {
      const part = name as 'urgency' | 'requestType' | 'tags'
      const label = field ? wordOf(field, i18n.language) : t(`field.${name === 'category' ? 'categoryId' : part}`)
      // Nothing can be filled in here: somebody else has to, and the sheet says so in full.
      return (
        <Field key={name} label={`${label} *`} error={wrongAt(name) && f('frozen')} hint={f('frozen')}>
          {() => <Icon name="lock" size={14} />}
        </Field>
      )
    }
    if (!field)
      return <PartInput key={name} name={name} value={values[name]} onChange={onChange} wrong={wrongAt(name)} />
    const label = wordOf(field, i18n.language)
    return (
      <Field key={name} label={`${label} *`} error={wrongAt(name)} hint={field.help ?? undefined}>
        {tie => (
          <FieldInput
            field={field}
            tie={tie}
            label={label}
            value={values[field.key] ?? null}
            onChange={value => onChange(name, value)}
            wrongAt={at => wrongAt(`${name}${at}`)}
          />
        )}
      </Field>
    )
  })
}

/** Which field a part of the form is, where it is called otherwise. */
const partFields: Readonly<Record<string, string>> = { category: 'categoryId' }

interface PartProps {
  name: string
  value: unknown
  onChange: (field: string, value: unknown) => void
  wrong: string | undefined
}

const urgencies: readonly Urgency[] = ['normal', 'urgent', 'critical']

/** A part of the ticket itself. */
function PartInput({ name, value, onChange, wrong }: PartProps): ReactNode {
  const { t } = useWords()
  const { items: categories } = useCategories()
  const { items: types } = useRequestTypes()
  const words = { placeholder: t('word.none'), emptyText: t('word.nothingFound'), clearLabel: t('word.clear') }
  if (name === 'category' || name === 'requestType') {
    const options =
      name === 'category'
        ? categories.map(({ id, path }) => ({ value: id, label: path }))
        : types.map(type => ({ value: type.key, label: type.name }))
    return (
      <Field label={`${t(name === 'category' ? 'field.categoryId' : 'field.requestType')} *`} error={wrong}>
        {tie => (
          <Combobox
            tie={tie}
            options={options}
            value={typeof value === 'string' ? value : null}
            onChange={next => onChange(name, next)}
            {...words}
          />
        )}
      </Field>
    )
  }
  if (name === 'urgency')
    return (
      <Field label={`${t('field.urgency')} *`} error={wrong}>
        {() => (
          <Segmented<Urgency>
            label={t('field.urgency')}
            value={value as Urgency | undefined}
            onChange={next => onChange(name, next)}
            choices={urgencies.map(one => ({ value: one, label: <UrgencyTag urgency={one} /> }))}
          />
        )}
      </Field>
    )
  if (name !== 'tags') return null
  const tags = Array.isArray(value) ? value.map(String) : []
  return (
    <Field label={`${t('field.tags')} *`} error={wrong}>
      {tie => <Tags tie={tie} value={tags} onChange={next => onChange(name, next.length > 0 ? next : null)} />}
    </Field>
  )
}

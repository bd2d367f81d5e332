import type { OutsideField } from '@baton/contract'
import { Field, Select, type Tie } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { Fold } from '../../forms/Fold.tsx'
import type { Form } from '../../forms/useForm.ts'
import { useWords } from '../words/index.ts'
import { SecretField } from './SecretField.tsx'
import type { OutsideValues } from './values.ts'

interface Props<V extends OutsideValues> {
  form: Form<V>
  fields: readonly OutsideField[]
  /** The secrets that are kept already, and the last letters of the long ones. */
  kept?: Readonly<Record<string, { hint: string }>>
  fixed?: boolean
}

/** Draws what a way to the outside needs; what has a usual value waits behind one line. */
export function OutsideFields<V extends OutsideValues>({
  form,
  fields,
  kept = {},
  fixed = false,
}: Props<V>): ReactNode {
  const { t } = useWords()
  const first = fields.filter(field => !field.standard)
  const rest = fields.filter(field => field.standard)
  const draw = (field: OutsideField) => <Drawn key={field.key} {...{ form, field, kept, fixed }} />
  const isWrong = rest.some(field => form.refused?.at(`settings.${field.key}`))
  return (
    <>
      {first.map(draw)}
      {rest.length > 0 && (
        <Fold title={t('outside.more')} open={isWrong}>
          {rest.map(draw)}
        </Fold>
      )}
    </>
  )
}

interface DrawnProps<V extends OutsideValues> extends Required<Omit<Props<V>, 'fields'>> {
  field: OutsideField
}

function Drawn<V extends OutsideValues>({ form, field, kept, fixed }: DrawnProps<V>): ReactNode {
  const { t } = useWords()
  const { key, secret, required, standard, options } = field
  const name = t(`outside.${key as 'webhook'}`)
  const label = required || standard || options ? name : t('outside.optional', { label: name })
  const hint = [
    t(`outsideHint.${key as 'secret'}`, { defaultValue: '' }),
    standard && t('outside.usually', { value: standard }),
  ]
    .filter(Boolean)
    .join(' ')
  const error = form.refused?.at(`${secret ? 'secrets' : 'settings'}.${key}`)
  const said = { label, error, ...(hint && { hint }) }
  if (secret)
    return (
      <SecretField
        {...said}
        kept={kept[key]}
        removable={!required}
        fixed={fixed}
        value={form.values.secrets[key]}
        onChange={value => form.set('secrets', withKey(form.values.secrets, key, value) as V['secrets'])}
      />
    )
  const value = form.values.settings[key] ?? ''
  const change = (text: string) => form.set('settings', { ...form.values.settings, [key]: text } as V['settings'])
  return (
    <Field {...said}>
      {tie =>
        options ? (
          <Choice tie={tie} options={options} value={value} onChange={change} fixed={fixed} />
        ) : (
          <Input
            {...tie}
            autoComplete="off"
            spellCheck={false}
            disabled={fixed}
            placeholder={standard}
            maxLength={field.most}
            value={value}
            onChange={event => change(event.target.value)}
          />
        )
      }
    </Field>
  )
}

interface ChoiceProps {
  tie: Tie
  options: readonly string[]
  value: string
  onChange: (value: string) => void
  fixed: boolean
}

function Choice({ tie, options, value, onChange, fixed }: ChoiceProps): ReactNode {
  const { t } = useWords()
  const shown = options.map(option => ({ value: option, label: t(`outsideOption.${option as 'text'}`) }))
  return <Select tie={tie} options={shown} value={value || (options[0] ?? '')} onChange={onChange} disabled={fixed} />
}

function withKey(secrets: OutsideValues['secrets'], key: string, value: string | null | undefined) {
  const { [key]: _, ...others } = secrets
  return value === undefined ? others : { ...others, [key]: value }
}

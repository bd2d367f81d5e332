import { type FieldOwner, type Form, type FormPart, isFormField, type Urgency } from '@baton/contract'
import { Combobox, Empty, Field, Segmented } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { FormFields } from '../../fields/FormFields.tsx'
import { useFields } from '../../fields/useFields.ts'
import { useStanding } from '../../fields/useStanding.ts'
import { usualValues } from '../../fields/values.ts'
import { useMe } from '../../session/me.ts'
import { AppointmentField } from '../../tickets/AppointmentField.tsx'
import { Tags } from '../../tickets/side/Tags.tsx'
import { UrgencyTag } from '../../tickets/Urgency.tsx'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useCategories, useRequestTypes } from '../../workspace/choices.ts'
import { useWords } from '../words/index.ts'
import style from './Designer.module.css'

interface Props {
  of: FieldOwner
  form: Form
  /** As colleagues see it, or as customers do at the public form. */
  eyes: 'agent' | 'customer'
}

interface Parts {
  body: string
  requestType: string | null
  category: string | null
  urgency: Urgency
  tags: string[]
  appointmentAt: string | null
}

/** The form as it will stand; what is filled in here is kept nowhere, and moves its conditions. */
export function Trial({ of, form, eyes }: Props): ReactNode {
  const { t } = useWords()
  const { agent } = useMe()
  const definitions = useFields(of)
  const [values, set] = useState<Readonly<Record<string, unknown>>>({})
  const [parts, setParts] = useState<Parts>({
    body: '',
    requestType: null,
    category: null,
    urgency: 'normal',
    tags: [],
    appointmentAt: null,
  })
  const [level, setLevel] = useState('')
  const seen = useMemo(
    () => (eyes === 'agent' ? form : form.filter(item => !isFormField(item) || item.onPortal)),
    [form, eyes],
  )
  const record = useMemo(
    () => ({
      ...parts,
      name: '',
      level: level || null,
      subject: '',
      categoryId: parts.category,
      channel: eyes === 'agent' ? 'phone' : 'form',
      status: 'new',
      open: true,
      runState: 'running',
      creatorId: eyes === 'agent' ? agent.id : null,
      customer: { level: level || null },
    }),
    [parts, level, eyes, agent.id],
  )
  const usual = useMemo(() => usualValues(definitions, agent.id, new Date()), [definitions, agent.id])
  const all = useMemo(() => ({ ...usual, ...values }), [usual, values])
  const standing = useStanding(of, seen, record, all)
  return (
    <div className={style.trial}>
      {of !== 'company' && (
        <div className={style.sample}>
          <Field label={t('templates.sampleLevel')}>
            {tie => (
              <Input
                {...tie}
                maxLength={30}
                placeholder="VIP"
                value={level}
                onChange={event => setLevel(event.target.value)}
              />
            )}
          </Field>
        </div>
      )}
      {standing.items.every(({ item, visible }) => !visible || !isFormField(item)) ? (
        <Empty icon="form" title={t('templates.nothingSeen')} />
      ) : (
        <FormFields
          standing={standing}
          step="open"
          onChange={(key, value) => set(old => ({ ...old, [key]: value }))}
          wrongAt={() => undefined}
          part={(name, star) => (
            <Part name={name} star={star} parts={parts} onChange={patch => setParts(old => ({ ...old, ...patch }))} />
          )}
        />
      )}
    </div>
  )
}

interface PartProps {
  name: FormPart
  star: string
  parts: Parts
  onChange: (patch: Partial<Parts>) => void
}

const urgencies: readonly Urgency[] = ['normal', 'urgent', 'critical']

function Part({ name, star, parts, onChange }: PartProps): ReactNode {
  const { t } = useSharedWords()
  const { items: categories } = useCategories()
  const { items: types } = useRequestTypes()
  const words = { placeholder: t('word.none'), emptyText: t('word.nothingFound'), clearLabel: t('word.clear') }
  switch (name) {
    case 'body':
      return (
        <Field label={`${t('new.body')}${star}`}>
          {tie => (
            <Input.TextArea
              {...tie}
              autoSize={{ minRows: 3, maxRows: 6 }}
              value={parts.body}
              onChange={event => onChange({ body: event.target.value })}
            />
          )}
        </Field>
      )
    case 'urgency':
      return (
        <Field label={`${t('field.urgency')}${star}`}>
          {() => (
            <Segmented<Urgency>
              label={t('field.urgency')}
              value={parts.urgency}
              onChange={urgency => onChange({ urgency })}
              choices={urgencies.map(value => ({ value, label: <UrgencyTag urgency={value} /> }))}
            />
          )}
        </Field>
      )
    case 'requestType':
      return (
        <Field label={`${t('field.requestType')}${star}`}>
          {tie => (
            <Combobox
              tie={tie}
              options={types.map(type => ({ value: type.key, label: type.name }))}
              value={parts.requestType}
              onChange={requestType => onChange({ requestType })}
              {...words}
            />
          )}
        </Field>
      )
    case 'category':
      return (
        <Field label={`${t('field.categoryId')}${star}`}>
          {tie => (
            <Combobox
              tie={tie}
              options={categories.map(({ id, path }) => ({ value: id, label: path }))}
              value={parts.category}
              onChange={category => onChange({ category })}
              {...words}
            />
          )}
        </Field>
      )
    case 'appointmentAt':
      return (
        <AppointmentField
          value={parts.appointmentAt}
          star={star}
          onChange={appointmentAt => onChange({ appointmentAt })}
        />
      )
    case 'tags':
      return (
        <Field label={`${t('field.tags')}${star}`}>
          {tie => <Tags tie={tie} value={parts.tags} onChange={tags => onChange({ tags })} />}
        </Field>
      )
  }
}

import type { FieldOwner, FieldSpec } from '@baton/contract'
import { Field, Segmented } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { FieldInput } from '../../fields/FieldInput.tsx'
import { wrongAt } from '../../fields/wrongs.ts'
import { Fold } from '../../forms/Fold.tsx'
import { Toggle } from '../../forms/Toggle.tsx'
import type { Form } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useWords } from '../words/index.ts'
import { SpecFields } from './spec/SpecFields.tsx'
import { type FieldDraft, mayBeIndexed, mayBeReported, mayBeUnique, mayHaveDefault } from './values.ts'

interface Props {
  of: FieldOwner
  form: Form<FieldDraft>
  /** What is missing, once somebody has tried to save. */
  missing: readonly string[]
  /** What the field was, when there is one. */
  before?: { spec: FieldSpec; unique: boolean }
}

/** A field's name and particulars; what is rarer waits behind a line. */
export function FieldForm({ of, form, missing, before }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { values, set } = form
  const { spec } = values
  const wrong = (path: string) => (missing.includes(path) ? f('required') : wrongAt(form.refused, path))
  return (
    <>
      <Field label={t('fields.name')} error={wrong('name')}>
        {tie => (
          <Input
            {...tie}
            autoFocus={!before}
            autoComplete="off"
            maxLength={60}
            value={values.name}
            onChange={event => set('name', event.target.value)}
          />
        )}
      </Field>
      <SpecFields
        of={of}
        own={values.key}
        spec={spec}
        onChange={next => set('spec', next)}
        before={before?.spec}
        wrongAt={wrong}
      />
      <Field label={t('fields.help')} error={wrong('help')} hint={t('fields.helpHint')}>
        {tie => (
          <Input {...tie} maxLength={500} value={values.help} onChange={event => set('help', event.target.value)} />
        )}
      </Field>
      {mayHaveDefault(spec) && !values.unique && <Default form={form} wrong={wrong} />}
      {mayBeReported(of, spec) && (
        <Field label={t('fields.reported')} error={wrong('reported')} hint={t('fields.reportedHint')}>
          {() => (
            <Toggle on={values.reported} onChange={reported => set('reported', reported)}>
              {t('fields.reportedOn')}
            </Toggle>
          )}
        </Field>
      )}
      <Fold
        title={t('fields.more')}
        open={Boolean(wrong('nameEn') ?? wrong('key') ?? wrong('unique') ?? wrong('indexed'))}
      >
        <Field label={t('fields.nameEn')} error={wrong('nameEn')} hint={t('fields.nameEnHint')}>
          {tie => (
            <Input
              {...tie}
              maxLength={60}
              value={values.nameEn}
              onChange={event => set('nameEn', event.target.value)}
            />
          )}
        </Field>
        <Field label={t('fields.key')} error={wrong('key')} hint={t(before ? 'fields.keyStays' : 'fields.keyHint')}>
          {tie => (
            <Input
              {...tie}
              autoComplete="off"
              maxLength={40}
              disabled={before !== undefined}
              prefix="fields."
              value={values.key}
              onChange={event => set('key', event.target.value)}
            />
          )}
        </Field>
        {mayBeUnique(spec) && (!before || before.unique) && (
          <Field label={t('fields.unique')} error={wrong('unique')} hint={t('fields.uniqueHint')}>
            {() => (
              <Toggle on={values.unique} onChange={unique => set('unique', unique)}>
                {t('fields.uniqueOn')}
              </Toggle>
            )}
          </Field>
        )}
        {mayBeIndexed(spec) && (
          <Field label={t('fields.indexed')} error={wrong('indexed')} hint={t('fields.indexedHint')}>
            {() => (
              <Toggle on={values.indexed} onChange={indexed => set('indexed', indexed)}>
                {t('fields.indexedOn')}
              </Toggle>
            )}
          </Field>
        )}
      </Fold>
    </>
  )
}

interface DefaultProps {
  form: Form<FieldDraft>
  wrong: (path: string) => string | undefined
}

/** What a new record begins with: nothing, a value, or who and when. */
function Default({ form, wrong }: DefaultProps): ReactNode {
  const { t } = useWords()
  const { spec, default: usual, name } = form.values
  const moving = spec.kind === 'person' ? '$me' : spec.kind === 'date' || spec.kind === 'time' ? '$now' : undefined
  const isMoving = usual === moving && moving !== undefined
  const label = t('fields.default')
  return (
    <Field label={label} error={wrong('default')} hint={t('fields.defaultHint')}>
      {tie => (
        <div style={{ display: 'flex', flexDirection: 'column', gap: 8 }}>
          {moving && (
            <Segmented<'set' | 'moving'>
              label={label}
              value={isMoving ? 'moving' : 'set'}
              onChange={which => form.set('default', which === 'moving' ? moving : null)}
              choices={[
                { value: 'set', label: t('fields.setValue') },
                { value: 'moving', label: t(moving === '$me' ? 'fields.me' : 'fields.now') },
              ]}
            />
          )}
          {!isMoving && (
            <FieldInput
              field={{ key: 'default', name, nameEn: null, help: null, spec }}
              tie={tie}
              label={label}
              value={usual}
              onChange={value => form.set('default', value)}
              wrongAt={at => wrong(`default${at}`)}
            />
          )}
        </div>
      )}
    </Field>
  )
}

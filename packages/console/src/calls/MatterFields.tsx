import type { FormPart, Urgency } from '@baton/contract'
import { Combobox, Field, Segmented } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { FormFields } from '../fields/FormFields.tsx'
import { wordOf } from '../fields/word.ts'
import { useFieldWords } from '../fields/words/index.ts'
import { useNames } from '../people/directory.ts'
import { HolderPicker } from '../people/HolderPicker.tsx'
import { AppointmentField } from '../tickets/AppointmentField.tsx'
import { Tags } from '../tickets/side/Tags.tsx'
import { UrgencyTag } from '../tickets/Urgency.tsx'
import { useWords } from '../words/Speaking.tsx'
import { useCategories, useRequestTypes } from '../workspace/choices.ts'
import style from './MatterFields.module.css'
import type { Form } from './useRegistration.ts'
import { useCallWords } from './words/index.ts'

const urgencies: readonly Urgency[] = ['normal', 'urgent', 'critical']
/** More of them than that are found by typing. */
const sideBySide = 5

/** What it is about (R-082 … R-085), as its form asks. For a ticket that is open already, only what was said now. */
export function MatterFields({ form }: { form: Form }): ReactNode {
  const { t } = useCallWords()
  const { values, set, at, way } = form
  if (way === 'appended') return <Body form={form} label={`${t('sheet.bodyAppend')} *`} focused />
  return (
    <>
      <Field label={`${t('sheet.subject')} *`} error={at('subject')}>
        {tie => (
          <Input
            {...tie}
            autoFocus={values.number !== ''}
            maxLength={200}
            value={values.subject}
            onChange={event => set({ subject: event.target.value })}
          />
        )}
      </Field>
      <Ways form={form} />
      <FormFields
        standing={form.standing}
        step={way === 'answered' ? 'solve' : 'open'}
        onChange={form.setOwn}
        wrongAt={form.wrongAt}
        part={(name, star) => <Part form={form} name={name} star={star} />}
      />
      {way === 'answered' && <Result form={form} />}
    </>
  )
}

/** By which template, and to whom it goes. */
function Ways({ form }: { form: Form }): ReactNode {
  const { t } = useCallWords()
  const { t: own } = useFieldWords()
  const { t: shared, i18n } = useWords()
  const { values, set, at, way, templates, template } = form
  const names = useNames()
  const pool = names(template?.opens.departmentId ?? null)
  if (way !== 'opened' && templates.length < 2) return null
  return (
    <div className={style.two}>
      {templates.length > 1 && (
        <Field label={own('form.template')}>
          {tie => (
            <Combobox
              tie={tie}
              options={templates.map(one => ({ value: one.id, label: wordOf(one, i18n.language), also: one.name }))}
              value={template?.id ?? null}
              onChange={chosen => set({ template: chosen })}
              emptyText={shared('word.nothingFound')}
            />
          )}
        </Field>
      )}
      {way === 'opened' && (
        <Field
          label={t('sheet.to')}
          error={at('target')}
          hint={values.target ? undefined : pool ? own('form.toPool', { department: pool }) : t('sheet.toHint')}
        >
          {tie => <HolderPicker tie={tie} value={values.target} onChange={target => set({ target })} />}
        </Field>
      )}
    </div>
  )
}

/** A part of the ticket itself, where its form has it. */
function Part({ form, name, star }: { form: Form; name: FormPart; star: string }): ReactNode {
  const { t } = useCallWords()
  const { t: shared } = useWords()
  const { values, set, at } = form
  const { items: categories } = useCategories()
  const { items: types } = useRequestTypes()
  switch (name) {
    case 'body':
      return <Body form={form} label={`${t('sheet.body')}${star}`} />
    case 'requestType':
      return (
        <Field label={`${t('sheet.requestType')}${star}`} error={at('requestType')}>
          {tie =>
            types.length > sideBySide ? (
              <Combobox
                tie={tie}
                options={types.map(({ key, name }) => ({ value: key, label: name }))}
                value={values.requestType}
                onChange={requestType => set({ requestType })}
                placeholder={shared('word.none')}
                emptyText={shared('word.nothingFound')}
                clearLabel={shared('word.clear')}
              />
            ) : (
              <Segmented
                label={t('sheet.requestType')}
                value={values.requestType ?? undefined}
                onChange={requestType => set({ requestType })}
                choices={types.map(({ key, name }) => ({ value: key, label: name }))}
              />
            )
          }
        </Field>
      )
    case 'appointmentAt':
      return (
        <AppointmentField
          value={values.appointmentAt}
          star={star}
          onChange={appointmentAt => set({ appointmentAt })}
          error={at('appointmentAt')}
        />
      )
    case 'urgency':
      return (
        <Field label={`${t('sheet.urgency')}${star}`}>
          {() => (
            <Segmented<Urgency>
              label={t('sheet.urgency')}
              value={values.urgency}
              onChange={urgency => set({ urgency })}
              choices={urgencies.map(value => ({ value, label: <UrgencyTag urgency={value} /> }))}
            />
          )}
        </Field>
      )
    case 'category':
      return (
        <Field label={`${t('sheet.category')}${star}`} error={at('category')}>
          {tie => (
            <Combobox
              tie={tie}
              options={categories.map(({ id, path }) => ({ value: id, label: path }))}
              value={values.category}
              onChange={category => set({ category })}
              placeholder={t('sheet.categoryPlaceholder')}
              emptyText={shared('word.nothingFound')}
              clearLabel={shared('word.clear')}
            />
          )}
        </Field>
      )
    case 'tags':
      return (
        <Field label={`${shared('field.tags')}${star}`} error={at('tags')}>
          {tie => <Tags tie={tie} value={values.tags} onChange={tags => set({ tags })} />}
        </Field>
      )
  }
}

function Body({ form, label, focused = false }: { form: Form; label: string; focused?: boolean }): ReactNode {
  const { values, set, at } = form
  return (
    <Field label={label} error={at('body')}>
      {tie => (
        <Input.TextArea
          {...tie}
          autoFocus={focused}
          autoSize={{ minRows: form.way === 'answered' ? 2 : 3, maxRows: 10 }}
          value={values.body}
          onChange={event => set({ body: event.target.value })}
        />
      )}
    </Field>
  )
}

function Result({ form }: { form: Form }): ReactNode {
  const { t } = useCallWords()
  const { values, set, at } = form
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector('textarea')?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={box} className={style.result}>
      <Field label={`${t('sheet.result')} *`} error={at('result')} hint={t('sheet.resultHint')}>
        {tie => (
          <Input.TextArea
            {...tie}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            value={values.result}
            onChange={event => set({ result: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}

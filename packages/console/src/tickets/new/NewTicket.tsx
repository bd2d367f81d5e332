import type { Channel, FormPart, Urgency } from '@baton/contract'
import { Combobox, Field, Icon, Segmented, Wrong } from '@baton/ui'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { FormFields } from '../../fields/FormFields.tsx'
import { wordOf } from '../../fields/word.ts'
import { useFieldWords } from '../../fields/words/index.ts'
import { useLeaving } from '../../forms/leaving.tsx'
import { useKeys } from '../../frame/keys.tsx'
import { useNames } from '../../people/directory.ts'
import { HolderPicker } from '../../people/HolderPicker.tsx'
import { useWords } from '../../words/Speaking.tsx'
import { useCategories, useRequestTypes } from '../../workspace/choices.ts'
import { allView } from '../../workspace/shipped.ts'
import { AppointmentField } from '../AppointmentField.tsx'
import { Uploads } from '../composer/Uploads.tsx'
import { Tags } from '../side/Tags.tsx'
import { UrgencyTag } from '../Urgency.tsx'
import style from './NewTicket.module.css'
import { RequesterField } from './RequesterField.tsx'
import { useNewTicket } from './useNewTicket.ts'

interface Props {
  onClose: () => void
  customerId?: string
}

const urgencies: readonly Urgency[] = ['normal', 'urgent', 'critical']
const origins = ['phone', 'web', 'email'] as const satisfies readonly Channel[]

/** One sheet for a matter that somebody brings: who, what, how urgent, to whom. */
export function NewTicket({ onClose, customerId }: Props): ReactNode {
  const { t } = useWords()
  const navigate = useNavigate()
  const form = useNewTicket(customerId, number => {
    onClose()
    void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view: allView, number } }) // shows its own page
  })
  const { close, question } = useLeaving(form.dirty, onClose)
  useKeys({}, { covers: true })
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
  }
  return (
    <Modal
      open
      width={880}
      style={{ top: 48 }}
      title={t('new.title')}
      okText={t('new.create')}
      okButtonProps={{ loading: form.busy, disabled: form.files.busy }}
      cancelText={t('word.cancel')}
      mask={{ closable: !form.dirty }}
      onOk={form.submit}
      onCancel={close}
      {...(question && { footer: question })}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens for Ctrl+Enter from the fields inside */}
      <div className={style.sheet} onKeyDown={press}>
        <Matter form={form} />
        <Handling form={form} />
        {form.problem && (
          <div className={style.wide}>
            <Wrong>{form.problem}</Wrong>
          </div>
        )}
      </div>
    </Modal>
  )
}

type Form = ReturnType<typeof useNewTicket>

function Matter({ form }: { form: Form }): ReactNode {
  const { t } = useWords()
  const { values, set, at } = form
  return (
    <div className={style.column}>
      <RequesterField
        value={values.requester}
        onChange={requester => set({ requester })}
        error={at('requester', 'customerId')}
      />
      <Field label={`${t('field.subject')} *`} error={at('subject')}>
        {tie => (
          <Input
            {...tie}
            maxLength={200}
            value={values.subject}
            onChange={event => set({ subject: event.target.value })}
            onPressEnter={event => !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey && form.submit()}
          />
        )}
      </Field>
      <FormFields
        standing={form.standing}
        step="open"
        onChange={form.setOwn}
        wrongAt={form.wrongAt}
        part={(name, star) => <Part form={form} name={name} star={star} />}
      />
    </div>
  )
}

/** A part of the ticket itself, where its form has it. */
function Part({ form, name, star }: { form: Form; name: FormPart; star: string }): ReactNode {
  const { t } = useWords()
  const { values, set, at } = form
  const { items: categories } = useCategories()
  const { items: types } = useRequestTypes()
  switch (name) {
    case 'body':
      return <Body form={form} star={star} />
    case 'urgency':
      return (
        <Field label={`${t('field.urgency')}${star}`} error={at('urgency')}>
          {() => (
            <Segmented<Urgency>
              label={t('field.urgency')}
              value={values.urgency}
              onChange={urgency => set({ urgency })}
              choices={urgencies.map(value => ({ value, label: <UrgencyTag urgency={value} /> }))}
            />
          )}
        </Field>
      )
    case 'requestType':
      return (
        <Field label={`${t('field.requestType')}${star}`} error={at('requestType')}>
          {tie => (
            <Combobox
              tie={tie}
              options={types.map(type => ({ value: type.key, label: type.name }))}
              value={values.requestType}
              onChange={requestType => set({ requestType })}
              placeholder={t('word.none')}
              emptyText={t('word.nothingFound')}
              clearLabel={t('word.clear')}
            />
          )}
        </Field>
      )
    case 'category':
      return (
        <Field label={`${t('field.categoryId')}${star}`} error={at('category')}>
          {tie => (
            <Combobox
              tie={tie}
              options={categories.map(category => ({ value: category.id, label: category.path }))}
              value={values.category}
              onChange={category => set({ category })}
              placeholder={t('word.none')}
              emptyText={t('word.nothingFound')}
              clearLabel={t('word.clear')}
            />
          )}
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
    case 'tags':
      return (
        <Field label={`${t('field.tags')}${star}`} error={at('tags')}>
          {tie => <Tags tie={tie} value={values.tags} onChange={tags => set({ tags })} />}
        </Field>
      )
  }
}

function Body({ form, star }: { form: Form; star: string }): ReactNode {
  const { t } = useWords()
  const { values, set, at, files } = form
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <Field label={`${t('new.body')}${star}`} error={at('body')}>
        {tie => (
          <Input.TextArea
            {...tie}
            autoSize={{ minRows: 5, maxRows: 14 }}
            value={values.body}
            onChange={event => set({ body: event.target.value })}
            onPaste={event => {
              if (event.clipboardData.files.length === 0) return
              event.preventDefault()
              files.add(event.clipboardData.files)
            }}
          />
        )}
      </Field>
      <button type="button" className={style.attach} onClick={() => picker.current?.click()}>
        <Icon name="clip" size={14} /> {t('composer.attach')}
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('composer.attach')}
        onChange={event => {
          files.add(event.target.files ?? [])
          event.target.value = ''
        }}
      />
      <Uploads uploads={files.uploads} remove={files.remove} />
    </>
  )
}

/** Who takes it up, and what is kept beside the form. */
function Handling({ form }: { form: Form }): ReactNode {
  const { t } = useWords()
  const { t: own } = useFieldWords()
  const { i18n } = useWords()
  const { values, set, at, templates, template, standing } = form
  const names = useNames()
  const pool = names(template?.opens.departmentId ?? null)
  const hasTags = standing.items.some(({ item }) => 'field' in item && item.field === 'tags')
  return (
    <div className={style.column}>
      {templates.length > 1 && (
        <Field label={own('form.template')} hint={template?.description ?? undefined} error={at('templateId')}>
          {tie => (
            <Combobox
              tie={tie}
              options={templates.map(one => ({ value: one.id, label: wordOf(one, i18n.language), also: one.name }))}
              value={template?.id ?? null}
              onChange={chosen => set({ template: chosen })}
              emptyText={t('word.nothingFound')}
            />
          )}
        </Field>
      )}
      <Field label={t('field.channel')}>
        {() => (
          <Segmented
            label={t('field.channel')}
            value={values.channel}
            onChange={channel => set({ channel })}
            choices={origins.map(value => ({ value, label: t(`channel.${value}`) }))}
          />
        )}
      </Field>
      <Field
        label={t('new.holder')}
        error={at('departmentId', 'assigneeId')}
        hint={values.target ? undefined : pool ? own('form.toPool', { department: pool }) : t('new.holderHint')}
      >
        {tie => <HolderPicker tie={tie} value={values.target} onChange={target => set({ target })} />}
      </Field>
      {values.target && (
        <Field label={`${t('sheet.note')}${t('sheet.optional')}`} error={at('note')}>
          {tie => (
            <Input
              {...tie}
              maxLength={2000}
              value={values.note}
              onChange={event => set({ note: event.target.value })}
            />
          )}
        </Field>
      )}
      {!hasTags && (
        <Field label={t('field.tags')} error={at('tags')}>
          {tie => <Tags tie={tie} value={values.tags} onChange={tags => set({ tags })} />}
        </Field>
      )}
    </div>
  )
}

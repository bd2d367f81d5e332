import { type FieldOwner, surveyChoices, type Urgency, wordIn } from '@baton/contract'
import { Combobox, Field, PickMany, Segmented } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { wrongAt } from '../../fields/wrongs.ts'
import { Toggle } from '../../forms/Toggle.tsx'
import type { Form } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useAll } from '../../lists/useAll.ts'
import { useDepartments } from '../../people/directory.ts'
import { useMe } from '../../session/me.ts'
import { Tags } from '../../tickets/side/Tags.tsx'
import { UrgencyTag } from '../../tickets/Urgency.tsx'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useCategories, useRequestTypes } from '../../workspace/choices.ts'
import { useWords } from '../words/index.ts'
import style from './Designer.module.css'
import type { TemplateDraft } from './draft.ts'

interface Props {
  of: FieldOwner
  form: Form<TemplateDraft>
}

/** What is said of the template as a whole: its name, for whom it is, and what a ticket begins with. */
export function About({ of, form }: Props): ReactNode {
  const { t } = useWords()
  const { values, set } = form
  return (
    <section className={style.properties} aria-label={t('templates.about')}>
      <h3 className={style.propertiesTitle}>{t('templates.about')}</h3>
      <Field label={t('templates.name')} error={form.error('name')}>
        {tie => (
          <Input {...tie} maxLength={60} value={values.name} onChange={event => set('name', event.target.value)} />
        )}
      </Field>
      <Field label={t('fields.nameEn')} error={form.error('nameEn')}>
        {tie => (
          <Input {...tie} maxLength={60} value={values.nameEn} onChange={event => set('nameEn', event.target.value)} />
        )}
      </Field>
      <Field label={t('templates.description')} error={form.error('description')}>
        {tie => (
          <Input.TextArea
            {...tie}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={500}
            value={values.description}
            onChange={event => set('description', event.target.value)}
          />
        )}
      </Field>
      {of === 'ticket' && (
        <>
          <Rules form={form} />
          <Opens form={form} />
        </>
      )}
    </section>
  )
}

function Rules({ form }: { form: Form<TemplateDraft> }): ReactNode {
  const { t, i18n } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const departments = useDepartments()
  const { data: policies } = useAll('slaPolicy.list', {}, me.may('slaPolicy.list'))
  const { values, set } = form
  return (
    <>
      <Field
        label={t('templates.departments')}
        error={form.error('departmentIds')}
        hint={t('templates.departmentsHint')}
      >
        {tie => (
          <PickMany
            tie={tie}
            options={departments
              .filter(({ archived }) => !archived)
              .map(({ id, path }) => ({ value: id, label: path }))}
            value={values.departmentIds}
            onChange={departmentIds => set('departmentIds', departmentIds)}
            placeholder={t('templates.everybody')}
            emptyText={f('noMatch')}
            removeLabel={name => f('remove', { name })}
          />
        )}
      </Field>
      <Toggle on={values.onPortal} onChange={onPortal => set('onPortal', onPortal)}>
        {t('templates.onPortal')}
      </Toggle>
      <Field label={t('templates.policy')} error={form.error('slaPolicyId')} hint={t('templates.policyHint')}>
        {tie => (
          <Combobox
            tie={tie}
            options={(policies ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={values.slaPolicyId}
            onChange={id => set('slaPolicyId', id)}
            placeholder={t('templates.byConditions')}
            emptyText={f('noMatch')}
            clearLabel={shared('word.clear')}
          />
        )}
      </Field>
      <Field label={t('templates.survey')}>
        {() => (
          <Segmented
            label={t('templates.survey')}
            value={values.survey}
            onChange={survey => set('survey', survey)}
            choices={surveyChoices.map(value => ({
              value,
              label: wordIn(i18n.language, 'surveyChoice', value) ?? value,
            }))}
          />
        )}
      </Field>
    </>
  )
}

const urgencies: readonly Urgency[] = ['normal', 'urgent', 'critical']

/** What stands there already when a ticket is begun with it. */
function Opens({ form }: { form: Form<TemplateDraft> }): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const { items: categories } = useCategories()
  const { items: types } = useRequestTypes()
  const departments = useDepartments()
  const { opens } = form.values
  const put = (patch: Partial<TemplateDraft['opens']>) =>
    form.set(
      'opens',
      Object.fromEntries(
        Object.entries({ ...opens, ...patch }).filter(([, value]) => value !== undefined && value !== ''),
      ) as TemplateDraft['opens'],
    )
  const wrong = (name: string) => wrongAt(form.refused, `opens.${name}`)
  const pick = (
    name: 'categoryId' | 'requestType' | 'departmentId',
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <Field label={label} error={wrong(name)}>
      {tie => (
        <Combobox
          tie={tie}
          options={options}
          value={opens[name] ?? null}
          onChange={value => put({ [name]: value ?? undefined })}
          placeholder={shared('word.none')}
          emptyText={shared('word.nothingFound')}
          clearLabel={shared('word.clear')}
        />
      )}
    </Field>
  )
  return (
    <>
      <h3 className={style.propertiesTitle}>{t('templates.opens')}</h3>
      <p className={style.note}>{t('templates.opensHint')}</p>
      <Field label={shared('field.subject')} error={wrong('subject')}>
        {tie => (
          <Input
            {...tie}
            maxLength={200}
            value={opens.subject ?? ''}
            onChange={event => put({ subject: event.target.value })}
          />
        )}
      </Field>
      <Field label={shared('new.body')} error={wrong('body')}>
        {tie => (
          <Input.TextArea
            {...tie}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={opens.body ?? ''}
            onChange={event => put({ body: event.target.value })}
          />
        )}
      </Field>
      {pick(
        'categoryId',
        shared('field.categoryId'),
        categories.map(({ id, path }) => ({ value: id, label: path })),
      )}
      {pick(
        'requestType',
        shared('field.requestType'),
        types.map(({ key, name }) => ({ value: key, label: name })),
      )}
      {pick(
        'departmentId',
        t('templates.pool'),
        departments.filter(({ archived }) => !archived).map(({ id, path }) => ({ value: id, label: path })),
      )}
      <Field label={shared('field.urgency')}>
        {() => (
          <Segmented<Urgency>
            label={shared('field.urgency')}
            value={opens.urgency ?? 'normal'}
            onChange={urgency => put({ urgency: urgency === 'normal' ? undefined : urgency })}
            choices={urgencies.map(value => ({ value, label: <UrgencyTag urgency={value} /> }))}
          />
        )}
      </Field>
      <Field label={shared('field.tags')} error={wrong('tags')}>
        {tie => (
          <Tags
            tie={tie}
            value={opens.tags ?? []}
            onChange={tags => put({ tags: tags.length > 0 ? tags : undefined })}
          />
        )}
      </Field>
    </>
  )
}

import type { Condition } from '@baton/contract'
import { Field, Segmented } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { ConditionEditor } from '../conditions/ConditionEditor.tsx'
import type { Form } from '../forms/useForm.ts'
import style from './Macros.module.css'
import { ReachFields } from './ReachFields.tsx'
import { StepList } from './StepList.tsx'
import type { MacroValues } from './values.ts'
import { useMacroWords } from './words/index.ts'

/** What most want first: only for what one has in hand. */
const usual: Condition = { all: [{ field: 'status', op: 'isOneOf', value: ['assigned', 'in_progress'] }] }

interface Props {
  form: Form<MacroValues>
  tried: boolean
  fresh?: boolean
  fixed?: boolean
  mayPublish: boolean
  /** Whether one made it oneself. */
  mine?: boolean
}

/** What a macro is called, what it does, where it is offered and to whom. */
export function MacroFields({ form, tried, fresh = false, fixed = false, mayPublish, mine = true }: Props): ReactNode {
  const { t } = useMacroWords()
  const { values } = form
  const { where } = values
  return (
    <fieldset className={style.bare} disabled={fixed}>
      <Field label={t('name')} error={form.error('name')}>
        {tie => (
          <Input
            {...tie}
            autoFocus={fresh}
            autoComplete="off"
            maxLength={60}
            value={values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('description')} error={form.error('description')} hint={t('descriptionHint')}>
        {tie => (
          <Input.TextArea
            {...tie}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={500}
            value={values.description}
            onChange={event => form.set('description', event.target.value)}
          />
        )}
      </Field>
      <section aria-label={t('steps')}>
        <h4 className={style.heading}>{t('steps')}</h4>
        <p className={style.quiet}>{t('stepsHint')}</p>
        <StepList
          steps={values.steps}
          onChange={steps => form.set('steps', steps)}
          problemAt={path => form.refused?.at(`steps.${path}`)}
          tried={tried}
        />
      </section>
      <Field label={t('where')} error={form.error('where')}>
        {() => (
          <Segmented<'all' | 'some'>
            label={t('where')}
            value={where ? 'some' : 'all'}
            onChange={which => form.set('where', which === 'all' ? null : usual)}
            choices={[
              { value: 'all', label: t('everywhere') },
              { value: 'some', label: t('somewhere') },
            ]}
          />
        )}
      </Field>
      {where && <ConditionEditor kind="ticket" value={where} onChange={next => form.set('where', next)} />}
      {mayPublish ? <ReachFields form={form} mine={mine} /> : <p className={style.quiet}>{t('ownOnly')}</p>}
    </fieldset>
  )
}

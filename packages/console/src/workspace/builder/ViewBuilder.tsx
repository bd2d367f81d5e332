import { Field } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { ConditionEditor } from '../../conditions/ConditionEditor.tsx'
import { Part } from '../../forms/Part.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useMe } from '../../session/me.ts'
import { useViewWords } from '../words/index.ts'
import { Audience } from './Audience.tsx'
import { draftOf, emptyDraft, likeOf } from './draft.ts'
import type { Beginning } from './host.tsx'
import { Preview } from './Preview.tsx'
import { isReady } from './ready.ts'
import { Shape } from './Shape.tsx'
import { useSave } from './useSave.ts'
import { useSentence } from './useSentence.ts'
import style from './ViewBuilder.module.css'

/** Makes a view or changes one: which tickets, how they are shown, for whom. At the top all of it reads as one sentence. */
export function ViewBuilder({ edits, like, order, part, onClose }: Beginning & { onClose: () => void }): ReactNode {
  const { t } = useViewWords()
  const { t: f } = useFormWords()
  const me = useMe()
  const sentence = useSentence()
  const start = edits
    ? draftOf(edits)
    : like
      ? likeOf(like, t('build.copyName', { name: like.name }), order)
      : emptyDraft
  const form = useForm(start, draft => ({
    name: draft.name.trim() ? undefined : f('required'),
    where: isReady(draft.where) ? undefined : t('build.unfinished'),
    groupBy: draft.layout === 'board' && !draft.groupBy ? t('build.groupMissing') : undefined,
    departmentIds:
      draft.audience === 'departments' && draft.departmentIds.length === 0 ? t('build.departmentsMissing') : undefined,
  }))
  const save = useSave(edits, onClose)
  const { values } = form
  const mayPublish = edits ? edits.allowed.includes('view.publish') : me.may('view.publish')
  return (
    <Sheet
      title={t(edits ? 'build.edit' : like ? 'build.copy' : 'build.new')}
      under={<span aria-live="polite">{sentence(values)}</span>}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f(edits ? 'save' : 'create'), busy: form.busy, run: () => void form.submit(save) }} // shows its own problem
      aside={<Preview draft={values} />}
    >
      <Field label={t('build.name')} error={form.error('name')}>
        {tie => (
          <Input
            {...tie}
            autoFocus={part === undefined}
            autoComplete="off"
            maxLength={60}
            value={values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      {mayPublish && part === 'audience' && <Audience form={form} />}
      <Part title={t('build.where')}>
        <ConditionEditor kind="ticket" value={values.where} onChange={where => form.set('where', where)} />
        {form.error('where') && (
          <p className={style.wrong} role="alert">
            {form.error('where')}
          </p>
        )}
        {(me.may('ticket.search') || values.text) && (
          <div className={style.text}>
            <Field label={t('build.text')} error={form.error('text')} hint={t('build.textHint')}>
              {tie => (
                <Input
                  {...tie}
                  autoComplete="off"
                  maxLength={500}
                  value={values.text}
                  onChange={event => form.set('text', event.target.value)}
                />
              )}
            </Field>
          </div>
        )}
      </Part>
      <Shape form={form} />
      {mayPublish && part === undefined && <Audience form={form} />}
    </Sheet>
  )
}

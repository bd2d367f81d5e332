import { urgencies } from '@baton/contract'
import { Combobox, Field, Select } from '@baton/ui'
import { type ReactNode, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useForm } from '../../forms/useForm.ts'
import { useJobWords } from '../../jobs/words/index.ts'
import { useAll } from '../../lists/useAll.ts'
import { VerbModal } from '../../tickets/sheets/VerbModal.tsx'
import { Tags } from '../../tickets/side/Tags.tsx'
import { useWords } from '../../words/Speaking.tsx'
import { useCategories } from '../choices.ts'
import type { Edited } from './choices.ts'

interface Props {
  edits: Edited
  number: string
  send: (input: object) => Promise<void>
  onClose: () => void
}

interface Values {
  urgency: (typeof urgencies)[number]
  category: string | null
  addTags: string[]
  removeTags: string[]
  macro: string | null
}

const start: Values = { urgency: 'urgent', category: null, addTags: [], removeTags: [], macro: null }

/** One thing about many tickets. Tags are put on and taken off, whatever others each ticket has. */
export function EditSheet({ edits, number, send, onClose }: Props): ReactNode {
  const { t } = useJobWords()
  const { t: shared } = useWords()
  const categories = useCategories()
  const macros = useAll('macro.list', {}, edits === 'macro').data ?? []
  const form = useForm<Values>(start, ({ addTags, removeTags, category, macro }) => ({
    ...(edits === 'macro' && macro === null && { macro: t('select.choose') }),
    ...(edits === 'tags' && addTags.length + removeTags.length === 0 && { addTags: t('select.tagsMissing') }),
    ...(edits === 'category' && category === null && { category: t('select.choose') }),
  }))
  const { values } = form
  const inputs: Record<Edited, () => object> = {
    urgency: () => ({ urgency: values.urgency }),
    macro: () => ({ macroId: values.macro }),
    category: () => ({ category: values.category === none ? null : values.category }),
    tags: () => ({
      ...(values.addTags.length > 0 && { addTags: values.addTags }),
      ...(values.removeTags.length > 0 && { removeTags: values.removeTags }),
    }),
  }
  const latest = useRef(() => {})
  latest.current = () => void form.submit(() => send(inputs[edits]())) // shows its own problem
  // A tag that is typed and not ended yet is one all the same: the field takes it when it is left.
  const submit = () => {
    flushSync(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    latest.current()
  }
  const word = t(`select.change.${edits}`)
  return (
    <VerbModal
      ticket={{ number }}
      verb="ticket.update"
      word={word}
      dirty={form.dirty}
      busy={form.busy}
      problem={form.problem}
      submit={submit}
      onClose={onClose}
    >
      {edits === 'urgency' && (
        <Field label={t('select.edit.urgency')} error={form.error('urgency')}>
          {tie => (
            <Select
              tie={tie}
              autoFocus
              value={values.urgency}
              onChange={next => form.set('urgency', next)}
              options={urgencies.map(value => ({ value, label: shared(`urgency.${value}`) }))}
            />
          )}
        </Field>
      )}
      {edits === 'macro' && (
        <Field label={t('select.edit.macro')} error={form.error('macro')} hint={t('select.macroHint')}>
          {tie => (
            <Combobox
              tie={tie}
              autoFocus
              options={macros.map(({ id, name }) => ({ value: id, label: name }))}
              value={values.macro}
              onChange={next => form.set('macro', next)}
              placeholder={t('select.choose')}
              emptyText={shared('word.nothingFound')}
            />
          )}
        </Field>
      )}
      {edits === 'category' && (
        <Field label={t('select.edit.category')} error={form.error('category')}>
          {tie => (
            <Combobox
              tie={tie}
              autoFocus
              options={[
                { value: none, label: t('select.noCategory') },
                ...categories.items.map(({ id, path }) => ({ value: id, label: path })),
              ]}
              value={values.category}
              onChange={next => form.set('category', next)}
              placeholder={t('select.choose')}
              emptyText={shared('word.nothingFound')}
            />
          )}
        </Field>
      )}
      {edits === 'tags' && (
        <>
          <Field label={t('select.addTags')} error={form.error('addTags')}>
            {tie => (
              <Tags
                tie={tie}
                placeholder={t('select.tag')}
                value={values.addTags}
                onChange={next => form.set('addTags', next)}
              />
            )}
          </Field>
          <Field label={t('select.removeTags')} error={form.error('removeTags')}>
            {tie => (
              <Tags
                tie={tie}
                placeholder={t('select.tag')}
                value={values.removeTags}
                onChange={next => form.set('removeTags', next)}
              />
            )}
          </Field>
        </>
      )}
    </VerbModal>
  )
}

const none = '-'

import { Field, useSay } from '@baton/ui'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { Sheet } from '../forms/Sheet.tsx'
import { useDo } from '../forms/useDo.ts'
import { useForm } from '../forms/useForm.ts'
import { useFormWords } from '../forms/words/index.ts'
import { useWords } from './words/index.ts'

/** A search under a name, among the views of whoever saves it. */
export function SaveView({ text, onClose }: { text: string; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const navigate = useNavigate()
  const form = useForm({ name: text.slice(0, 60) }, ({ name }) => ({ name: name.trim() ? undefined : f('required') }))
  const save = () =>
    void form.submit(async ({ name }) => {
      const view = await perform('view.create', { name, text, order: [{ field: 'createdAt', direction: 'desc' }] })
      onClose()
      say({
        title: t('saved', { name: view.name }),
        action: {
          label: t('toView'),
          run: () =>
            void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view: view.id, number: undefined } }), // shows its own page
        },
      })
    })
  return (
    <Sheet
      title={t('save')}
      under={t('saveUnder')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: save }}
    >
      <Field label={t('viewName')} error={form.error('name')}>
        {tie => (
          <Input
            {...tie}
            autoFocus
            maxLength={60}
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('viewText')}>{tie => <Input {...tie} readOnly value={text} />}</Field>
    </Sheet>
  )
}

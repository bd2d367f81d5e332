import { Field, Select, useSay } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { TemplateRecord } from '../../fields/useTemplates.ts'
import { wordOf } from '../../fields/word.ts'
import { Sheet } from '../../forms/Sheet.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useWords } from '../words/index.ts'

interface Props {
  templates: readonly TemplateRecord[]
  onClose: () => void
  onMade: (made: { id: string }) => void
}

/** A new template has a name and begins as another one; what is asked is designed next. */
export function NewTemplate({ templates, onClose, onMade }: Props): ReactNode {
  const { t, i18n } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const models = templates.filter(({ of, archived }) => of === 'ticket' && !archived)
  const form = useForm({ name: '', description: '', like: models[0]?.id ?? '' }, ({ name }) => ({
    name: name.trim() ? undefined : f('required'),
  }))
  const create = () =>
    void form.submit(async ({ name, description, like }) => {
      const model = models.find(({ id }) => id === like)
      const made = await perform('template.create', {
        name: name.trim(),
        ...(description.trim() && { description: description.trim() }),
        ...(model && { form: model.form as never, opens: model.opens }),
      })
      say({ title: t('templates.didCreate', { name: made.name }) })
      onMade(made)
    })
  return (
    <Sheet
      title={t('templates.add')}
      under={t('templates.addUnder')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: t('templates.toDesign'), busy: form.busy, run: create }}
    >
      <Field label={t('templates.name')} error={form.error('name')}>
        {tie => (
          <Input
            {...tie}
            autoFocus
            autoComplete="off"
            maxLength={60}
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('templates.description')} error={form.error('description')}>
        {tie => (
          <Input
            {...tie}
            maxLength={500}
            value={form.values.description}
            onChange={event => form.set('description', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('templates.like')}>
        {tie => (
          <Select
            tie={tie}
            value={form.values.like}
            onChange={like => form.set('like', like)}
            options={[
              ...models.map(model => ({ value: model.id, label: wordOf(model, i18n.language) })),
              { value: '', label: t('templates.fromNothing') },
            ]}
          />
        )}
      </Field>
    </Sheet>
  )
}

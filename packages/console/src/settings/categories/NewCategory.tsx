import { useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { Sheet } from '../../forms/Sheet.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { tidied } from '../people/SkillsInput.tsx'
import { useWords } from '../words/index.ts'
import { CategoryFields, type CategoryValues } from './CategoryFields.tsx'

/** A new category, at the root or under the one whose plus was pressed. */
export function NewCategory({ parentId, onClose }: { parentId: string | null; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const form = useForm<CategoryValues>(
    { name: '', parentId, departmentId: null, templateId: null, skills: [] },
    ({ name }) => ({
      name: name.trim() ? undefined : f('required'),
    }),
  )
  const create = () =>
    void form.submit(async ({ name, parentId: under, departmentId, templateId, skills }) => {
      const made = await perform('category.create', {
        name,
        skills: tidied(skills),
        ...(under && { parentId: under }),
        ...(departmentId && { departmentId }),
        ...(templateId && { templateId }),
      })
      onClose()
      say({ title: t('categories.didCreate', { name: made.name }), detail: made.path })
    })
  return (
    <Sheet
      title={t('categories.add')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
    >
      <CategoryFields form={form} />
    </Sheet>
  )
}

import { Chip, useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { changedOf, pick } from '../../forms/changed.ts'
import { FactList } from '../../forms/FactList.tsx'
import { Gone } from '../../forms/Gone.tsx'
import { LastChange } from '../../forms/LastChange.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useBegun } from '../../forms/useBegun.ts'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useNames } from '../../people/directory.ts'
import { ArchivePart } from '../ArchivePart.tsx'
import { tidied } from '../people/SkillsInput.tsx'
import type { CategoryRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { CategoryFields, type CategoryValues } from './CategoryFields.tsx'

interface Props {
  category: CategoryRecord
  onClose: () => void
}

/** One category: its name, its place, where its tickets go, and its end. */
export function Category({
  category,
  onClose,
}: {
  category: CategoryRecord | undefined
  onClose: () => void
}): ReactNode {
  if (!category) return <Gone onClose={onClose} />
  return category.allowed.includes('category.update') ? (
    <Editor category={category} onClose={onClose} />
  ) : (
    <ReadOnly category={category} onClose={onClose} />
  )
}

function Editor({ category, onClose }: Props): ReactNode {
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const { id: categoryId, name } = category
  const { before, versionFor } = useBegun(category, valuesOf)
  const form = useForm(before, values => ({ name: values.name.trim() ? undefined : f('required') }))
  const save = () =>
    void form.submit(async values => {
      const patch = changedOf(before, { ...values, name: values.name.trim(), skills: tidied(values.skills) })
      const saved = await perform('category.update', { categoryId, ...patch, version: versionFor(patch) })
      onClose()
      const undo = () => perform('category.update', { categoryId, ...pick(before, patch) })
      say({
        title: f('savedNamed', { name: saved.name }),
        detail: saved.path,
        action: { label: f('undo'), run: () => void undo().catch(() => undefined) }, // the tree shows what stands
      })
    })
  return (
    <Sheet
      title={name}
      under={category.path === name ? undefined : category.path}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('save'), busy: form.busy, disabled: !form.dirty, run: save }}
      foot={<LastChange subjectId={categoryId} />}
    >
      <CategoryFields form={form} id={categoryId} />
      <Archive category={category} onClose={onClose} />
    </Sheet>
  )
}

const valuesOf = ({ name, parentId, departmentId, templateId, skills }: CategoryRecord): CategoryValues => ({
  name,
  parentId,
  departmentId,
  templateId,
  skills,
})

function ReadOnly({ category, onClose }: Props): ReactNode {
  const { t } = useWords()
  const nameOf = useNames()
  return (
    <Sheet
      title={category.name}
      mark={category.archived && <Chip>{t('archived')}</Chip>}
      under={category.path}
      onClose={onClose}
      foot={<LastChange subjectId={category.id} />}
    >
      <FactList
        facts={[
          [t('categories.department'), nameOf(category.departmentId)],
          [t('categories.skills'), category.skills.join(t('comma'))],
        ]}
      />
    </Sheet>
  )
}

function Archive({ category, onClose }: Props): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  if (!category.allowed.includes('category.archive')) return null
  return (
    <ArchivePart
      title={t('categories.end')}
      name={category.name}
      effect={t('categories.archiveEffect')}
      sure={t('categories.archiveSure', { name: category.path })}
      run={() => perform('category.archive', { categoryId: category.id })}
      onClose={onClose}
    />
  )
}

import { Combobox, Field } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTemplates } from '../../fields/useTemplates.ts'
import { wordOf } from '../../fields/word.ts'
import type { Form } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { under } from '../../lists/tree.ts'
import { useAll } from '../../lists/useAll.ts'
import { useDepartments } from '../../people/directory.ts'
import { SkillsInput } from '../people/SkillsInput.tsx'
import { useWords } from '../words/index.ts'

export interface CategoryValues {
  name: string
  parentId: string | null
  departmentId: string | null
  templateId: string | null
  skills: string[]
}

/** Name, place in the tree with the path that comes of it, and the department that gets such tickets. */
export function CategoryFields({ form, id }: { form: Form<CategoryValues>; id?: string }): ReactNode {
  const { t, i18n } = useWords()
  const { t: f } = useFormWords()
  const { data } = useAll('category.list', { archived: true })
  const departments = useDepartments()
  const templates = useTemplates('ticket')
  const places = useMemo(() => {
    const all = data ?? []
    const inside = id ? under(all, id) : new Set<string>()
    return all.filter(one => !one.archived && !inside.has(one.id)).map(one => ({ value: one.id, label: one.path }))
  }, [data, id])
  const above = places.find(place => place.value === form.values.parentId)?.label
  const path = [above, form.values.name.trim()].filter(Boolean).join('-')
  return (
    <>
      <Field
        label={t('categories.name')}
        error={form.error('name')}
        hint={above && form.values.name.trim() ? t('categories.path', { path }) : undefined}
      >
        {tie => (
          <Input
            {...tie}
            autoFocus={!id}
            autoComplete="off"
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('categories.parent')} error={form.error('parentId')}>
        {tie => (
          <Combobox
            tie={tie}
            options={places}
            value={form.values.parentId}
            onChange={parentId => form.set('parentId', parentId)}
            placeholder={t('categories.atRoot')}
            emptyText={f('noMatch')}
            clearLabel={t('categories.toRoot')}
          />
        )}
      </Field>
      <Field
        label={t('categories.department')}
        error={form.error('departmentId')}
        hint={t('categories.departmentHint')}
      >
        {tie => (
          <Combobox
            tie={tie}
            options={departments.filter(one => !one.archived).map(one => ({ value: one.id, label: one.path }))}
            value={form.values.departmentId}
            onChange={departmentId => form.set('departmentId', departmentId)}
            placeholder={t('categories.noDepartment')}
            emptyText={f('noMatch')}
            clearLabel={t('categories.noDepartment')}
          />
        )}
      </Field>
      <Field label={t('templates.ofCategory')} error={form.error('templateId')} hint={t('templates.ofCategoryHint')}>
        {tie => (
          <Combobox
            tie={tie}
            options={templates.map(one => ({ value: one.id, label: wordOf(one, i18n.language), also: one.name }))}
            value={form.values.templateId}
            onChange={templateId => form.set('templateId', templateId)}
            placeholder={t('templates.asAbove')}
            emptyText={f('noMatch')}
            clearLabel={t('templates.asAbove')}
          />
        )}
      </Field>
      <Field label={t('categories.skills')} error={form.error('skills')} hint={t('categories.skillsHint')}>
        {tie => <SkillsInput tie={tie} value={form.values.skills} onChange={skills => form.set('skills', skills)} />}
      </Field>
    </>
  )
}

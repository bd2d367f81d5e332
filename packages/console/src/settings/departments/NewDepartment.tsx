import { useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { Sheet } from '../../forms/Sheet.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useWords } from '../words/index.ts'
import { DepartmentFields, type DepartmentValues } from './DepartmentFields.tsx'

/** A new department, at the root or under the one whose plus was pressed. */
export function NewDepartment({ parentId, onClose }: { parentId: string | null; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const form = useForm<DepartmentValues>({ name: '', parentId, managerIds: [], dispatch: 'auto' }, ({ name }) => ({
    name: name.trim() ? undefined : f('required'),
  }))
  const create = () =>
    void form.submit(async ({ parentId: under, ...values }) => {
      const made = await perform('department.create', { ...values, ...(under && { parentId: under }) })
      onClose()
      say({ title: t('departments.didCreate', { name: made.name }), detail: made.path })
    })
  return (
    <Sheet
      title={t('departments.add')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
    >
      <DepartmentFields form={form} />
    </Sheet>
  )
}

import { Chip, useSay } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { changedOf, pick } from '../../forms/changed.ts'
import { FactList } from '../../forms/FactList.tsx'
import { Gone } from '../../forms/Gone.tsx'
import { LastChange } from '../../forms/LastChange.tsx'
import { Part } from '../../forms/Part.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useBegun } from '../../forms/useBegun.ts'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useAgents, useNames } from '../../people/directory.ts'
import { PersonChip } from '../../people/PersonChip.tsx'
import { ArchivePart } from '../ArchivePart.tsx'
import type { DepartmentRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { DepartmentFields, type DepartmentValues } from './DepartmentFields.tsx'

interface Props {
  department: DepartmentRecord
  onClose: () => void
}

/** One department: its place, its managers, its people, and its end. */
export function Department({
  department,
  onClose,
}: {
  department: DepartmentRecord | undefined
  onClose: () => void
}): ReactNode {
  if (!department) return <Gone onClose={onClose} />
  return department.allowed.includes('department.update') ? (
    <Editor department={department} onClose={onClose} />
  ) : (
    <ReadOnly department={department} onClose={onClose} />
  )
}

function Editor({ department, onClose }: Props): ReactNode {
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const { id: departmentId, name } = department
  const { before, versionFor } = useBegun(department, valuesOf)
  const form = useForm(before, values => ({ name: values.name.trim() ? undefined : f('required') }))
  const save = () =>
    void form.submit(async values => {
      const patch = changedOf(before, { ...values, name: values.name.trim() })
      const saved = await perform('department.update', { departmentId, ...patch, version: versionFor(patch) })
      onClose()
      const undo = () => perform('department.update', { departmentId, ...pick(before, patch) })
      say({
        title: f('savedNamed', { name: saved.name }),
        action: { label: f('undo'), run: () => void undo().catch(() => undefined) }, // the tree shows what stands
      })
    })
  return (
    <Sheet
      title={name}
      under={department.path === name ? undefined : department.path}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('save'), busy: form.busy, disabled: !form.dirty, run: save }}
      foot={<LastChange subjectId={departmentId} />}
    >
      <DepartmentFields form={form} id={departmentId} />
      <Members departmentId={departmentId} />
      <Archive department={department} onClose={onClose} />
    </Sheet>
  )
}

const valuesOf = ({ name, parentId, managerIds, dispatch }: DepartmentRecord): DepartmentValues => ({
  name,
  parentId,
  managerIds,
  dispatch,
})

function ReadOnly({ department, onClose }: Props): ReactNode {
  const { t } = useWords()
  const nameOf = useNames()
  const managers = department.managerIds.flatMap(id => nameOf(id) ?? []).join(t('comma'))
  return (
    <Sheet
      title={department.name}
      mark={department.archived && <Chip>{t('archived')}</Chip>}
      under={department.path}
      onClose={onClose}
      foot={<LastChange subjectId={department.id} />}
    >
      <FactList
        facts={[
          [t('departments.managers'), managers],
          [
            t('departments.dispatch'),
            t(department.dispatch === 'auto' ? 'departments.dispatchAuto' : 'departments.dispatchClaim'),
          ],
        ]}
      />
      <Members departmentId={department.id} />
    </Sheet>
  )
}

function Members({ departmentId }: { departmentId: string }): ReactNode {
  const { t } = useWords()
  const members = useAgents().filter(one => one.status === 'active' && one.departmentIds.includes(departmentId))
  if (members.length === 0) return null
  return (
    <Part title={t('departments.membersTitle', { count: members.length })}>
      <ul style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 16px' }}>
        {members.slice(0, 60).map(one => (
          <li key={one.id}>
            <Link to="/settings/{-$page}/{-$id}" params={{ page: 'people', id: one.id }} style={{ color: 'inherit' }}>
              <PersonChip name={one.name} presence={one.presence} also={one.employeeNo} />
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Archive({ department, onClose }: Props): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  if (!department.allowed.includes('department.archive')) return null
  return (
    <ArchivePart
      title={t('departments.end')}
      name={department.name}
      effect={t('departments.archiveEffect')}
      sure={t('departments.archiveSure', { name: department.name })}
      run={() => perform('department.archive', { departmentId: department.id })}
      onClose={onClose}
    />
  )
}

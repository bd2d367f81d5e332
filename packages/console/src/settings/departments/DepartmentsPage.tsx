import { Empty } from '@baton/ui'
import type { ReactNode } from 'react'
import { useDo } from '../../forms/useDo.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useAll } from '../../lists/useAll.ts'
import { useNames } from '../../people/directory.ts'
import type { PageProps } from '../bodies.ts'
import type { DepartmentRecord } from '../records.ts'
import style from '../TreePage.module.css'
import { TreePage, TreeRow } from '../TreePage.tsx'
import { useWords } from '../words/index.ts'
import { Department } from './Department.tsx'
import { NewDepartment } from './NewDepartment.tsx'

/** Who stands under whom, and who leads. */
export function DepartmentsPage({ id }: PageProps): ReactNode {
  const { t: f } = useFormWords()
  const query = useAll('department.list', {})
  return (
    <TreePage
      page="departments"
      id={id}
      query={query}
      row={department => <DepartmentRow department={department} />}
      sheet={(department, close) => <Department key={id} department={department} onClose={close} />}
      newSheet={(parentId, close) => <NewDepartment key={id} parentId={parentId} onClose={close} />}
      none={<Empty icon="search" title={f('noMatch')} />}
    />
  )
}

function DepartmentRow({ department }: { department: DepartmentRecord }): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  const nameOf = useNames()
  const { id, version, memberCount, managerIds, dispatch, allowed } = department
  const managers = managerIds.flatMap(manager => nameOf(manager) ?? [])
  const rename = (name: string) => perform('department.update', { departmentId: id, name, version })
  return (
    <TreeRow
      page="departments"
      item={department}
      mostName={100}
      onRename={allowed.includes('department.update') ? rename : undefined}
    >
      <span className={style.fact}>
        {[
          managers.length > 0 && t('departments.ledBy', { names: managers.join(t('comma')) }),
          dispatch === 'claim' && t('departments.dispatchClaim'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={style.count}>{t('departments.members', { count: memberCount })}</span>
    </TreeRow>
  )
}

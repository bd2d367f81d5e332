import type { AgentRecord } from '@baton/contract'
import type { ReactNode } from 'react'
import { FactList } from '../../forms/FactList.tsx'
import { useDepartments } from '../../people/directory.ts'
import { useWords } from '../words/index.ts'
import { useRoles } from './useRoles.ts'

/** A person for those who may only look. */
export function Facts({ person }: { person: AgentRecord }): ReactNode {
  const { t } = useWords()
  const departments = useDepartments().filter(one => person.departmentIds.includes(one.id))
  const roles = useRoles().filter(one => person.roleIds.includes(one.id))
  const joined = (items: readonly { name: string }[]) => items.map(item => item.name).join(t('comma'))
  return (
    <FactList
      facts={[
        [t('people.departments'), joined(departments)],
        [t('people.roles'), joined(roles)],
        [t('people.email'), person.email],
        [t('people.phone'), person.phone],
        [t('people.extension'), person.extension],
        [t('people.skills'), person.skills.join(t('comma'))],
      ]}
    />
  )
}

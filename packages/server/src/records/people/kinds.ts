import type { Catalogue } from '@baton/contract'
import type { Kind } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'
import type { Person } from './directory.ts'
import type { AgentRow, DepartmentRow, RoleRow } from './rows.ts'

/** Everything that can be asked about a person, so that a grant can be limited: to one's own departments, say. */
const agentFields: Catalogue = {
  id: { type: 'ref', to: 'agent', nullable: false },
  employeeNo: { type: 'text', nullable: false },
  name: { type: 'text', nullable: false },
  status: { type: 'choice', nullable: false, options: ['active', 'disabled'] },
  departmentIds: { type: 'refs', to: 'department', nullable: true },
  roleIds: { type: 'refs', to: 'role', nullable: true },
  skills: { type: 'choices', nullable: true },
  capacity: { type: 'number', nullable: false },
}

/** A person as conditions see one, from the directory. */
export const plainPerson = (person: Person) => ({ ...person })

export const agentKind: Kind<'agent'> = {
  name: 'agent',
  table: 'agents',
  rank: 40,
  lock: lockRows<AgentRow>('agents'),
  readGrant: 'agent.get',
  plain: row => ({
    id: row.id,
    employeeNo: row.employee_no,
    name: row.name,
    status: row.status,
    departmentIds: row.department_ids,
    roleIds: row.role_ids,
    skills: row.skills,
    capacity: row.capacity,
  }),
  catalogue: () => agentFields,
  columns: () => ({}),
}

const departmentFields: Catalogue = {
  id: { type: 'ref', to: 'department', nullable: false },
  name: { type: 'text', nullable: false },
  parentId: { type: 'ref', to: 'department', nullable: true },
  managerIds: { type: 'refs', to: 'agent', nullable: true },
}

export const departmentKind: Kind<'department'> = {
  name: 'department',
  table: 'departments',
  rank: 50,
  lock: lockRows<DepartmentRow>('departments'),
  readGrant: 'department.list',
  plain: row => ({ id: row.id, name: row.name, parentId: row.parent_id, managerIds: row.manager_ids }),
  catalogue: () => departmentFields,
  columns: () => ({}),
}

const roleFields: Catalogue = {
  id: { type: 'ref', to: 'role', nullable: false },
  name: { type: 'text', nullable: false },
}

export const roleKind: Kind<'role'> = {
  name: 'role',
  table: 'roles',
  rank: 51,
  lock: lockRows<RoleRow>('roles'),
  readGrant: 'role.list',
  plain: row => ({ id: row.id, name: row.name }),
  catalogue: () => roleFields,
  columns: () => ({}),
}

import { type DispatchMode, fold } from '@baton/contract'
import { type Cached, cached } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import { type FieldGrantMap, type GrantMap, type Grants, grantsOf } from '../../kernel/grants.ts'

/** Who there is, where they belong, and what they may: held in memory, loaded anew whenever one of them changes. */
export interface Directory {
  agents: ReadonlyMap<string, Person>
  departments: ReadonlyMap<string, Department>
  roles: ReadonlyMap<string, Role>
  /** By employee number in any capitals. */
  byLogin(login: string): Person | undefined
  /** The active managers of a department or, when it has none, of the nearest department above that has. */
  managersOf(departmentId: string): readonly string[]
  /** Who leads these: the managers of the nearest department further up that has any. */
  managersAbove(departmentId: string): readonly string[]
  /** The department itself and everything beneath, archived ones included. */
  departmentsUnder(departmentId: string): readonly string[]
  /** The departments that somebody manages, and everything beneath. */
  managedBy(agentId: string): readonly string[]
  /** Active members, by department. */
  membersOf(departmentId: string): readonly string[]
  /** The active people who hold the shipped administrator's role. */
  administrators(): readonly string[]
  /** What roles grant together; the same object for the same roles, as long as the configuration stands. */
  grantsOf(roleIds: readonly string[]): Grants
}

export interface Person {
  id: string
  employeeNo: string
  name: string
  status: 'active' | 'disabled'
  departmentIds: readonly string[]
  roleIds: readonly string[]
  skills: readonly string[]
  capacity: number
  locale: string | null
}

export interface Department {
  id: string
  name: string
  parentId: string | null
  /** Names from the root: 客服中心 / 售后部. */
  path: string
  managerIds: readonly string[]
  dispatch: DispatchMode
  archived: boolean
}

export interface Role {
  id: string
  key: string | null
  name: string
  grants: GrantMap
  fields: FieldGrantMap
  archived: boolean
}

export const directory: Cached<Directory> = cached('directory', loadDirectory)

export async function loadDirectory(db: Db): Promise<Directory> {
  const agents = await db
    .selectFrom('agents')
    .select(['id', 'employee_no', 'name', 'status', 'department_ids', 'role_ids', 'skills', 'capacity', 'locale'])
    .execute()
  const departments = await db
    .selectFrom('departments')
    .select(['id', 'name', 'parent_id', 'manager_ids', 'dispatch', 'archived_at'])
    .execute()
  const roles = await db.selectFrom('roles').select(['id', 'key', 'name', 'grants', 'fields', 'archived_at']).execute()
  const rows = new Map(departments.map(row => [row.id, row]))
  return directoryOf(
    agents.map(row => ({
      id: row.id,
      employeeNo: row.employee_no,
      name: row.name,
      status: row.status,
      departmentIds: row.department_ids,
      roleIds: row.role_ids,
      skills: row.skills,
      capacity: row.capacity,
      locale: row.locale,
    })),
    departments.map(row => ({
      id: row.id,
      name: row.name,
      parentId: row.parent_id,
      path: upwards(row.id, id => rows.get(id)?.parent_id)
        .map(id => rows.get(id)?.name)
        .reverse()
        .join(' / '),
      managerIds: row.manager_ids,
      dispatch: row.dispatch,
      archived: row.archived_at !== null,
    })),
    roles.map(({ archived_at, ...row }) => ({ ...row, archived: archived_at !== null })),
  )
}

/** Pure: the same questions over rows from anywhere. */
export function directoryOf(people: Person[], departments: Department[], roles: Role[]): Directory {
  const agents = new Map(people.map(person => [person.id, person]))
  const byId = new Map(departments.map(department => [department.id, department]))
  const rolesById = new Map(roles.map(role => [role.id, role]))
  const logins = new Map(people.map(person => [fold(person.employeeNo), person]))
  const parentOf = (id: string) => byId.get(id)?.parentId
  const isActive = (id: string) => agents.get(id)?.status === 'active'
  const active = people.filter(person => person.status === 'active')
  const under = new Map<string, string[]>()
  for (const { id } of departments) {
    for (const above of upwards(id, parentOf)) under.set(above, [...(under.get(above) ?? []), id])
  }
  const known = new Map<string, Grants>()
  const departmentsUnder = (id: string) => under.get(id) ?? []
  const managersUpwards = (id: string) =>
    upwards(id, parentOf)
      .map(above => byId.get(above)?.managerIds.filter(isActive) ?? [])
      .filter(managers => managers.length > 0)

  return {
    agents,
    departments: byId,
    roles: rolesById,
    byLogin: login => logins.get(fold(login.trim())),
    managersOf: id => managersUpwards(id)[0] ?? [],
    managersAbove: id => managersUpwards(id)[1] ?? [],
    departmentsUnder,
    managedBy(agentId) {
      const own = departments.filter(department => department.managerIds.includes(agentId))
      return [...new Set(own.flatMap(department => departmentsUnder(department.id)))]
    },
    membersOf: id => active.filter(person => person.departmentIds.includes(id)).map(person => person.id),
    administrators() {
      const role = roles.find(({ key }) => key === administratorKey)
      return role ? active.filter(person => person.roleIds.includes(role.id)).map(person => person.id) : []
    },
    grantsOf(roleIds) {
      const held = [...new Set(roleIds)].sort((a, b) => (a < b ? -1 : 1))
      const key = held.join()
      const grants =
        known.get(key) ?? grantsOf(held.flatMap(id => rolesById.get(id) ?? []).filter(role => !role.archived))
      known.set(key, grants)
      return grants
    },
  }
}

/** The role that grants everything and cannot be changed; somebody active always holds it. */
export const administratorKey = 'administrator'

/** From the department to the root. Ends even if the data had a loop. */
function upwards(id: string, parentOf: (id: string) => string | null | undefined): string[] {
  const path: string[] = []
  for (let at: string | null | undefined = id; at && !path.includes(at); at = parentOf(at)) path.push(at)
  return path
}

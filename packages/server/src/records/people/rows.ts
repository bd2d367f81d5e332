import type { DispatchMode, Presence } from '@baton/contract'
import type { FieldGrantMap, GrantMap } from '../../kernel/grants.ts'

/** One of the desk's people: somebody who signs in with an employee number. */
export interface AgentRow {
  id: string
  employee_no: string
  /** The employee number folded: what one signs in with, and what is unique. */
  login: string
  name: string
  email: string | null
  phone: string | null
  extension: string | null
  locale: string | null
  status: 'active' | 'disabled'
  department_ids: string[]
  role_ids: string[]
  skills: string[]
  capacity: number
  presence: Presence
  presence_at: Date
  version: number
  created_at: Date
}

export interface DepartmentRow {
  id: string
  name: string
  parent_id: string | null
  manager_ids: string[]
  dispatch: DispatchMode
  archived_at: Date | null
  version: number
  created_at: Date
}

export interface RoleRow {
  id: string
  /** Of shipped roles only. */
  key: string | null
  name: string
  grants: GrantMap
  fields: FieldGrantMap
  /** The names that the version of Baton that last started gave to a shipped role. */
  shipped: string[]
  archived_at: Date | null
  version: number
  created_at: Date
}

/** Apart from the people, so that no list of people can ever carry a hash. */
export interface CredentialRow {
  agent_id: string
  password_hash: string
  must_change: boolean
  failures: number
  locked_until: Date | null
  changed_at: Date
}

declare module '../../kernel/db.ts' {
  interface Tables {
    agents: AgentRow
    departments: DepartmentRow
    roles: RoleRow
    credentials: CredentialRow
  }
}

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    agent: AgentRow
    department: DepartmentRow
    role: RoleRow
  }
}

import { module } from '../../kernel/module.ts'
import { createAgent } from './agents/create.ts'
import { disableAgent } from './agents/disable.ts'
import { enableAgent } from './agents/enable.ts'
import { presentAgents } from './agents/present.ts'
import { getAgent, listAgents } from './agents/read.ts'
import { resetPassword } from './agents/reset-password.ts'
import { setPresence } from './agents/set-presence.ts'
import { unlockAgent } from './agents/unlock.ts'
import { updateAgent } from './agents/update.ts'
import { updateMe } from './agents/update-me.ts'
import { archiveDepartment } from './departments/archive.ts'
import { createDepartment } from './departments/create.ts'
import { listDepartments, presentDepartments } from './departments/read.ts'
import { updateDepartment } from './departments/update.ts'
import { directory } from './directory.ts'
import { agentKind, departmentKind, roleKind } from './kinds.ts'
import { archiveRole } from './roles/archive.ts'
import { createRole } from './roles/create.ts'
import { listRoles, presentRoles } from './roles/read.ts'
import { updateRole } from './roles/update.ts'

export { type NewPerson, newPerson } from './agents/create.ts'
export { presentAgents } from './agents/present.ts'
export {
  credentialsOf,
  isLocked,
  lockMinutes,
  newPassword,
  unlocked,
  wrongPassword,
} from './credentials.ts'
export {
  type Department,
  type Directory,
  directory,
  loadDirectory,
  type Person,
  type Role,
} from './directory.ts'
export { beyond, checkedGrants } from './grantable.ts'
export { loadOf } from './load.ts'
export { lockPeople } from './lock.ts'
export { meOf, nobody } from './me.ts'
export {
  announced,
  archivedRefusal,
  isFor,
  isOwn,
  mayChange,
  mayPublish,
  maySee,
  type OfferedKind,
  ownerIdOf,
  reachOf,
  refuseChange,
  seenBy,
} from './offered.ts'
export { hashPassword, isPassword, nobodysHash } from './password.ts'
export { nowPresent } from './presence.ts'
export type { AgentRow, CredentialRow, DepartmentRow, RoleRow } from './rows.ts'
export { shippedRoles } from './shipped.ts'

/** Who works here: people, the departments they belong to, and the roles that say what they may. */
export const people = module({
  name: 'people',
  verbs: {
    'agent.create': createAgent,
    'agent.update': updateAgent,
    'agent.updateMe': updateMe,
    'agent.disable': disableAgent,
    'agent.enable': enableAgent,
    'agent.resetPassword': resetPassword,
    'agent.unlock': unlockAgent,
    'agent.setPresence': setPresence,
    'department.create': createDepartment,
    'department.update': updateDepartment,
    'department.archive': archiveDepartment,
    'role.create': createRole,
    'role.update': updateRole,
    'role.archive': archiveRole,
  },
  reads: {
    'agent.get': getAgent,
    'agent.list': listAgents,
    'department.list': listDepartments,
    'role.list': listRoles,
  },
  kinds: [agentKind, departmentKind, roleKind],
  presenters: { agent: presentAgents, department: presentDepartments, role: presentRoles },
  configuration: [directory],
})

import { z } from 'zod'
import { event, readOne, readPage, verb } from './catalogue.ts'
import { dispatchModes } from './dispatch.ts'
import { email, id, ids, line, locale, phone, reason, time, version } from './shapes.ts'

export const presenceStates = ['ready', 'busy', 'break', 'away', 'offline'] as const
export type Presence = (typeof presenceStates)[number]

/** Length is what makes a password strong; anything from 8 to 200 characters, no other rule. */
export const password = z.string().min(8).max(200)
export const employeeNo = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9._-]{2,40}$/)
export const skills = z.array(line(50)).max(50)
const capacity = z.int().min(0).max(1000)

/** `true`: unconditionally; a condition: only where it holds. */
const grant = z.union([z.literal(true), z.record(z.string(), z.unknown())])
/** By verb or read name. */
export const grants = z.record(z.string().max(80), grant)
export type GrantMap = z.output<typeof grants>
/** By field id: `hidden` never leaves the server, `frozen` cannot be changed. Field grants carry no conditions. */
export const fieldGrants = z.record(z.string().max(80), z.enum(['hidden', 'frozen']))

export const sessionVerbs = {
  'session.open': verb('session', { login: line(100), password: z.string().min(1).max(200) }, 'anyone'),
  'session.close': verb('session', { sessionId: id.optional() }, 'signedIn'),
  'session.changePassword': verb(
    'session',
    { oldPassword: z.string().min(1).max(200), newPassword: password },
    'signedIn',
  ),
  'session.firstRun': verb(
    'session',
    { code: line(40), employeeNo, name: line(100), password, deskName: line(100).optional() },
    'anyone',
  ),
} as const

export const sessionReads = {
  'session.me': readOne('session', {}, 'signedIn'),
  'session.list': readPage('session', { agentId: id.optional() }, 'signedIn'),
  /** What a browser may know before signing in: the desk's name, whether a first run is due. */
  'session.welcome': readOne('session', {}, 'anyone'),
} as const

export const agentVerbs = {
  'agent.create': verb('agent', {
    employeeNo,
    name: line(100),
    email: email.optional(),
    phone: phone.optional(),
    extension: line(20).optional(),
    departmentIds: ids.default([]),
    roleIds: ids.default([]),
    skills: skills.default([]),
    capacity: capacity.default(8),
  }),
  'agent.update': verb('agent', {
    agentId: id,
    name: line(100).optional(),
    email: email.nullable().optional(),
    phone: phone.nullable().optional(),
    extension: line(20).nullable().optional(),
    departmentIds: ids.optional(),
    roleIds: ids.optional(),
    skills: skills.optional(),
    capacity: capacity.optional(),
    version: version.optional(),
  }),
  /** Personal centre: what everybody may change of themselves. */
  'agent.updateMe': verb(
    'agent',
    {
      name: line(100).optional(),
      email: email.nullable().optional(),
      phone: phone.nullable().optional(),
      extension: line(20).nullable().optional(),
      locale: locale.optional(),
    },
    'signedIn',
  ),
  'agent.disable': verb('agent', { agentId: id, reason: reason.optional() }),
  'agent.enable': verb('agent', { agentId: id }),
  /** Answers with a new initial password, which must be changed at the next sign-in; ends the person's sessions. */
  'agent.resetPassword': verb('agent', { agentId: id }),
  'agent.unlock': verb('agent', { agentId: id }),
  'agent.setPresence': verb('agent', { state: z.enum(presenceStates), agentId: id.optional() }, 'signedIn'),
} as const

export const agentReads = {
  'agent.get': readOne('agent', { id }),
  'agent.list': readPage('agent', {
    text: z.string().max(100).optional(),
    departmentId: id.optional(),
    status: z.enum(['active', 'disabled']).optional(),
  }),
} as const

export const departmentVerbs = {
  'department.create': verb('department', {
    name: line(100),
    parentId: id.optional(),
    managerIds: ids.default([]),
    dispatch: z.enum(dispatchModes).default('auto'),
  }),
  'department.update': verb('department', {
    departmentId: id,
    name: line(100).optional(),
    parentId: id.nullable().optional(),
    managerIds: ids.optional(),
    dispatch: z.enum(dispatchModes).optional(),
    version: version.optional(),
  }),
  'department.archive': verb('department', { departmentId: id }),
} as const
export const departmentReads = {
  'department.list': readPage('department', { archived: z.boolean().optional() }, 'signedIn'),
} as const

export const roleVerbs = {
  'role.create': verb('role', { name: line(100), grants, fields: fieldGrants.default({}) }),
  'role.update': verb('role', {
    roleId: id,
    name: line(100).optional(),
    grants: grants.optional(),
    fields: fieldGrants.optional(),
    version: version.optional(),
  }),
  'role.archive': verb('role', { roleId: id }),
} as const
export const roleReads = { 'role.list': readPage('role', {}, 'signedIn') } as const

export const apiKeyVerbs = {
  /** Answers once with the `token`; only its hash is kept. */
  'apiKey.create': verb('apiKey', { name: line(100), grants, expiresAt: time.optional() }),
  'apiKey.revoke': verb('apiKey', { apiKeyId: id }),
} as const
export const apiKeyReads = { 'apiKey.list': readPage('apiKey', {}) } as const

const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
const changed = event({ name: z.string(), changes: z.array(change) })
const named = event({ name: z.string() })

export const peopleEvents = {
  'session.opened': event({ sessionId: id, ip: z.string() }),
  /** The login is cut short when it is nobody's: people type passwords into the wrong field. */
  'session.refused': event({ login: z.string(), ip: z.string(), reason: z.string() }),
  'session.closed': event({ sessionId: id, name: z.string() }),
  'session.passwordChanged': event({}),
  'agent.created': named,
  'agent.updated': changed,
  'agent.disabled': event({ name: z.string(), reason: z.string().nullable() }),
  'agent.enabled': named,
  'agent.passwordReset': named,
  'agent.locked': event({ name: z.string(), until: z.string() }),
  'agent.unlocked': named,
  'agent.presenceChanged': event({ name: z.string(), from: z.string(), to: z.string() }),
  'department.created': named,
  'department.updated': changed,
  'department.archived': named,
  'role.created': named,
  'role.updated': changed,
  'role.archived': named,
  'apiKey.created': named,
  'apiKey.revoked': named,
} as const

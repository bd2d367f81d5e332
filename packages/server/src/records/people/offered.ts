import type { Audience, VerbName } from '@baton/contract'
import { sql } from 'kysely'
import type { Caller } from '../../kernel/caller.ts'
import { forbidden, notFound } from '../../kernel/problems.ts'
import { nudge, type Refusal, reconfigure, refuse, refuseField, type Step } from '../../kernel/steps.ts'
import type { Call } from '../../kernel/verb.ts'
import { directory } from './directory.ts'

/** Views, macros and canned replies are one's own, or published for departments or for everyone: who sees and who changes them. */

export type OfferedKind = 'view' | 'macro' | 'cannedReply'

interface Reach {
  audience: Audience
  department_ids: readonly string[]
  owner_id: string | null
}

/** The person that the caller is, or acts for. */
export const ownerIdOf = ({ me }: Caller): string | null => (typeof me.id === 'string' ? me.id : null)

const departmentsOf = ({ me }: Caller): readonly string[] => (Array.isArray(me.departments) ? me.departments : [])

export const isOwn = (row: Reach, caller: Caller): boolean =>
  row.audience === 'me' && row.owner_id !== null && row.owner_id === ownerIdOf(caller)

/** Whether it is there for the caller to use. Baton itself uses whatever is published. */
export function isFor(row: Reach, caller: Caller): boolean {
  if (row.audience === 'me') return isOwn(row, caller)
  if (row.audience === 'everyone' || caller.actor.kind === 'system') return true
  return row.department_ids.some(id => departmentsOf(caller).includes(id))
}

export const mayPublish = (kind: OfferedKind, caller: Caller): boolean => caller.grants.may(`${kind}.publish`) !== false

/** Whoever publishes sees all that is published, so as to look after it. */
export const maySee = (kind: OfferedKind, row: Reach, caller: Caller): boolean =>
  isFor(row, caller) || (row.audience !== 'me' && mayPublish(kind, caller))

/** One's own is changed by oneself, what is published by whoever may publish. */
export const mayChange = (kind: OfferedKind, row: Reach, caller: Caller): boolean =>
  row.audience === 'me' ? isOwn(row, caller) : mayPublish(kind, caller)

/** 404 for what one may not see, 403 for what one may not change. */
export function refuseChange(kind: OfferedKind, row: Reach, call: Call): Refusal | undefined {
  if (!maySee(kind, row, call.caller)) return { refusal: notFound() }
  return mayChange(kind, row, call.caller) ? undefined : { refusal: forbidden(call.verb) }
}

/** The rows that the caller sees, over a table called `o`. */
export function seenBy(kind: OfferedKind, caller: Caller) {
  const me = ownerIdOf(caller)
  if (mayPublish(kind, caller)) return sql<boolean>`(o.audience <> 'me' or o.owner_id = ${me}::uuid)`
  return sql<boolean>`(o.audience = 'everyone' or (o.audience = 'me' and o.owner_id = ${me}::uuid)
    or (o.audience = 'departments' and o.department_ids && ${[...departmentsOf(caller)]}::uuid[]))`
}

interface Wanted {
  audience: Audience
  departmentIds: readonly string[]
}

/** For whom it is to be there: departments that exist, a person for what is one's own, the grant for what is others'. */
export function reachOf(kind: OfferedKind, { audience, departmentIds }: Wanted, call: Call): Refusal | Reached {
  const { caller } = call
  const grant = `${kind}.publish` satisfies VerbName
  if (audience !== 'me' && !mayPublish(kind, caller)) return { refusal: forbidden(grant) }
  if (audience === 'me' && ownerIdOf(caller) === null) return refuseField('audience', 'audience.nobody')
  if (audience !== 'departments') return { audience, department_ids: [] }
  if (departmentIds.length === 0) return refuseField('departmentIds', 'required')
  const { departments } = call.of(directory)
  for (const [at, id] of departmentIds.entries()) {
    const department = departments.get(id)
    if (!department) return refuseField(`departmentIds.${at}`, 'unknown_id')
    if (department.archived) return refuseField(`departmentIds.${at}`, 'archived')
  }
  return { audience, department_ids: [...new Set(departmentIds)] }
}

interface Reached {
  audience: Audience
  department_ids: string[]
}

/** Everybody's open pages look again for what is published; for what is one's own, one's own pages. */
export function announced(kind: OfferedKind, rows: readonly Reach[]): Step[] {
  if (rows.some(({ audience }) => audience !== 'me')) return [reconfigure]
  const owners = rows.flatMap(({ owner_id }) => owner_id ?? [])
  return owners.length > 0 ? [nudge(kind, owners)] : []
}

export const archivedRefusal = (kind: OfferedKind): Refusal => refuse(`${kind}.archived`)

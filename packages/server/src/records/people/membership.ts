import type { Caller } from '../../kernel/caller.ts'
import type { FieldProblem } from '../../kernel/problems.ts'
import type { Directory } from './directory.ts'
import { beyond, lifted } from './grantable.ts'

/** What is wrong with the departments that somebody is newly put into; those kept may have been archived meanwhile. */
export function departmentProblems(
  wanted: readonly string[],
  kept: readonly string[],
  directory: Directory,
): FieldProblem[] {
  return wanted.flatMap((id, at) => {
    if (kept.includes(id)) return []
    const department = directory.departments.get(id)
    const code = !department ? 'unknown_id' : department.archived ? 'archived' : undefined
    return code ? [{ path: `departmentIds.${at}`, code }] : []
  })
}

/** What is wrong with the roles that somebody is newly given: nobody gives a role that may more than they do. */
export function roleProblems(
  wanted: readonly string[],
  kept: readonly string[],
  directory: Directory,
  caller: Caller,
): FieldProblem[] {
  return wanted.flatMap((id, at) => {
    if (kept.includes(id)) return []
    const role = directory.roles.get(id)
    const path = `roleIds.${at}`
    if (!role) return [{ path, code: 'unknown_id' }]
    if (role.archived) return [{ path, code: 'archived' }]
    return [
      ...beyond(role.grants, caller, path),
      ...lifted(role.fields, caller, restrictedFor(caller, directory), path),
    ].slice(0, 1)
  })
}

/** The fields that one of the caller's roles restricts. */
export function restrictedFor(caller: Caller, directory: Directory): string[] {
  const person = directory.agents.get(String(caller.me.id))
  return (person?.roleIds ?? []).flatMap(id => Object.keys(directory.roles.get(id)?.fields ?? {}))
}

export const once = <T>(list: readonly T[]): T[] => [...new Set(list)]

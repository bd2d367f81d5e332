import {
  conditionSentences,
  fill,
  isRead,
  isVerb,
  parseCondition,
  type References,
  reads,
  verbs,
} from '@baton/contract'
import type { Caller } from '../../kernel/caller.ts'
import type { FieldGrantMap, GrantMap } from '../../kernel/grants.ts'
import { type FieldProblem, invalid } from '../../kernel/problems.ts'
import { same } from '../../kernel/same.ts'
import type { Preparing } from '../../kernel/verb.ts'

/** What `$me` means in the conditions of grants; `me.ts` gives the values. */
export const meReferences: References = { id: 'one', departments: 'many', managed: 'many' }

/** Grants as they will be kept, with their conditions checked; throws a 422 that names every wrong one. */
export function checkedGrants(grants: GrantMap, preparing: Pick<Preparing, 'caller' | 'catalogueOf'>): GrantMap {
  const problems: FieldProblem[] = []
  const checked: GrantMap = {}
  for (const [name, grant] of Object.entries(grants)) {
    const path = `grants.${name}`
    if (name !== '*' && !isVerb(name) && !isRead(name)) problems.push({ path, code: 'grant.unknown', params: { name } })
    else if (grant === true) checked[name] = true
    else {
      const catalogue = isOnRecord(name) ? preparing.catalogueOf(prefixOf(name)) : undefined
      const parsed = catalogue && parseCondition(grant, catalogue, { path, me: meReferences })
      if (!parsed) problems.push({ path, code: 'grant.unconditional', params: { name } })
      else if ('condition' in parsed) checked[name] = parsed.condition as Record<string, unknown>
      else {
        for (const problem of parsed.problems) {
          const sentence = fill(conditionSentences[problem.code][preparing.caller.locale], problem.params ?? {})
          problems.push({ path: problem.path, code: 'condition.invalid', params: { problem: sentence } })
        }
      }
    }
  }
  if (problems.length > 0) throw invalid(problems)
  return checked
}

/** Restrictions as they will be kept; throws a 422 for what is no field of anything. */
export function checkedFields(fields: FieldGrantMap, { catalogueOf }: Pick<Preparing, 'catalogueOf'>): FieldGrantMap {
  const prefixes = new Set([...Object.keys(verbs), ...Object.keys(reads)].map(prefixOf))
  const known = new Set([...prefixes].flatMap(prefix => Object.keys(catalogueOf(prefix) ?? {})))
  const unknown = Object.keys(fields).filter(id => !known.has(id))
  if (unknown.length > 0) throw invalid(unknown.map(id => ({ path: `fields.${id}`, code: 'unknown_field' })))
  return fields
}

const prefixOf = (name: string): string => name.split('.')[0] ?? ''

/** A condition can only hold of a thing that is there: of what a read shows, and of what a verb is given to act on. */
function isOnRecord(name: string): boolean {
  if (isRead(name)) return true
  return isVerb(name) && Object.hasOwn(verbs[name].input.shape, `${prefixOf(name)}Id`)
}

/**
 * Nobody gives what they may not do themselves: the problems are those of `given` that go beyond the giver's own.
 * Whether one condition implies another is known here only by its shape, so a doubt is a no.
 */
export function beyond(given: GrantMap, caller: Caller, path: string): FieldProblem[] {
  return Object.entries(given)
    .filter(([name, grant]) => !isWithin(grant, caller.grants.may(name)))
    .map(([name]) => ({ path, code: 'grant.beyond', params: { name } }))
}

/** Restrictions that the giver is under and that the new role would lift. */
export function lifted(
  fields: FieldGrantMap,
  caller: Caller,
  restricted: Iterable<string>,
  path: string,
): FieldProblem[] {
  const strength = { hidden: 2, frozen: 1 }
  return [...new Set(restricted)]
    .filter(id => {
      const own = caller.grants.field(id)
      const given = fields[id]
      return own !== undefined && (given === undefined || strength[given] < strength[own])
    })
    .map(id => ({ path, code: 'grant.beyond', params: { name: id } }))
}

type Grant = unknown

/** True only when whatever `given` allows, `own` allows. */
export function isWithin(given: Grant, own: Grant): boolean {
  if (own === true) return true
  if (own === false || given === true) return false
  if (same(given, own)) return true
  const [givenAll, givenAny] = [partsOf(given, 'all'), partsOf(given, 'any')]
  const [ownAll, ownAny] = [partsOf(own, 'all'), partsOf(own, 'any')]
  return (
    (ownAll?.every(part => isWithin(given, part)) ?? false) ||
    (givenAny?.every(part => isWithin(part, own)) ?? false) ||
    (ownAny?.some(part => isWithin(given, part)) ?? false) ||
    (givenAll?.some(part => isWithin(part, own)) ?? false)
  )
}

function partsOf(grant: Grant, form: 'all' | 'any'): unknown[] | undefined {
  const parts = (grant as Record<string, unknown>)[form]
  return Array.isArray(parts) ? parts : undefined
}

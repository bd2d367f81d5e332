import {
  type Catalogue,
  conditionSentences,
  conditionsOf,
  type FieldOwner,
  type Form,
  fill,
  fold,
  formParts,
  isFormField,
  parseCondition,
  type TemplateOpens,
} from '@baton/contract'
import { type FieldProblem, invalid } from '../../kernel/problems.ts'
import type { Call, Preparing } from '../../kernel/verb.ts'
import { categories, requestTypes } from '../categories/index.ts'
import { definitions } from '../fields/index.ts'
import { directory } from '../people/index.ts'
import { slaPolicies } from '../sla/index.ts'
import { templates } from './templates.ts'

/** A form as it will be kept, with its conditions checked; throws a 422 that names every wrong one. */
export function checkedForm(form: Form, of: FieldOwner, preparing: Preparing): Form {
  const catalogue: Catalogue = preparing.catalogueOf(of) ?? {}
  const problems = conditionsOf(form).flatMap(({ path, condition }): FieldProblem[] => {
    const parsed = parseCondition(condition, catalogue, { path, me: {} })
    if ('condition' in parsed) return []
    return parsed.problems.map(problem => ({
      path: problem.path,
      code: 'condition.invalid',
      params: { problem: fill(conditionSentences[problem.code][preparing.caller.locale], problem.params ?? {}) },
    }))
  })
  const own = preparing.picture.of(definitions).of(of)
  for (const [at, item] of form.entries()) {
    if (!isFormField(item)) continue
    const isPart = of === 'ticket' && (formParts as readonly string[]).includes(item.field)
    const field = item.field.startsWith('fields.') ? own.byKey(item.field.slice('fields.'.length)) : undefined
    if (!isPart && !field) problems.push({ path: `form.${at}.field`, code: 'unknown_field' })
    else if (field?.archived) problems.push({ path: `form.${at}.field`, code: 'archived' })
    else if (field?.spec.kind === 'formula' && item.required !== 'no')
      problems.push({ path: `form.${at}.required`, code: 'field.formula' })
  }
  if (problems.length > 0) throw invalid(problems)
  return form
}

export interface Named {
  id?: string
  of: FieldOwner
  name?: string | undefined
  opens?: TemplateOpens | undefined
  slaPolicyId?: string | null | undefined
  departmentIds?: readonly string[] | undefined
}

/** What is wrong with what a template names. Pure. */
export function problemsOf(
  { id, of, name, opens = {}, slaPolicyId, departmentIds = [] }: Named,
  call: Call,
): FieldProblem[] {
  const problems: FieldProblem[] = []
  const { all } = call.of(templates)
  const twin =
    name !== undefined &&
    all.find(other => other.of === of && other.id !== id && !other.archived && fold(other.name) === fold(name))
  if (twin) problems.push({ path: 'name', code: 'taken' })
  const ask = (path: string, found: { archived: boolean } | undefined) => {
    if (!found) problems.push({ path, code: 'unknown_id' })
    else if (found.archived) problems.push({ path, code: 'archived' })
  }
  if (slaPolicyId) ask('slaPolicyId', call.of(slaPolicies).byId(slaPolicyId))
  if (opens.categoryId) ask('opens.categoryId', call.of(categories).byId(opens.categoryId))
  if (opens.departmentId) ask('opens.departmentId', call.of(directory).departments.get(opens.departmentId))
  if (opens.requestType && !call.of(requestTypes).has(opens.requestType))
    problems.push({ path: 'opens.requestType', code: 'unknown_id' })
  for (const [at, departmentId] of departmentIds.entries())
    ask(`departmentIds.${at}`, call.of(directory).departments.get(departmentId))
  return problems
}

import { type ConditionProblemCode, conditionSentences, fill, problemText } from '@baton/contract'
import type { Locale } from './caller.ts'
import type { FieldProblem, Problem } from './problems.ts'

/** RFC 9457: a stable code, a sentence in the caller's language, and each wrong field by its path. */
export const problemBody = (problem: Problem, locale: Locale, instance: string) => ({
  // First, so that a parameter with the name of a member cannot stand in its place.
  ...problem.params,
  type: 'about:blank',
  title: problemText(locale, 'title', String(problem.status), {}),
  status: problem.status,
  code: problem.code,
  detail: detailOf(problem, locale),
  instance,
  ...(problem.fields.length > 0 && {
    fields: problem.fields.map(field => ({
      path: field.path,
      code: field.code,
      detail: fieldDetail(field, locale),
    })),
  }),
})

/** What is wrong with a condition the condition language says itself. */
function fieldDetail({ code, params = {} }: FieldProblem, locale: Locale): string {
  if (Object.hasOwn(conditionSentences, code))
    return fill(conditionSentences[code as ConditionProblemCode][locale], params)
  return problemText(locale, 'field', code, params)
}

/** What a step of several says begins with which step it is. */
function detailOf({ code, params, fields }: Problem, locale: Locale): string {
  const problem = problemText(locale, 'problem', code, { count: fields.length, ...params })
  return params.step === undefined ? problem : problemText(locale, 'text', 'step.refused', { ...params, problem })
}

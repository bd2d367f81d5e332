import { problemText } from '@baton/contract'
import type { Locale } from './caller.ts'
import type { Problem } from './problems.ts'

/** RFC 9457: a stable code, a sentence in the caller's language, and each wrong field by its path. */
export const problemBody = (problem: Problem, locale: Locale, instance: string) => ({
  // First, so that a parameter with the name of a member cannot stand in its place.
  ...problem.params,
  type: 'about:blank',
  title: problemText(locale, 'title', String(problem.status), {}),
  status: problem.status,
  code: problem.code,
  detail: problemText(locale, 'problem', problem.code, { count: problem.fields.length, ...problem.params }),
  instance,
  ...(problem.fields.length > 0 && {
    fields: problem.fields.map(field => ({
      path: field.path,
      code: field.code,
      detail: problemText(locale, 'field', field.code, field.params ?? {}),
    })),
  }),
})

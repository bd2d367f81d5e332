import type { z } from 'zod'
import { type FieldProblem, invalid } from './problems.ts'

/** Checks what was sent against the contract's shape; throws a 422 that names every field that is wrong. */
export function parse<S extends z.ZodType>(shape: S, sent: unknown): z.output<S> {
  const result = shape.safeParse(sent ?? {})
  if (result.success) return result.data
  throw invalid(result.error.issues.flatMap(fieldProblems))
}

function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String).join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({ path: [...issue.path, key].map(String).join('.'), code: 'unknown_field' }))
    case 'invalid_type':
      return [{ path, code: issue.input === undefined ? 'required' : 'type', params: { expected: issue.expected } }]
    case 'too_big':
      return [{ path, code: 'too_big', params: { most: Number(issue.maximum) } }]
    case 'too_small':
      return [{ path, code: 'too_small', params: { least: Number(issue.minimum) } }]
    case 'invalid_value':
      return [{ path, code: 'choice', params: { options: issue.values.join(', ') } }]
    case 'invalid_format':
      return [{ path, code: 'format', params: { format: issue.format } }]
    case 'custom':
      return [{ path, code: String(issue.params?.code ?? 'invalid') }]
    default:
      return [{ path, code: 'invalid' }]
  }
}

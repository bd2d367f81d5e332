import type { z } from 'zod'
import { type FieldProblem, invalid } from './problems.ts'

/** Checks what was sent against the contract's shape; throws a 422 that names every field that is wrong. */
export function parse<S extends z.ZodType>(shape: S, sent: unknown): z.output<S> {
  const result = shape.safeParse(sent ?? {})
  const problems = onceEach([...unstorableIn(sent, []), ...(result.error?.issues.flatMap(fieldProblems) ?? [])])
  // A list of a hundred thousand wrong things need not be answered with as many words.
  if (problems.length > 0 || !result.success) throw invalid(problems.slice(0, mostProblems))
  return result.data
}

const mostProblems = 100

/** A shape may refuse, too, what nothing may hold: said once. */
const onceEach = (problems: readonly FieldProblem[]): FieldProblem[] => [
  ...new Map(problems.map(problem => [`${problem.path} ${problem.code}`, problem])).values(),
]

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.').slice(0, 200)

/** Neither PostgreSQL nor another JSON reader takes these, wherever they stand, so no shape need remember to refuse them. */
function unstorableIn(value: unknown, path: readonly string[]): FieldProblem[] {
  if (typeof value === 'string') {
    const code = value.includes('\0') ? 'text.control' : value.isWellFormed() ? undefined : 'text.surrogate'
    return code ? [{ path: pathOf(path), code }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...unstorableIn(key, Array.isArray(value) ? [] : [...path, key]),
    ...unstorableIn(inner, [...path, key]),
  ])
}

function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = pathOf(issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({ path: pathOf([...issue.path, key]), code: 'unknown_field' }))
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

import { isProblem, Problem } from '../session/problem.ts'

/** What is wrong at exactly this path. */
export const wrongAt = (problem: unknown, path: string): string | undefined =>
  isProblem(problem) ? problem.fields.find(field => field.path === path)?.detail : undefined

/** Whether a path is this one, or stands beneath it. */
export const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}.`)

/** What is being mended is no longer wrong; nothing is left of a problem that was about nothing else. */
export function mended(problem: unknown, place: string): unknown {
  if (!isProblem(problem) || problem.fields.length === 0) return problem
  const rest = problem.fields.filter(({ path }) => !isWithin(path, place))
  return rest.length > 0 ? new Problem(problem.status, problem.code, problem.message, rest) : undefined
}

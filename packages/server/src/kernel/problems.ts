/** What went wrong, in a form that every door can tell: HTTP as problem+json, a rule as a failed run, an import as a row's error. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly params: Record<string, unknown>
  readonly fields: FieldProblem[]

  constructor(status: number, code: string, params: Record<string, unknown> = {}, fields: FieldProblem[] = []) {
    super(code)
    this.status = status
    this.code = code
    this.params = params
    this.fields = fields
  }
}

export interface FieldProblem {
  /** Property path in the input, `requester.email`. */
  path: string
  code: string
  params?: Record<string, unknown>
}

/** 404 also for what one may not see. */
export const notFound = () => new Problem(404, 'not_found')
export const forbidden = (verb: string) => new Problem(403, 'forbidden', { verb })
export const unauthenticated = () => new Problem(401, 'unauthenticated')
export const invalid = (fields: FieldProblem[]) => new Problem(422, 'invalid', {}, fields)
export const invalidField = (path: string, code: string, params: Record<string, unknown> = {}) =>
  invalid([{ path, code, params }])
export const conflict = (version: number) => new Problem(409, 'conflict', { version })

/** What was prepared holds for a version that is no longer: worth another try, and a conflict when that goes on. */
export class Overtaken extends Problem {
  constructor(version: number) {
    super(409, 'conflict', { version })
  }
}

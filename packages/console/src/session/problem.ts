export interface FieldProblem {
  /** Property path in what was sent, `requester.email`. */
  path: string
  code: string
  detail: string
}

/** What the server answered instead (RFC 9457), or that it could not be reached. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly fields: FieldProblem[]

  constructor(status: number, code: string, detail: string, fields: FieldProblem[] = []) {
    super(detail)
    this.status = status
    this.code = code
    this.fields = fields
  }

  static offline(): Problem {
    return new Problem(0, 'offline', '')
  }

  static async of(response: Response): Promise<Problem> {
    const body = (await response.json().catch(() => ({}))) as {
      code?: string
      detail?: string
      fields?: FieldProblem[]
    }
    return new Problem(response.status, body.code ?? 'unreachable', body.detail ?? '', body.fields)
  }

  /** What is wrong with one field, if anything. */
  at(path: string): string | undefined {
    return this.fields.find(field => field.path === path || field.path.startsWith(`${path}.`))?.detail
  }
}

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code)

import { type Condition, conditionLimits, type Leaf } from './condition.ts'
import { type Catalogue, type Field, fieldOf } from './field.ts'
import { isOperator, operators } from './operators.ts'
import { parseValue, type References, short } from './parseValue.ts'
import type { ConditionProblem, ConditionProblemCode } from './problems.ts'

export interface ParseOptions {
  /** A field that the asker may not read is told like one that does not exist. */
  readable?: (fieldId: string) => boolean
  /** The `$me.…` there are. Left out, any name passes here, and `resolve` throws for one that is missing. */
  me?: References
  /** Where the condition stands in the input; `where` unless told. */
  path?: string
}

export type ParsedCondition = { condition: Condition } | { problems: ConditionProblem[] }

/** Checks a condition that was sent against the catalogue and the limits; never throws, whatever was sent. */
export function parseCondition(input: unknown, catalogue: Catalogue, options: ParseOptions = {}): ParsedCondition {
  const parser = new Parser(catalogue, options)
  const condition = parser.condition(input, options.path ?? 'where', 1)
  return condition && parser.problems.length === 0 ? { condition } : { problems: parser.problems }
}

class Parser {
  readonly problems: ConditionProblem[] = []
  readonly #catalogue: Catalogue
  readonly #options: ParseOptions
  #leaves = 0
  #groups = 0

  constructor(catalogue: Catalogue, options: ParseOptions) {
    this.#catalogue = catalogue
    this.#options = options
  }

  /** Undefined when it is wrong; `problems` then says why. Stops at the limits, so the work is bounded by them. */
  condition(input: unknown, path: string, depth: number): Condition | undefined {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) return this.#wrong(path, 'condition.shape')
    if (depth > conditionLimits.depth) return this.#wrong(path, 'condition.depth', { most: conditionLimits.depth })
    const node = input as Record<string, unknown>
    const keys = Object.keys(node)
    if ('field' in node || 'op' in node) return this.#leaf(node, keys, path)
    const [form = '', extra] = keys
    if (extra !== undefined) return this.#wrong(`${path}.${short(extra)}`, 'condition.key', { key: short(extra) })
    if (++this.#groups > conditionLimits.groups)
      return this.#wrong(path, 'condition.size', { most: conditionLimits.groups })
    const inner = node[form]
    if (form === 'not') {
      const part = this.condition(inner, `${path}.not`, depth + 1)
      return part && { not: part }
    }
    if ((form !== 'all' && form !== 'any') || !Array.isArray(inner)) return this.#wrong(path, 'condition.shape')
    const parts: Condition[] = []
    for (const [at, part] of inner.entries()) {
      if (this.#isFull) return undefined
      const parsed = this.condition(part, `${path}.${form}.${at}`, depth + 1)
      if (parsed) parts.push(parsed)
    }
    return form === 'all' ? { all: parts } : { any: parts }
  }

  #leaf(node: Record<string, unknown>, keys: string[], path: string): Leaf | undefined {
    if (++this.#leaves > conditionLimits.leaves)
      return this.#wrong(path, 'condition.size', { most: conditionLimits.leaves })
    const extra = keys.find(key => key !== 'field' && key !== 'op' && key !== 'value')
    if (extra !== undefined) return this.#wrong(`${path}.${short(extra)}`, 'condition.key', { key: short(extra) })
    const { field: id, op, value } = node
    const field = this.#fieldOf(id)
    if (typeof id !== 'string' || !field) return this.#wrong(`${path}.field`, 'condition.field', { field: short(id) })
    const shape = isOperator(op) ? operators[field.type][op] : undefined
    if (!isOperator(op) || !shape) {
      const known = Object.keys(operators[field.type]).join(', ')
      return this.#wrong(`${path}.op`, 'condition.operator', { op: short(op), operators: known })
    }
    const problems = this.problems.length
    const parsed = parseValue(value, { op, shape, field, references: this.#options.me }, (at, code, params) =>
      this.#wrong(`${path}.value${at}`, code, params),
    )
    if (this.problems.length > problems) return undefined
    return parsed === undefined ? { field: id, op } : { field: id, op, value: parsed }
  }

  #fieldOf(id: unknown): Field | undefined {
    if (typeof id !== 'string' || this.#options.readable?.(id) === false) return undefined
    return fieldOf(this.#catalogue, id)
  }

  get #isFull(): boolean {
    return (
      this.problems.length >= conditionLimits.problems ||
      this.#leaves > conditionLimits.leaves ||
      this.#groups > conditionLimits.groups
    )
  }

  #wrong(path: string, code: ConditionProblemCode, params?: ConditionProblem['params']): undefined {
    if (this.problems.length < conditionLimits.problems) this.problems.push({ path, code, ...(params && { params }) })
  }
}

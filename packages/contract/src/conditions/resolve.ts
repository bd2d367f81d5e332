import type { Condition, Leaf } from './condition.ts'
import type { Environment } from './environment.ts'
import { type Catalogue, type FieldType, fieldOf } from './field.ts'
import { type Literal, literalsOf } from './literal.ts'
import type { Operator } from './operators.ts'

/**
 * A condition in which nothing is left to be known: `$me`, `$now` and durations are literals, texts are folded, `not`
 * has been pushed down to the leaves, and nineteen operators have become five tests. Both readers read this, so neither
 * can understand an operator, a zone or a negation in a way of its own. An empty `all` is true, an empty `any` false.
 */
export type Resolved = { all: Resolved[] } | { any: Resolved[] } | ResolvedLeaf

/** Negated, it is true exactly where it would be false: so on an empty value too. */
export type ResolvedLeaf = { field: string; type: FieldType; nullable: boolean; negated: boolean } & Test

/** Of an empty value only `empty` is true. Lists of values are never empty. */
export type Test =
  | { test: 'empty' }
  | { test: 'oneOf'; values: Literal[] }
  | { test: 'containsAny' | 'containsAll'; values: string[] }
  | { test: 'startsWith'; value: string }
  | ({ test: 'range' } & Bounds)

/** Times have `atLeast` and `lessThan` only, so that a column finer than milliseconds reads as if it were cut to them. */
export interface Bounds {
  atLeast?: Literal
  moreThan?: Literal
  atMost?: Literal
  lessThan?: Literal
}

/**
 * Settles everything that is not in the record, once, before any reader looks at one. Expects a condition that
 * `parseCondition` has accepted: throws an Error for one that it would not, for a field that has left the catalogue, and
 * for a `$me.…` that the environment does not know (taken for nothing, it would let `isNot $me.…` match everything).
 */
export function resolve(condition: Condition, catalogue: Catalogue, environment: Environment): Resolved {
  return settle(condition, false, catalogue, environment)
}

function settle(condition: Condition, negated: boolean, catalogue: Catalogue, environment: Environment): Resolved {
  if ('not' in condition) return settle(condition.not, !negated, catalogue, environment)
  if ('field' in condition) return settleLeaf(condition, negated, catalogue, environment)
  const parts = 'all' in condition ? condition.all : condition.any
  const settled = parts.map(part => settle(part, negated, catalogue, environment))
  return 'all' in condition !== negated ? { all: settled } : { any: settled }
}

function settleLeaf(leaf: Leaf, inNot: boolean, catalogue: Catalogue, environment: Environment): Resolved {
  const field = fieldOf(catalogue, leaf.field)
  if (!field) throw new Error(`a condition reads ${leaf.field}, which is no field`)
  const opposite = opposites[leaf.op]
  const negated = inNot !== (opposite !== undefined)
  const test = testOf({ ...leaf, op: opposite ?? leaf.op }, field.type, environment)
  if (!test) return negated ? { all: [] } : { any: [] }
  return { field: leaf.field, type: field.type, nullable: field.nullable, negated, ...test }
}

const opposites: Partial<Record<Operator, Operator>> = { isNot: 'is', isNoneOf: 'isOneOf', isNotEmpty: 'isEmpty' }

/** Undefined when there is nothing to compare with, which matches nothing: `containsAll` of an empty `$me.…` as well. */
function testOf({ field, op, value }: Leaf, type: FieldType, environment: Environment): Test | undefined {
  if (op === 'isEmpty') return { test: 'empty' }
  const asked = op === 'withinLast' || op === 'withinNext' ? span(op, value) : value
  const literals = [asked ?? []].flat().flatMap(one => literalsOf(one, type, environment))
  const values = literals.filter(literal => literal !== undefined)
  const [first, second] = values
  if (first === undefined) return undefined
  switch (op) {
    case 'is':
    case 'isOneOf':
      return type === 'time' ? range(type, { atLeast: first, atMost: first }) : { test: 'oneOf', values }
    case 'contains':
    case 'containsAny':
      return { test: 'containsAny', values: values.map(String) }
    case 'containsAll':
      return values.length < literals.length ? undefined : { test: 'containsAll', values: values.map(String) }
    case 'startsWith':
      return { test: 'startsWith', value: String(first) }
    case 'before':
    case 'lessThan':
      return range(type, { lessThan: first })
    case 'after':
    case 'moreThan':
      return range(type, { moreThan: first })
    case 'atLeast':
    case 'atMost':
      return range(type, { [op]: first })
    case 'between':
    case 'withinLast':
    case 'withinNext':
      return second === undefined ? undefined : range(type, { atLeast: first, atMost: second })
    default:
      throw new Error(`a condition asks ${field} ${op}, which is no operator`)
  }
}

/** `withinLast: 'P7D'` is from seven days ago until now, both included. */
const span = (op: 'withinLast' | 'withinNext', value: Leaf['value']) =>
  op === 'withinLast' ? [{ ago: String(value) }, '$now'] : ['$now', { ahead: String(value) }]

function range(type: FieldType, bounds: Bounds): Test {
  if (type !== 'time') return { test: 'range', ...bounds }
  const { atLeast, moreThan, atMost, lessThan } = bounds
  const from = moreThan === undefined ? atLeast : Number(moreThan) + 1
  const until = atMost === undefined ? lessThan : Number(atMost) + 1
  return {
    test: 'range',
    ...(from !== undefined && { atLeast: from }),
    ...(until !== undefined && { lessThan: until }),
  }
}

import { compareDecimals } from './decimal.ts'
import type { FieldType } from './field.ts'
import type { Literal } from './literal.ts'
import { type Present, present } from './present.ts'
import type { Bounds, Resolved, ResolvedLeaf } from './resolve.ts'

/** A record as a plain object by property path: `customer.level` is `record.customer.level`. Missing parts are empty. */
export type PlainRecord = Readonly<Record<string, unknown>>

/** Reads a condition on one record in memory: the twin of the server's `toSql`. */
export function check(condition: Resolved, record: PlainRecord): boolean {
  return compile(condition)(record)
}

/** The same for many records: what depends on the condition alone is done once. */
export function compile(condition: Resolved): (record: PlainRecord) => boolean {
  if ('all' in condition) {
    const parts = condition.all.map(compile)
    return record => parts.every(part => part(record))
  }
  if ('any' in condition) {
    const parts = condition.any.map(compile)
    return record => parts.some(part => part(record))
  }
  const valueIn = reader(condition.field)
  const holds = tester(condition)
  return condition.negated ? record => !holds(valueIn(record)) : record => holds(valueIn(record))
}

function reader(path: string): (record: PlainRecord) => unknown {
  const names = path.split('.')
  const [first = '', second = ''] = names
  if (names.length === 1) return record => record[first]
  if (names.length === 2) return record => inside(record[first], second)
  return record => names.reduce<unknown>(inside, record)
}

const inside = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as PlainRecord)[name] : undefined

function tester(leaf: ResolvedLeaf): (value: unknown) => boolean {
  const presentIn = present[leaf.type]
  if (leaf.test === 'empty') return value => presentIn(value) === null
  const test = testerOfPresent(leaf)
  return value => {
    const found = presentIn(value)
    return found !== null && test(found)
  }
}

function testerOfPresent(leaf: Exclude<ResolvedLeaf, { test: 'empty' }>): (value: Present) => boolean {
  switch (leaf.test) {
    case 'oneOf':
      return equalsOneOf(leaf.type, leaf.values)
    case 'containsAny':
      return value => leaf.values.some(part => (value as string | string[]).includes(part))
    case 'containsAll':
      return value => leaf.values.every(part => (value as string | string[]).includes(part))
    case 'startsWith':
      return value => String(value).startsWith(leaf.value)
    case 'range':
      return isWithin(leaf.type, leaf)
  }
}

function equalsOneOf(type: FieldType, literals: readonly Literal[]): (value: Present) => boolean {
  if (type === 'number') {
    const numbers = literals.map(quickDecimal)
    return value => numbers.some(number => compareDecimals(value as number, number) === 0)
  }
  const [only] = literals
  if (literals.length === 1) return value => value === only
  const known = new Set<Present>(literals)
  return value => known.has(value)
}

function isWithin(type: FieldType, { atLeast, moreThan, atMost, lessThan }: Bounds): (value: Present) => boolean {
  const bound = (literal: Literal | undefined) =>
    literal !== undefined && type === 'number' ? quickDecimal(literal) : literal
  const compare = (type === 'number' ? compareDecimals : compareInOrder) as (a: Present, b: Literal) => number
  const [least, above, most, below] = [bound(atLeast), bound(moreThan), bound(atMost), bound(lessThan)]
  return value =>
    (least === undefined || compare(value, least) >= 0) &&
    (above === undefined || compare(value, above) > 0) &&
    (most === undefined || compare(value, most) <= 0) &&
    (below === undefined || compare(value, below) < 0)
}

/** Times by their milliseconds, dates by their digits. */
const compareInOrder = (a: Present, b: Literal): number => (a < b ? -1 : a > b ? 1 : 0)

/** A number where that says the same as the digits, since two numbers are compared at once. */
function quickDecimal(literal: Literal): number | string {
  const number = Number(literal)
  return String(number) === String(literal) ? number : String(literal)
}

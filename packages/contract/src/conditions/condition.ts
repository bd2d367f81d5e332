import type { Operator } from './operators.ts'

/**
 * A question about a record. Two-valued: a leaf on an empty value is false (but for `isEmpty`), and `isNot`, `isNoneOf`,
 * `isNotEmpty` and `not` are exact opposites, so `isNot` on an empty value is true. Nothing holds of an empty `any`,
 * everything of an empty `all`.
 */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Leaf

export interface Leaf {
  field: string
  op: Operator
  value?: Value | Value[]
}

/**
 * A literal; `$me` (the caller's id) or `$me.departments` and the like; for times and dates `$now` and a time from now.
 * Times are ISO 8601 with offset, dates `2026-11-22`, numbers beyond 2^53 decimal digits as text.
 */
export type Value = string | number | boolean | Relative

/** ISO 8601 durations; years to days go by the calendar in the caller's zone, hours to seconds by the clock. */
export type Relative = { ago: string } | { ahead: string }

export const conditionLimits = { depth: 8, leaves: 100, groups: 100, list: 1000, text: 1000, problems: 50 } as const

/** The fields that a condition reads, each once: what must be loaded, and what the asker must be allowed to read. */
export function fieldsOf(condition: Asking): string[] {
  const found = new Set<string>()
  collect(condition, found)
  return [...found]
}

/** A condition, resolved or not. */
type Asking = { all: Asking[] } | { any: Asking[] } | { not: Asking } | { field: string }

function collect(condition: Asking, found: Set<string>): void {
  if ('all' in condition) for (const part of condition.all) collect(part, found)
  else if ('any' in condition) for (const part of condition.any) collect(part, found)
  else if ('not' in condition) collect(condition.not, found)
  else found.add(condition.field)
}

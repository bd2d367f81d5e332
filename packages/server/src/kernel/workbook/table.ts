/**
 * What a column holds. Text is never a formula, whatever it begins with. A number is itself, a share is 0 to 1, a
 * duration is seconds, a date is `2026-11-22`, a time is an instant that is shown as the clocks of `zone` do.
 */
export type Column = { header: string; width?: number } & (
  | { holds: 'text' | 'count' | 'number' | 'share' | 'duration' | 'date' }
  | { holds: 'time'; zone: string }
  /** Each cell says what it holds: `{holds, value}`. */
  | { holds: 'any' }
)

export type Plain = string | number | Date | null
export type Cell = Plain | { holds: 'text' | 'count' | 'number' | 'share' | 'duration' | 'date'; value: Plain }

export interface Sheet {
  name: string
  columns: readonly Column[]
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
}

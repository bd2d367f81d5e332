/**
 * What a column holds. Text is never a formula, whatever it begins with. A number has two decimals, a plain one as many as
 * it has, a moment is wall time of no zone (`2026-11-22T09:30:00`), a share is 0 to 1, a
 * duration is seconds, a date is `2026-11-22`, a time is an instant that is shown as the clocks of `zone` do.
 */
export type Column = {
  header: string
  width?: number
  /** What its cells are chosen from; others can be written all the same. */
  oneOf?: readonly string[]
} & (
  | { holds: Exclude<Holds, 'time'> }
  | { holds: 'time'; zone: string }
  /** Each cell says what it holds: `{holds, value}`. */
  | { holds: 'any' }
)

type Holds = 'text' | 'count' | 'number' | 'plain' | 'share' | 'duration' | 'date' | 'moment' | 'time'
export type Plain = string | number | Date | null
export type Cell = Plain | { holds: Exclude<Holds, 'time'>; value: Plain }

export interface Sheet {
  name: string
  columns: readonly Column[]
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
}

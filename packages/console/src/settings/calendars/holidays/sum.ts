import type { DayOff } from '@baton/contract'

/** How many days off, and how many make-up days. */
export function sumOf(days: readonly DayOff[]): { off: number; work: number } {
  const work = days.filter(({ kind }) => kind === 'work').length
  return { off: days.length - work, work }
}

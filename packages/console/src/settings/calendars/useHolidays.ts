import { useQueries } from '@tanstack/react-query'
import { reading } from '../../session/ask.ts'
import type { HolidaysRecord } from '../records.ts'
import { useShippedNames } from './useShippedNames.ts'

/** Beyond these nobody keeps public holidays. */
const [firstYear, lastYear] = [2000, 2200]
const mostYears = 12

/** The public holidays from one year to another, as the reader calls them; years still being asked for are not among them. */
export function useHolidays(from: number, to: number): { years: HolidaysRecord[]; isPending: boolean } {
  const named = useShippedNames()
  const first = Math.max(firstYear, from)
  const count = Math.min(mostYears, Math.max(0, Math.min(lastYear, to) - first + 1))
  return useQueries({
    queries: Array.from({ length: count }, (_, at) => reading('holidays.get', { year: first + at })),
    combine: answers => ({
      years: answers.flatMap(({ data }) => (data ? [named(data)] : [])),
      isPending: answers.some(answer => answer.isPending),
    }),
  })
}

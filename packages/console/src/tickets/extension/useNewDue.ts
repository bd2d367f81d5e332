import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { reading } from '../../session/ask.ts'
import type { ExplainedClock } from '../clocks/picture.ts'

/** The reckoning of the API goes no further; seconds. */
const furthest = 366 * 86_400

/**
 * When a clock would be due with so much more working time. Undefined where nobody can tell: it stands still, its calendar
 * is not known yet, or never gets there.
 */
export function useNewDue(clock: ExplainedClock | undefined, seconds: number | null): string | undefined {
  const runs = clock?.state === 'running'
  const isAsked = runs && clock.calendar !== null && seconds !== null && seconds > 0 && seconds <= furthest
  const { data } = useQuery({
    ...reading('calendar.reckon', {
      calendarId: clock?.calendar?.id ?? '',
      from: clock?.dueAt ?? '',
      seconds: seconds ?? 0,
    }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  if (!runs || seconds === null || seconds <= 0) return undefined
  if (!clock.calendar) return new Date(Date.parse(clock.dueAt) + seconds * 1000).toISOString()
  return isAsked ? (data?.dueAt ?? undefined) : undefined
}

import type { Hours, Span } from '@baton/contract'
import { newId } from '../../kernel/ids.ts'
import { add, type Step } from '../../kernel/steps.ts'

/** Hours as JSON. */
export interface KeptHours {
  zone: string
  week: Hours['week']
  days: [string, readonly Span[]][]
}

/** When a calendar's hours change: what they were until now, so that time that has passed is reckoned as it was then. */
export function keepPast(calendarId: string, before: Hours, after: Hours, now: Date): Step[] {
  const [was, is] = [kept(before), kept(after)]
  if (JSON.stringify(was) === JSON.stringify(is)) return []
  return [add('calendar_past', { id: newId(), calendar_id: calendarId, until: now, hours: was })]
}

export const toHours = ({ days, ...hours }: KeptHours): Hours => ({ ...hours, days: new Map(days) })

const kept = ({ zone, week, days }: Hours): KeptHours => ({
  zone,
  week,
  days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)),
})

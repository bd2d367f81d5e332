import { type Refusal, refuseField } from '../../kernel/steps.ts'

/** Clocks of phone systems and browsers are never quite ours. */
const slack = 60_000
/** What happened before that is history for an import, not a call that somebody writes down. */
const oldest = 366 * 86_400_000

/** A moment that was told, never later than now and not a year ago; now when none was. */
export function momentTold(path: string, told: string | undefined, now: Date): Date | Refusal {
  if (told === undefined) return now
  const moment = new Date(told)
  if (moment.getTime() > now.getTime() + slack) return refuseField(path, 'time.future')
  if (moment.getTime() < now.getTime() - oldest) return refuseField(path, 'time.old')
  return moment > now ? now : moment
}

export const isRefusal = (value: Date | Refusal): value is Refusal => 'refusal' in value

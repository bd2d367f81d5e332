import { type Refusal, refuseField } from '../../kernel/steps.ts'

/** Clocks of phone systems and browsers are never quite ours. */
const slack = 60_000

/** A moment that was told, never later than now; now when none was. */
export function momentTold(path: string, told: string | undefined, now: Date): Date | Refusal {
  if (told === undefined) return now
  const moment = new Date(told)
  if (moment.getTime() > now.getTime() + slack) return refuseField(path, 'time.future')
  return moment > now ? now : moment
}

export const isRefusal = (value: Date | Refusal): value is Refusal => 'refusal' in value

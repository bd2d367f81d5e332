import type { TicketClock } from '../clock.ts'

type Promised = Pick<TicketClock, 'state' | 'dueAt' | 'breachedAt'>

/** More time can be asked for while a promise can still be kept. */
export function canBeExtended({ state, dueAt, breachedAt }: Promised, now: number): boolean {
  if (breachedAt) return false
  return state === 'paused' || (state === 'running' && Date.parse(dueAt) > now)
}

import { changesOf, type Row, type Step, tell } from '../../kernel/steps.ts'
import type { ClockRow, LockedTicket } from '../../records/tickets/index.ts'

/** What clocks tell of themselves. */

const promiseOf = ({ target, policy_id, due_at }: ClockRow) => ({
  clock: target,
  policyId: policy_id,
  dueAt: due_at.toISOString(),
})

export const met = (ticket: Pick<LockedTicket, 'id'>, clock: ClockRow): Step[] => [
  tell('clock.met', ticket.id, clock.id, {
    ...promiseOf(clock),
    late: clock.breached_at !== null,
    usedSeconds: clock.used_seconds,
  }),
]

const promised = { policy_id: 'policyId', calendar_id: 'calendarId', target_seconds: 'targetSeconds' }
/** By the same promise due at another time: its calendar was changed. */
const onlyDue = { due_at: 'dueAt' }

/** Another lead or ladder is no news to anybody; another promise or due time is. */
export function changed(ticket: Pick<LockedTicket, 'id'>, before: ClockRow, after: ClockRow): Step[] {
  const now = after as unknown as Row
  const differing = (names: Record<string, string>) => {
    const named = Object.fromEntries(Object.keys(names).map(column => [column, now[column]]))
    return changesOf(before as unknown as Row, named, names)
  }
  const told = differing(promised)
  const changes = told.length > 0 ? told : differing(onlyDue)
  if (changes.length === 0) return []
  return [tell('clock.changed', ticket.id, after.id, { ...promiseOf(after), usedSeconds: after.used_seconds, changes })]
}

/** Nobody has decided in time. */
export const lapsed = (
  ticket: Pick<LockedTicket, 'id'>,
  clock: ClockRow,
  { byId }: NonNullable<ClockRow['asked']>,
): Step[] => [tell('ticket.extensionLapsed', ticket.id, clock.id, { clock: clock.target, askedById: byId })]

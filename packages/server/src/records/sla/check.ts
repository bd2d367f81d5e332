import { type Condition, parseCondition } from '@baton/contract'
import { invalid } from '../../kernel/problems.ts'
import { type Refusal, refuseField } from '../../kernel/steps.ts'
import type { Call, Preparing } from '../../kernel/verb.ts'
import { calendars } from '../calendars/index.ts'
import { refuseLadder } from './ladder.ts'
import { slaPolicies } from './policies.ts'
import type { PromisedTarget } from './tables.ts'

/** The condition as it was sent, over a ticket's fields; nobody is `$me` to a promise. Throws a 422. */
export function ticketCondition(sent: unknown, { catalogueOf }: Preparing): Condition | null | undefined {
  if (sent === undefined || sent === null) return sent
  const parsed = parseCondition(sent, catalogueOf('ticket') ?? {}, { path: 'where', me: {} })
  if ('condition' in parsed) return parsed.condition
  throw invalid(
    parsed.problems.map(({ path, code, params }) => ({ path, code, ...(params && { params: { ...params } }) })),
  )
}

/** A calendar that is not there, a ladder that cannot be climbed, or a name that another policy has. */
export function refusePolicy(
  { id, name, targets }: { id?: string; name?: string | undefined; targets?: readonly PromisedTarget[] | undefined },
  call: Call,
): Refusal | undefined {
  const other = call.of(slaPolicies).all.find(one => one.name === name && one.id !== id && !one.archived)
  if (other) return refuseField('name', 'sla.name')
  for (const [at, { calendarId, ladder }] of (targets ?? []).entries()) {
    const rung = refuseLadder(ladder, `targets.${at}.ladder`, call)
    if (rung) return rung
    if (calendarId === null) continue
    const calendar = call.of(calendars).byId(calendarId)
    if (!calendar) return refuseField(`targets.${at}.calendarId`, 'unknown_id')
    if (calendar.archived) return refuseField(`targets.${at}.calendarId`, 'archived')
  }
  return undefined
}

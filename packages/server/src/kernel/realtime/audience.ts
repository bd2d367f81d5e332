import { check, resolve } from '@baton/contract'
import type { Caller } from '../caller.ts'
import type { Picture } from '../configuration.ts'
import { environmentOf, type Kind } from '../kinds.ts'
import type { LoggedEvent } from '../log/event.ts'
import type { Change, Row } from '../steps.ts'

/** A record that changed, as it was and as it is: who could see it is told too, since it leaves their lists. */
export interface Changed {
  id: string
  version: number
  after: Row
  before: Row
}

/** What several events did to one record, their changes undone in reverse to find what it was before. */
export function changedBy(kind: Kind, row: unknown, events: readonly LoggedEvent[], picture: Picture): Changed {
  const after = kind.plain(row as never, picture)
  const before = { ...after }
  for (const event of [...events].reverse()) {
    for (const change of (event.payload.changes as Change[] | undefined) ?? []) before[change.field] = change.from
  }
  const { id, version } = row as { id: string; version: number }
  return { id, version, after, before }
}

/** Callers whose grants and `$me` are the same see the same: the audience is worked out once for all of them. */
export const grantSetOf = (caller: Caller, kinds: readonly Kind[]): string =>
  JSON.stringify([caller.me, caller.mustChangePassword, kinds.map(kind => caller.grants.may(kind.readGrant))])

/** Whether callers of this grant set may hear of the record. */
export function mayHear(kind: Kind, changed: Changed, caller: Caller, now: Date, picture: Picture): boolean {
  if (caller.mustChangePassword) return false
  const grant = caller.grants.may(kind.readGrant)
  if (typeof grant === 'boolean') return grant
  const condition = resolve(grant, kind.catalogue(picture), environmentOf(caller, now))
  return check(condition, changed.after) || check(condition, changed.before)
}

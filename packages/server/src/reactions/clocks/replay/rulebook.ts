import { sql } from 'kysely'
import type { Picture } from '../../../kernel/configuration.ts'
import type { Db } from '../../../kernel/db.ts'
import type { LoggedEvent } from '../../../kernel/log/event.ts'
import type { Change } from '../../../kernel/steps.ts'
import { type SlaPolicy, slaPolicies } from '../../../records/sla/index.ts'

/** What a policy promised when the event of this number was written. */
export type Rulebook = (policyId: string, seq: number) => Pick<SlaPolicy, 'id' | 'targets'> | undefined

/** The policies of the past: those of today, with what the history says of their changes undone, the last one first. */
export async function rulebook(db: Db, picture: Picture): Promise<Rulebook> {
  const { rows } = await sql<LoggedEvent>`
    select e.*, e.xid::text as xid from events e where e.type = 'slaPolicy.updated' order by e.seq desc`.execute(db)
  const today = new Map(picture.of(slaPolicies).all.map(policy => [policy.id, policy]))
  const past = new Map<string, { until: number; targets: SlaPolicy['targets'] }[]>()
  for (const { subject_id, seq, payload } of rows) {
    const change = (payload.changes as Change[]).find(({ field }) => field === 'targets')
    if (!change) continue
    const targets = change.from as SlaPolicy['targets']
    past.set(subject_id, [{ until: seq, targets }, ...(past.get(subject_id) ?? [])])
  }
  return (policyId, seq) => {
    const policy = today.get(policyId)
    if (!policy) return undefined
    const then = past.get(policyId)?.find(({ until }) => until > seq)
    return then ? { id: policyId, targets: then.targets } : policy
  }
}

import { type Catalogue, jobKinds, jobStates } from '@baton/contract'
import { sql } from 'kysely'
import { type Columns, toSql } from '../../kernel/conditions/index.ts'
import type { JobRow } from '../../kernel/jobs/index.ts'
import { type Kind, type Reading, scopeOf } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'

const catalogue: Catalogue = {
  id: { type: 'ref', to: 'job', nullable: false },
  kind: { type: 'choice', nullable: false, options: jobKinds },
  state: { type: 'choice', nullable: false, options: jobStates },
  /** Whose it is: the person who began it, or the owner of the key that did. */
  byId: { type: 'ref', to: 'agent', nullable: true },
  createdAt: { type: 'time', nullable: false },
}

/** Over `jobs j`. */
const columns: Columns = {
  id: { sql: sql`j.id` },
  kind: { sql: sql`j.kind` },
  state: { sql: sql`j.state` },
  byId: { sql: sql`j.person_id` },
  createdAt: { sql: sql`j.created_at` },
}

export const jobRecordKind: Kind<'job'> = {
  name: 'job',
  table: 'jobs',
  rank: 80,
  lock: lockRows<JobRow>('jobs'),
  readGrant: 'job.get',
  plain: row => ({ id: row.id, kind: row.kind, state: row.state, byId: row.person_id, createdAt: row.created_at }),
  catalogue: () => catalogue,
  columns: () => columns,
}

/** The caller's part of the jobs, over `jobs j`. */
export const inScope = (reading: Reading, grant = 'job.get') =>
  toSql(scopeOf(jobRecordKind as unknown as Kind, grant, reading), columns)

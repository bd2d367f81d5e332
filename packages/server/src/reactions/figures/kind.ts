import { type Catalogue, channels, promiseKinds, slaTargets, urgencies } from '@baton/contract'
import { sql } from 'kysely'
import type { Columns } from '../../kernel/conditions/index.ts'
import type { Picture } from '../../kernel/configuration.ts'
import type { Kind } from '../../kernel/kinds.ts'
import { ownDimensions } from './own.ts'

/** What figures can be asked about, and grants on them be bound to: the facts' own dimensions, as they stood then. */
export const figureCatalogue = (picture: Picture): Catalogue => ({ ...builtIn, ...picture.of(ownDimensions).catalogue })

/** The same in SQL, over facts `f` and figure_dimensions `d`. */
export const figureColumns = (picture: Picture): Columns => ({
  ...builtInColumns,
  ...picture.of(ownDimensions).columns,
})

const builtIn: Catalogue = {
  departmentId: { type: 'ref', to: 'department', nullable: true },
  assigneeId: { type: 'ref', to: 'agent', nullable: true },
  channel: { type: 'choice', nullable: false, options: channels },
  /** The ticket's own category. */
  categoryId: { type: 'ref', to: 'category', nullable: true },
  /** Its own and all above. */
  categoryIds: { type: 'refs', to: 'category', nullable: true },
  requestType: { type: 'choice', nullable: true },
  urgency: { type: 'choice', nullable: false, options: urgencies },
  customerId: { type: 'ref', to: 'customer', nullable: true },
  /** Of a rating. */
  score: { type: 'number', nullable: true },
  /** Of a promise. */
  target: { type: 'choice', nullable: true, options: slaTargets },
  policyId: { type: 'ref', to: 'slaPolicy', nullable: true },
}

const builtInColumns: Columns = {
  departmentId: { sql: sql`d.department_id` },
  assigneeId: { sql: sql`d.assignee_id` },
  channel: { sql: sql`d.channel` },
  categoryId: { sql: sql`d.category_id` },
  categoryIds: { sql: sql`d.category_ids` },
  requestType: { sql: sql`d.request_type` },
  urgency: { sql: sql`d.urgency` },
  customerId: { sql: sql`f.customer_id` },
  score: { sql: sql`(case when f.kind = 'rated' then f.value end)` },
  target: { sql: sql`(case when f.kind = any(${[...promiseKinds]}::text[]) then f.word end)` },
  policyId: { sql: sql`d.policy_id` },
}

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    figures: Record<string, unknown>
  }
}

/** Nothing acts on facts; as a kind they give grants their fields. */
export const figureKind: Kind<'figures'> = {
  name: 'figures',
  table: 'facts',
  rank: 90,
  lock: async () => [],
  readGrant: 'figures.summary',
  plain: row => row,
  catalogue: figureCatalogue,
  columns: figureColumns,
}

import type { Audience, Condition, ViewLayout } from '@baton/contract'

export interface ViewRow {
  id: string
  /** Of those that come with Baton: by which their names are kept. */
  key: string | null
  owner_id: string | null
  /** Where it stands in the workspace, for those that come with Baton; others stand by their audience. */
  section: 'mine' | 'department' | 'public' | 'private'
  name: string
  conditions: Condition
  /** Words and filters that were searched for. */
  text: string | null
  sorting: { field: string; direction: 'asc' | 'desc' }[]
  columns: string[]
  group_by: string | null
  layout: ViewLayout
  audience: Audience
  department_ids: string[]
  position: number
  archived_at: Date | null
  version: number
  created_at: Date
}

declare module '../../../kernel/db.ts' {
  interface Tables {
    views: ViewRow
  }
}
declare module '../../../kernel/kinds.ts' {
  interface KindRows {
    view: ViewRow
  }
}

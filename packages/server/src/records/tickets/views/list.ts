import { problemText, type Records } from '@baton/contract'
import { sql } from 'kysely'
import type { Reading } from '../../../kernel/kinds.ts'
import { pageOfAll, read } from '../../../kernel/read.ts'
import type { Row } from '../../../kernel/steps.ts'
import { directory, isOwn, mayChange, mayPublish } from '../../people/index.ts'
import { viewsFor } from './rows.ts'
import type { ViewRow } from './tables.ts'

/** In their order. Archived ones only when asked for, and only of those that the caller may change. */
export const listViews = read('view.list', async (reading, input) => {
  const rows = await viewsFor(reading.db, reading.caller, input.archived ?? false)
  const { shown, nextCursor } = pageOfAll(
    rows.filter(row => row.archived_at === null || mayChange('view', row, reading.caller)),
    { ...input, limit: Math.max(input.limit, usual) },
  )
  return { items: shown.map(row => ({ ...record(row, reading) })), nextCursor }
})

/** Nobody pages through a menu. */
const usual = 200

export async function presentViews(reading: Reading, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<ViewRow>`select * from views where id = any(${[...ids]}::uuid[])`.execute(reading.db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [{ ...record(row, reading) }] : []
  })
}

const sections = { me: 'private', departments: 'department', everyone: 'public' } as const

function record(view: ViewRow, reading: Reading): Records['view'] {
  const { caller, picture } = reading
  const owner = picture.of(directory).agents.get(view.owner_id ?? '')
  return {
    id: view.id,
    key: view.key,
    section: view.key ? view.section : sections[view.audience],
    name: view.key ? problemText(caller.locale, 'view', view.key, {}) : view.name,
    where: view.conditions as Records['view']['where'],
    text: view.text,
    order: view.sorting,
    columns: view.columns,
    groupBy: view.group_by,
    layout: view.layout,
    audience: view.audience,
    departmentIds: view.department_ids,
    owner: owner ? { id: owner.id, name: owner.name } : null,
    own: isOwn(view, caller),
    archived: view.archived_at !== null,
    version: view.version,
    allowed: allowedOn(view, reading),
  }
}

/** Those that come with Baton stay as they are. */
function allowedOn(view: ViewRow, { caller }: Reading): string[] {
  if (view.key || !mayChange('view', view, caller)) return []
  if (view.archived_at) return ['view.restore']
  return ['view.update', 'view.archive', ...(mayPublish('view', caller) ? ['view.publish'] : [])]
}

import { fieldsOf } from '@baton/contract'
import { sql } from 'kysely'
import type { Caller } from '../../../kernel/caller.ts'
import type { Db } from '../../../kernel/db.ts'
import { isHidden } from '../../../kernel/grants.ts'
import { isId } from '../../../kernel/ids.ts'
import type { Reading } from '../../../kernel/kinds.ts'
import { notFound } from '../../../kernel/problems.ts'
import { seenBy } from '../../people/index.ts'
import { shippedViews } from './shipped.ts'
import type { ViewRow } from './tables.ts'

/** By id or key, in the order in which they are named; 404 when one of them is not there for the caller. */
export async function viewsOf(
  { db, caller }: Pick<Reading, 'db' | 'caller'>,
  names: readonly string[],
): Promise<ViewRow[]> {
  const { rows: kept } = await sql<ViewRow>`
    select o.* from views o where o.archived_at is null and ${seenBy('view', caller)}
      and (o.id = any(${names.filter(isId)}::uuid[]) or o.key = any(${[...names]}::text[]))`.execute(db)
  const rows = [...kept, ...shippedTo(caller)].filter(row => isReadable(row, caller))
  const byName = new Map(rows.flatMap(row => [[row.id, row] as const, ...(row.key ? [[row.key, row] as const] : [])]))
  return names.map(name => {
    const row = byName.get(isId(name) ? name.toLowerCase() : name)
    if (!row) throw notFound()
    return row
  })
}

/** Those that are there for the caller, in their order. */
export async function viewsFor(db: Db, caller: Caller, archived: boolean): Promise<ViewRow[]> {
  const { rows: kept } = await sql<ViewRow>`
    select o.* from views o where ${seenBy('view', caller)} and ${archived ? sql`true` : sql`o.archived_at is null`}
    order by o.position, o.created_at, o.id`.execute(db)
  return [...kept, ...shippedTo(caller)].filter(row => isReadable(row, caller)).sort((a, b) => a.position - b.position)
}

/** What a view asks, orders by or shows, the caller must be allowed to read: else it would tell of what is withheld. */
function isReadable(view: ViewRow, { grants }: Caller): boolean {
  const asked = [
    ...fieldsOf(view.conditions),
    ...view.sorting.map(({ field }) => field),
    ...view.columns,
    ...(view.group_by ? [view.group_by] : []),
  ]
  return !asked.some(field => isHidden(grants, field))
}

/** Those that come with this version, as far as the caller can use them. */
const shippedTo = ({ grants }: Caller): ViewRow[] =>
  shippedViews
    .filter(({ needs }) => !needs || grants.may(needs) !== false)
    .map(({ id, key, position, where, section, orderBy = 'dueAt' }) => ({
      id,
      key,
      owner_id: null,
      section: section ?? 'public',
      name: key,
      conditions: where,
      text: null,
      sorting: [{ field: orderBy, direction: 'asc' }],
      columns: [],
      group_by: null,
      layout: 'list',
      audience: 'everyone',
      department_ids: [],
      position,
      archived_at: null,
      version: 1,
      created_at: new Date(0),
    }))

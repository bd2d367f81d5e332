import { sql } from 'kysely'
import { mayOn, type Present } from '../../../kernel/kinds.ts'
import { pageOfAll, read } from '../../../kernel/read.ts'
import { directory } from '../directory.ts'
import { departmentKind } from '../kinds.ts'
import { inOrderOf } from '../order.ts'

/** By path, so that a department stands before those beneath it. */
export const listDepartments = read('department.list', async (reading, { archived, cursor, limit }) => {
  const departments = [...reading.picture.of(directory).departments.values()].filter(
    department => archived === undefined || department.archived === archived,
  )
  const page = pageOfAll(departments.sort(inOrderOf(department => department.path)), { cursor, limit })
  const items = await presentDepartments(
    reading,
    page.shown.map(department => department.id),
  )
  return { items, nextCursor: page.nextCursor }
})

export const presentDepartments: Present = async (reading, ids) => {
  const rows = await reading.db
    .selectFrom('departments')
    .selectAll()
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  const people = reading.picture.of(directory)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    if (!row) return []
    const verbs = row.archived_at ? [] : ['department.update', 'department.archive']
    return {
      id,
      name: row.name,
      parentId: row.parent_id,
      path: people.departments.get(id)?.path ?? row.name,
      managerIds: row.manager_ids,
      memberCount: people.membersOf(id).length,
      dispatch: row.dispatch,
      archived: row.archived_at !== null,
      version: row.version,
      allowed: verbs.filter(verb => mayOn(departmentKind, verb, row, reading.caller, reading)),
    }
  })
}

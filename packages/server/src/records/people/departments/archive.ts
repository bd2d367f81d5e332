import { openStatuses } from '@baton/contract'
import { sql } from 'kysely'
import type { Db } from '../../../kernel/db.ts'
import { oneAtATime } from '../../../kernel/exclusive.ts'
import { deskTopic } from '../../../kernel/ids.ts'
import { done, reconfigure, refuse, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { directory } from '../directory.ts'

/** Configuration is archived, never deleted; and only once nothing depends on it any more. */
export const archiveDepartment = verb('department.archive', {
  subjects: ({ departmentId }) => ({ ...oneAtATime, department: [departmentId] }),
  load: (tx, { departmentId }) => isNeeded(tx, departmentId),
  decide(scene, _input, call) {
    const row = scene.one('department')
    if (row.archived_at) return done(row.id, [])
    const people = call.of(directory)
    const beneath = people.departmentsUnder(row.id).filter(id => id !== row.id)
    const inUse =
      scene.loaded ||
      people.membersOf(row.id).length > 0 ||
      beneath.some(id => people.departments.get(id)?.archived === false)
    if (inUse) return refuse('department.inUse')
    return done(row.id, [
      set('departments', row.id, { archived_at: call.now }),
      tell('department.archived', deskTopic, row.id, { name: row.name }),
      reconfigure,
    ])
  },
})

/** Whether it holds open tickets, or is where tickets go that nothing else claims. */
async function isNeeded(tx: Db, departmentId: string): Promise<boolean> {
  const { rows } = await sql<{ needed: boolean }>`
    select exists (select from tickets where department_id = ${departmentId} and status = any(${[...openStatuses]}))
      or exists (select from settings where default_department_id = ${departmentId}) as needed`.execute(tx)
  return rows[0]?.needed === true
}

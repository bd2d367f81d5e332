import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { conflict } from '../../kernel/problems.ts'
import { done, refuseField } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { directory } from '../people/index.ts'
import { settings, settingsChanged } from './settings.ts'

export const updateSettings = verb('settings.update', {
  subjects: () => oneAtATime,
  load: async (tx, { timezone }) => !timezone || (await isTimezone(tx, timezone)),
  decide({ loaded }, { version, ...input }, call) {
    if (!loaded) return refuseField('timezone', 'timezone.unknown')
    const before = call.of(settings)
    if (version !== undefined && version !== before.version) throw conflict(before.version)
    if (input.defaultDepartmentId) {
      const department = call.of(directory).departments.get(input.defaultDepartmentId)
      if (!department) return refuseField('defaultDepartmentId', 'unknown_id')
      if (department.archived) return refuseField('defaultDepartmentId', 'archived')
    }
    const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    return done(deskTopic, settingsChanged(before, said))
  },
})

/** The database counts days too, and may know fewer zones than we do. */
async function isTimezone(tx: Db, name: string): Promise<boolean> {
  const { rows } = await sql`select from pg_timezone_names where name = ${name}`.execute(tx)
  return rows.length > 0
}

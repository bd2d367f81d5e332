import type { Db } from '../db.ts'
import type { Change } from '../steps.ts'

/** All that anybody is shown of a secret's value. */
const hidden = '••••••'

/** Which secrets these records have, and their hints, by record and name. */
export async function hintsOf(
  db: Db,
  ownerIds: readonly string[],
): Promise<ReadonlyMap<string, Record<string, { hint: string }>>> {
  const rows = await db
    .selectFrom('secrets')
    .select(['owner_id', 'name', 'hint'])
    .where('owner_id', '=', ({ fn, val }) => fn.any(val([...ownerIds])))
    .orderBy('name')
    .execute()
  const byOwner = new Map<string, Record<string, { hint: string }>>()
  for (const { owner_id, name, hint } of rows) byOwner.set(owner_id, { ...byOwner.get(owner_id), [name]: { hint } })
  return byOwner
}

/** Which secrets a record has. */
export async function secretNames(db: Db, ownerId: string): Promise<string[]> {
  const rows = await db.selectFrom('secrets').select('name').where('owner_id', '=', ownerId).execute()
  return rows.map(({ name }) => name)
}

/** That secrets were changed, for the history, which never holds their values. */
export const secretChanges = (texts: Readonly<Record<string, string | null>>, kept: readonly string[]): Change[] =>
  Object.entries(texts).map(([field, text]) => ({
    field,
    from: kept.includes(field) ? hidden : null,
    to: text === null ? null : hidden,
  }))

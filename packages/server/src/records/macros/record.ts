import type { Reading } from '../../kernel/kinds.ts'
import { directory, isOwn } from '../people/index.ts'
import type { OfferedRow } from './tables.ts'
import type { Use } from './uses.ts'

/** What the records of macros and canned replies have alike. */
export function offeredRecord(row: OfferedRow, use: Use, { picture, caller }: Reading) {
  const owner = picture.of(directory).agents.get(row.owner_id ?? '')
  return {
    id: row.id,
    name: row.name,
    audience: row.audience,
    departmentIds: row.department_ids,
    owner: owner ? { id: owner.id, name: owner.name } : null,
    own: isOwn(row, caller),
    ...use,
    archived: row.archived_at !== null,
    version: row.version,
  }
}

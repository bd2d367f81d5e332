import type { Records } from '@baton/contract'
import type { Present, Reading } from '../../../kernel/kinds.ts'
import { pageOfAll, read } from '../../../kernel/read.ts'
import type { RequestTypeRow } from '../tables.ts'
import { requestTypes } from './types.ts'

/** In order. Archived ones only when asked for. */
export const listRequestTypes = read('requestType.list', async (reading, input) => {
  const { all } = reading.picture.of(requestTypes)
  const { shown, nextCursor } = pageOfAll(input.archived ? all : all.filter(type => type.archived_at === null), input)
  return { items: shown.map(type => ({ ...record(type, reading) })), nextCursor }
})

export const presentRequestTypes: Present = async (reading, ids) => {
  const { all } = reading.picture.of(requestTypes)
  return ids.flatMap(id => all.filter(type => type.id === id).map(type => ({ ...record(type, reading) })))
}

const record = (row: RequestTypeRow, { caller }: Reading): Records['requestType'] => ({
  id: row.id,
  key: row.key,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  archived: row.archived_at !== null,
  version: row.version,
  allowed: row.archived_at ? [] : ['requestType.update', 'requestType.archive'].filter(name => caller.grants.may(name)),
})

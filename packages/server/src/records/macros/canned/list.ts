import { fold, type Records } from '@baton/contract'
import { sql } from 'kysely'
import type { Present, Reading } from '../../../kernel/kinds.ts'
import { pageOfAll, read } from '../../../kernel/read.ts'
import type { Row } from '../../../kernel/steps.ts'
import { type KeptFile, loadKept } from '../../files/index.ts'
import { isFor, mayChange, maySee, seenBy } from '../../people/index.ts'
import { offeredRecord } from '../record.ts'
import type { CannedReplyRow } from '../tables.ts'
import { type Use, usesOf } from '../uses.ts'

/** By name. Archived ones only when asked for. */
export const listCannedReplies = read('cannedReply.list', async (reading, input) => {
  const text = fold(input.text ?? '').trim()
  const { rows } = await sql<CannedReplyRow>`
    select o.* from canned_replies o where ${seenBy('cannedReply', reading.caller)}
      and ${input.archived ? sql`true` : sql`o.archived_at is null`}
      and ${text ? sql`strpos(o.folded, ${text}) > 0` : sql`true`}
    order by o.name, o.id`.execute(reading.db)
  const offered = input.mine ? rows.filter(row => isFor(row, reading.caller)) : rows
  const { shown, nextCursor } = pageOfAll(offered, input)
  return { items: await records(reading, shown), nextCursor }
})

export const presentCannedReplies: Present = async (reading, ids) => {
  const { rows } = await sql<CannedReplyRow>`
    select * from canned_replies where id = any(${[...ids]}::uuid[])`.execute(reading.db)
  const byId = new Map(rows.filter(row => maySee('cannedReply', row, reading.caller)).map(row => [row.id, row]))
  return records(
    reading,
    ids.flatMap(id => byId.get(id) ?? []),
  )
}

async function records(reading: Reading, rows: readonly CannedReplyRow[]): Promise<Row[]> {
  const ids = rows.map(({ id }) => id)
  const [use, files] = await Promise.all([
    usesOf(reading.db, ids, reading.now),
    loadKept(
      reading.db,
      rows.flatMap(row => row.file_ids),
    ),
  ])
  const byId = new Map(files.map(file => [file.id, file]))
  return rows.map(row => ({ ...record(row, use(row.id), byId, reading) }))
}

function record(
  row: CannedReplyRow,
  use: Use,
  files: ReadonlyMap<string, KeptFile>,
  reading: Reading,
): Records['cannedReply'] {
  return {
    ...offeredRecord(row, use, reading),
    shortcut: row.shortcut,
    body: row.body,
    attachments: row.file_ids.flatMap(id => {
      const file = files.get(id)
      return file ? [{ id, name: file.name, mediaType: file.mediaType, size: file.size }] : []
    }),
    allowed: allowedOn(row, reading),
  }
}

function allowedOn(row: CannedReplyRow, { caller }: Reading): string[] {
  const mine = mayChange('cannedReply', row, caller)
  if (row.archived_at) return mine ? ['cannedReply.restore'] : []
  return [
    ...(mine ? ['cannedReply.update', 'cannedReply.archive'] : []),
    ...(mine && caller.grants.may('cannedReply.publish') !== false ? ['cannedReply.publish'] : []),
    ...(isFor(row, caller) ? ['cannedReply.use'] : []),
  ]
}

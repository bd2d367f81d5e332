import type { PoolClient } from 'pg'
import type { Draft, EventDraft } from './draft.ts'
import type { Row } from './steps.ts'

/** Who did it and why: written on every event of the transaction. */
export interface Stamp {
  at: Date
  actorKind: string
  actorId: string | null
  actorName: string
  verb: string
  causeSeq: number | null
  depth: number
  requestId: string | null
}

export interface Runs {
  query: PoolClient['query']
}

/**
 * Writes a whole draft in one statement: one round trip, and without a surrounding transaction one commit.
 * Identifiers come from the code and the schema only; every value travels in a JSON parameter.
 */
export async function save(client: Runs, draft: Draft, stamp: Stamp): Promise<void> {
  const parts: string[] = []
  const values: string[] = []
  const part = (rows: readonly Row[], text: (recordset: string) => string, table: string) => {
    values.push(JSON.stringify(rows))
    parts.push(`s${values.length} as (${text(`json_populate_recordset(null::${table}, $${values.length}::json)`)})`)
  }

  for (const [table, rows] of draft.images) {
    for (const [columns, group] of updatesByColumns(rows.values())) {
      const names = columns.split(',')
      const assign = names.map(name => `${quote(name)} = r.${quote(name)}`).join(', ')
      part(group, from => `update ${quote(table)} t set ${assign} from ${from} r where t.id = r.id`, quote(table))
    }
  }
  for (const { table, where } of draft.removed) {
    const match = Object.keys(where)
      .map(name => `t.${quote(name)} = r.${quote(name)}`)
      .join(' and ')
    part([where], from => `delete from ${quote(table)} t using ${from} r where ${match}`, quote(table))
  }
  for (const [table, columns, rows] of byShape(draft.added)) {
    const list = columns.map(quote).join(', ')
    part(rows, from => `insert into ${quote(table)} (${list}) select ${list} from ${from}`, quote(table))
  }
  for (const { table, key, row } of draft.puts) {
    const columns = Object.keys(row)
    const list = columns.map(quote).join(', ')
    const update = columns
      .filter(name => !key.includes(name))
      .map(name => `${quote(name)} = excluded.${quote(name)}`)
      .join(', ')
    const then = update ? `do update set ${update}` : 'do nothing'
    part(
      [row],
      from => `insert into ${quote(table)} (${list}) select ${list} from ${from} on conflict (${key.map(quote).join(', ')}) ${then}`,
      quote(table),
    )
  }
  if (draft.reconfigures) parts.push('configured as (update configuration set version = version + 1)')
  if (draft.events.length > 0) {
    part(
      draft.events.map(event => eventRow(event, stamp)),
      from => `insert into events (${eventColumns}) select ${eventColumns} from ${from}`,
      'events',
    )
  }
  if (parts.length === 0) return
  await client.query(`with ${parts.join(', ')} select 1`, values)
}

const eventColumns =
  'at, type, topic_id, subject_id, actor_kind, actor_id, actor_name, verb, cause_seq, depth, request_id, payload'

const eventRow = (event: EventDraft, stamp: Stamp): Row => ({
  at: stamp.at,
  type: event.type,
  topic_id: event.topicId,
  subject_id: event.subjectId,
  actor_kind: stamp.actorKind,
  actor_id: stamp.actorId,
  actor_name: stamp.actorName,
  verb: stamp.verb,
  cause_seq: stamp.causeSeq,
  depth: stamp.depth,
  request_id: stamp.requestId,
  payload: event.payload,
})

function updatesByColumns(images: Iterable<{ after: Row; changed: Set<string> }>): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const { after, changed } of images) {
    if (changed.size === 0) continue
    const columns = [...changed].sort()
    const row: Row = { id: after.id }
    for (const column of columns) row[column] = after[column]
    const group = groups.get(columns.join(','))
    if (group) group.push(row)
    else groups.set(columns.join(','), [row])
  }
  return groups
}

function byShape(added: readonly { table: string; row: Row }[]): [string, string[], Row[]][] {
  const groups = new Map<string, [string, string[], Row[]]>()
  for (const { table, row } of added) {
    const columns = Object.keys(row).filter(column => row[column] !== undefined)
    const key = `${table}:${columns.join(',')}`
    const group = groups.get(key)
    if (group) group[2].push(row)
    else groups.set(key, [table, columns, [row]])
  }
  return [...groups.values()]
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

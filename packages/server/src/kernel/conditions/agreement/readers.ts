import { check, type PlainRecord, type Resolved } from '@baton/contract'
import { type Kysely, sql } from 'kysely'
import type { Columns } from '../columns.ts'
import { toSql, toTruth } from '../toSql.ts'
import type { Group, Thing } from './records.ts'
import { createTables, fieldsIn, joinedTables } from './table.ts'

export interface Comparison {
  holds: number
  fails: number
  /** The ids of records on which the readers differ, or on which SQL knows no answer. */
  differ: number[]
}

/** Asks memory and PostgreSQL the same of every record. */
export async function compare(
  db: Kysely<never>,
  things: readonly Thing[],
  condition: Resolved,
  columns: Columns,
): Promise<Comparison> {
  const found = await sql<{ id: number; truth: boolean | null; listed: boolean }>`
    select things.id, ${toTruth(condition, columns)} as truth, exists (select where ${toSql(condition, columns)}) as listed
    from ${joinedTables}`.execute(db)
  const answers = new Map(found.rows.map(row => [row.id, row]))
  const comparison: Comparison = { holds: 0, fails: 0, differ: [] }
  for (const { id, memory } of things) {
    const holds = check(condition, memory)
    comparison[holds ? 'holds' : 'fails']++
    const answer = answers.get(id)
    if (answer?.truth !== holds || answer.listed !== holds) comparison.differ.push(id)
  }
  return comparison
}

/** The smallest parts of a condition on which the readers differ. */
export async function culprits(
  db: Kysely<never>,
  things: readonly Thing[],
  condition: Resolved,
  columns: Columns,
): Promise<unknown[]> {
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  const inParts: unknown[] = []
  for (const part of parts) inParts.push(...(await culprits(db, things, part, columns)))
  if (inParts.length > 0) return inParts
  const { differ } = await compare(db, things, condition, columns)
  return differ.length === 0 ? [] : [{ condition, record: things.find(thing => thing.id === differ[0]) }]
}

export async function store(db: Kysely<never>, groups: readonly Group[], things: readonly Thing[]): Promise<void> {
  for (const create of createTables) await create.execute(db)
  await insert(db, 'groups', groups)
  await insert(db, 'things', things)
}

async function insert(db: Kysely<never>, table: string, records: readonly { row: PlainRecord }[]): Promise<void> {
  const json = JSON.stringify(records.map(record => record.row))
  const name = sql.table(table)
  await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${json}::jsonb)`.execute(db)
}

/** The same things as a record read back from the database shows them: times as Dates, numbers as text. */
export async function readBack(db: Kysely<never>): Promise<Thing[]> {
  const group = sql.join(fieldsIn('group').map(({ name, id }) => sql`groups.${sql.id(name)} as ${sql.id(id)}`))
  const { rows } = await sql<Record<string, unknown>>`select things.*, ${group} from ${joinedTables}`.execute(db)
  return rows.map(row => {
    const inGroup = Object.fromEntries(fieldsIn('group').map(({ name, id }) => [name, row[id]]))
    return { id: Number(row.id), row, memory: { ...row, group: inGroup } }
  })
}

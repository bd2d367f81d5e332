import { entriesOf, type FieldOwner } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import { jsonColumns } from '../../kernel/conditions/index.ts'
import type { Db } from '../../kernel/db.ts'
import type { Desk } from '../../kernel/desk.ts'
import { definitions, type Field } from './definitions.ts'

const tables = { ticket: 'tickets', customer: 'customers', company: 'companies' } as const satisfies Record<
  FieldOwner,
  string
>

/** `own_fields_` and the field's id: by it an index is known to be ours. */
const prefix = 'own_fields_'
const nameOf = ({ id }: Field): string => prefix + id.replaceAll('-', '')

/**
 * Makes the indexes that fields ask for and drops those that none asks for any more, each beside the work of the desk
 * (`concurrently`): of a million tickets one takes seconds. Only one process does it at a time, by what is wanted when its turn comes; what a crash has left
 * half-made is made anew. Answers what it has done.
 */
export async function settleIndexes(desk: Desk): Promise<{ made: string[]; dropped: string[] }> {
  return desk.db.connection().execute(async db => {
    await sql`select pg_advisory_lock(${lock})`.execute(db)
    try {
      return await settle(db, (await desk.configuration.current()).of(definitions).all)
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(db)
    }
  })
}

/** Any number, as long as every Baton takes the same. */
const lock = 8_172_675

async function settle(db: Db, fields: readonly Field[]): Promise<{ made: string[]; dropped: string[] }> {
  const { rows: there } = await sql<{ name: string; whole: boolean }>`
    select c.relname as name, i.indisvalid as whole from pg_index i join pg_class c on c.oid = i.indexrelid
    where starts_with(c.relname, ${prefix}) and pg_table_is_visible(c.oid)`.execute(db)
  const wanted = new Map(
    fields.filter(({ indexed, archived }) => indexed && !archived).map(field => [nameOf(field), field]),
  )
  const dropped = there.filter(({ name, whole }) => !whole || !wanted.has(name)).map(({ name }) => name)
  for (const name of dropped) await sql`drop index concurrently if exists ${sql.id(name)}`.execute(db)
  const whole = new Set(there.filter(one => one.whole).map(({ name }) => name))
  const made = [...wanted].filter(([name]) => !whole.has(name))
  for (const [name, field] of made)
    await sql`create index concurrently if not exists ${sql.id(name)} on ${sql.table(tables[field.of])} ${indexedBy(field)}`.execute(
      db,
    )
  return { made: made.map(([name]) => name), dropped }
}

/** The expression by which conditions find it: written once, by what writes the conditions. */
function indexedBy(field: Field): RawBuilder<unknown> {
  const [column] = Object.values(
    jsonColumns(entriesOf(field), 'fields.', { values: sql`fields`, folded: sql`fields_folded` }),
  )
  if (!column) throw new Error(`${field.key} cannot have an index`)
  return column.type === 'jsonb' ? sql`using gin ((${column.sql}))` : sql`((${column.sql}))`
}

import pg from 'pg'

/** The public schema as SQL, read from the catalogue: in the order of names, so that the same schema is the same text. */
export async function schemaOf(connectionString: string): Promise<string> {
  const client = new pg.Client(connectionString)
  await client.connect()
  try {
    // Names are written with their schema unless it is on the path.
    await client.query('set search_path to public')
    const linesOf = async (text: string): Promise<string[]> =>
      (await client.query<{ line: string }>(text)).rows.map(({ line }) => line)
    const parts = [
      await linesOf(sequences),
      await linesOf(functions),
      ...(await tablesOf(client)),
      await linesOf(constraints),
      await linesOf(indexes),
      await linesOf(triggers),
    ]
    const head = '-- The schema as the migrations leave it. Made by `npm run generate`; changes go into `migrations/`.'
    return `${[head, ...parts.filter(part => part.length > 0).map(part => part.join('\n'))].join('\n\n')}\n`
  } finally {
    await client.end()
  }
}

const sequences = `
  select format('create sequence %I;', relname) as line from pg_class
  where relkind = 'S' and relnamespace = 'public'::regnamespace order by relname collate "C"`

const functions = `
  select pg_get_functiondef(oid) || ';' as line from pg_proc
  where pronamespace = 'public'::regnamespace order by proname collate "C"`

interface Column {
  table_name: string
  partition_by: string | null
  partition_of: string | null
  bound: string | null
  line: string
}

/** Columns in the order in which they were made, as a new one comes last. */
const columns = `
  select c.relname as table_name,
    case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partition_by,
    (select i.inhparent::regclass::text from pg_inherits i where i.inhrelid = c.oid) as partition_of,
    pg_get_expr(c.relpartbound, c.oid) as bound,
    concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
      case when a.attcollation <> t.typcollation then 'collate ' || (select quote_ident(collname) from pg_collation where oid = a.attcollation) end,
      case when a.attnotnull then 'not null' end,
      case when a.attgenerated = 's' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
        when d.adbin is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end) as line
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
  order by c.relname collate "C", a.attnum`

async function tablesOf(client: pg.Client): Promise<string[][]> {
  const { rows } = await client.query<Column>(columns)
  return [...Map.groupBy(rows, row => row.table_name).values()].map(of => {
    const [{ table_name: name, partition_by, partition_of, bound }] = of as [Column]
    if (partition_of) return [`create table ${name} partition of ${partition_of} ${bound};`]
    const lines = of.map(({ line }, at) => `  ${line}${at < of.length - 1 ? ',' : ''}`)
    return [`create table ${name} (`, ...lines, partition_by ? `) partition by ${partition_by};` : ');']
  })
}

/** `not null` stands at its column; what a partition has from its parent is not said again. */
const constraints = `
  select format('alter table %s add constraint %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
  from pg_constraint
  where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'c', 'f', 'x') and conparentid = 0 and conislocal
  order by contype = 'f', conrelid::regclass::text collate "C", conname collate "C"`

const indexes = `
  select pg_get_indexdef(i.indexrelid) || ';' as line
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
    and not exists (select from pg_inherits where inhrelid = i.indexrelid)
  order by c.relname collate "C"`

const triggers = `
  select pg_get_triggerdef(oid) || ';' as line from pg_trigger
  where not tgisinternal and tgparentid = 0 order by tgrelid::regclass::text collate "C", tgname collate "C"`

import pg from 'pg'
import { startPostgres } from '../../kernel/postgres/index.ts'
import { fill } from './fill.ts'
import { client, forSeconds, quantile } from './load.ts'
import { removeFolder, signIn, startServer, temporaryFolder } from './server.ts'

export interface OwnFieldFigures {
  tickets: number
  fields: number
  /** Milliseconds a page of the open list takes, median: before there are any own fields, and with all of them filled in. */
  none: number
  all: number
  /** With five of them among the view's columns. */
  shown: number
  /** Found by an indexed one, and by one without an index. */
  indexed: number
  plain: number
  /** Median and worst of the counts of that many views at once, asked for the first time. */
  views: number
  countP50: number
  countMost: number
}

const fieldCount = 200
const seconds = 8
const viewCount = 1000
const asked = 50

/** What two hundred own fields cost the lists that do not show them, and how long the counts of a thousand views take. */
export async function benchOwnFields(quick: boolean): Promise<OwnFieldFigures> {
  const folder = await temporaryFolder()
  const database = await startPostgres({ dataDir: folder })
  const server = await startServer(folder, 4700 + (process.pid % 90), database.connectionString)
  try {
    const tickets = quick ? 50_000 : 1_000_000
    const authorization = `Bearer ${await signIn(server.base)}`
    const web = client(server.base, 2)
    const post = (name: string, body: object) => web.post(`/api/v1/${name}`, body, { authorization })
    const p50 = async (name: string, body: object) => {
      const once = async () => (await post(name, body)).status === 200
      await forSeconds(2, 1, once)
      return quantile((await forSeconds(seconds, 1, once)).times, 0.5)
    }
    await fill(database.connectionString, tickets)
    const open = { view: 'public.open' }
    const none = await p50('ticket.list', open)

    for (let n = 0; n < fieldCount; n++) {
      const spec = kinds[n % kinds.length]
      const made = await post('field.create', { key: `b${n}`, name: `字段${n}`, spec, indexed: n === 0 })
      if (made.status !== 200) throw new Error(made.body)
    }
    const pool = new pg.Pool({ connectionString: database.connectionString, max: 1 })
    // Those that lists show, and as many closed ones: all of a million would only fill the disk.
    await pool.query(
      `update tickets set fields = filled.fields, fields_folded = filled.folded
       from (select jsonb_object_agg('b' || n, case n % 3 when 0 then to_jsonb('值' || n) when 1 then to_jsonb(n * 1.5) else to_jsonb('a'::text) end) as fields,
               jsonb_object_agg('b' || n, '值' || n) filter (where n % 3 = 0) as folded
             from generate_series(0, $1::int - 1) n) filled
       where not is_done or id in (select id from tickets where is_done order by created_at desc limit 50000)`,
      [fieldCount],
    )
    await pool.query(`update tickets set fields = fields || jsonb_build_object('b0', number),
      fields_folded = fields_folded || jsonb_build_object('b0', lower(number)) where fields_folded ? 'b3'`)
    const { rows } = await pool.query<{ number: string }>(
      `select number from tickets where fields_folded ? 'b3' order by id limit 1`,
    )
    await pool.query('vacuum analyze tickets')
    const all = await p50('ticket.list', open)
    const columns = ['fields.b0', 'fields.b1', 'fields.b2', 'fields.b3', 'fields.b4']
    const shown = await p50('ticket.list', { ...open, columns })
    const indexed = await p50('ticket.list', {
      where: { field: 'fields.b0', op: 'is', value: rows[0]?.number },
      columns: [],
    })
    const plain = await p50('ticket.list', {
      where: {
        all: [
          { field: 'open', op: 'is', value: true },
          { field: 'fields.b3', op: 'is', value: '值3' },
        ],
      },
      columns: [],
    })

    const ids = await makeViews(pool)
    const times: number[] = []
    for (let at = 0; at < ids.length; at += asked) {
      const start = performance.now()
      const answer = await post('ticket.counts', { views: ids.slice(at, at + asked) })
      if (answer.status !== 200) throw new Error(answer.body)
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    await pool.end()
    web.close()
    return {
      tickets,
      fields: fieldCount,
      none,
      all,
      shown,
      indexed,
      plain,
      views: viewCount,
      countP50: quantile(times, 0.5),
      countMost: times.at(-1) ?? 0,
    }
  } finally {
    await server.stop()
    await database.stop()
    await removeFolder(folder)
  }
}

const kinds = [
  { kind: 'text' },
  { kind: 'number', decimals: 1 },
  {
    kind: 'choice',
    options: [
      { key: 'a', name: '甲' },
      { key: 'b', name: '乙' },
    ],
  },
]

/** Published views as desks have them: what is open, of a department, of an urgency, by an own field, long overdue. */
async function makeViews(pool: pg.Pool): Promise<string[]> {
  const open = { field: 'open', op: 'is', value: true }
  const parts = [
    { field: 'urgency', op: 'is', value: 'critical' },
    { field: 'assigneeId', op: 'isEmpty' },
    { field: 'dueAt', op: 'withinNext', value: 'PT4H' },
    { field: 'fields.b2', op: 'is', value: 'a' },
    { field: 'breachedAt', op: 'isNotEmpty' },
  ]
  const { rows } = await pool.query<{ id: string }>(
    `insert into views (id, section, name, conditions, sorting, position, audience, created_at)
     select gen_random_uuid(), 'public', '视图' || n, jsonb_build_object('all', jsonb_build_array($1::jsonb, $2::jsonb -> (n % 5))),
       '[]', 1000, 'everyone', now() from generate_series(1, $3) n returning id`,
    [JSON.stringify(open), JSON.stringify(parts), viewCount],
  )
  return rows.map(({ id }) => id)
}

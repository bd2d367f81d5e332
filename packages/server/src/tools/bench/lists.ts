import pg from 'pg'
import { client, forSeconds, quantile } from './load.ts'

export interface ListResult {
  tickets: number
  listP50: number
  listP99: number
  getP50: number
  getP99: number
  /** The view whose first page takes longest, and the order of all tickets that does. */
  slowest: { name: string; p50: number }
}

const seconds = 15
const concurrency = 2

/** The open list's first page, and single tickets at random, through HTTP. Milliseconds. */
export async function benchLists(base: string, token: string, connectionString: string): Promise<ListResult> {
  const authorization = `Bearer ${token}`
  const web = client(base, concurrency)
  const pool = new pg.Pool({ connectionString, max: 1 })
  const { rows } = await pool.query<{ id: string }>('select id from tickets order by md5(id::text) limit 2000')
  const total = await pool.query<{ n: string }>('select count(*) as n from tickets')
  await pool.end()
  const list = async () =>
    (await web.post('/api/v1/ticket.list', { view: 'public.open' }, { authorization })).status === 200
  const get = async (n: number) => {
    const id = rows[n % rows.length]?.id
    return (await web.post('/api/v1/ticket.get', { id }, { authorization })).status === 200
  }
  await forSeconds(2, concurrency, list)
  const lists = await forSeconds(seconds, concurrency, list)
  await forSeconds(2, concurrency, get)
  const gets = await forSeconds(seconds, concurrency, get)
  const slowest = await slowestOf(
    async body => {
      const answer = await web.post('/api/v1/ticket.list', body, { authorization })
      return answer.status === 200
    },
    await viewsOf(base, authorization),
  )
  web.close()
  return {
    tickets: Number(total.rows[0]?.n),
    listP50: quantile(lists.times, 0.5),
    listP99: quantile(lists.times, 0.99),
    getP50: quantile(gets.times, 0.5),
    getP99: quantile(gets.times, 0.99),
    slowest,
  }
}

async function viewsOf(base: string, authorization: string): Promise<string[]> {
  const headers = { 'content-type': 'application/json', authorization }
  const answer = await fetch(`${base}/api/v1/view.list`, { method: 'POST', headers, body: '{}' })
  return ((await answer.json()) as { items: { key: string }[] }).items.map(({ key }) => key)
}

const orders = ['urgency', 'createdAt', 'updatedAt', 'dueAt']

/** Every shipped view in its own order, and all tickets in every order, a second each. */
async function slowestOf(
  list: (body: object) => Promise<boolean>,
  views: readonly string[],
): Promise<{ name: string; p50: number }> {
  const bodies = [
    ...views.map(view => ({ name: view, body: { view } })),
    ...orders.map(field => ({
      name: `public.all by ${field}`,
      body: { view: 'public.all', order: [{ field, direction: 'desc' }] },
    })),
  ]
  const found: { name: string; p50: number }[] = []
  for (const { name, body } of bodies) {
    const { times } = await forSeconds(1, 1, () => list(body))
    found.push({ name, p50: quantile(times, 0.5) })
  }
  return found.sort((a, b) => b.p50 - a.p50)[0] ?? { name: 'none', p50: 0 }
}

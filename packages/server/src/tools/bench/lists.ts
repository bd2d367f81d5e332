import pg from 'pg'
import { client, forSeconds, quantile } from './load.ts'

export interface ListResult {
  tickets: number
  listP50: number
  listP99: number
  getP50: number
  getP99: number
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
  web.close()
  return {
    tickets: Number(total.rows[0]?.n),
    listP50: quantile(lists.times, 0.5),
    listP99: quantile(lists.times, 0.99),
    getP50: quantile(gets.times, 0.5),
    getP99: quantile(gets.times, 0.99),
  }
}

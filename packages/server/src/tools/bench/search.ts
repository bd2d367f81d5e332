import pg from 'pg'
import { client, forSeconds, quantile } from './load.ts'
import { drained, opening } from './open.ts'
import { englishWords, sentences } from './phrases.ts'

export interface SearchResult {
  tickets: number
  /** Milliseconds by what is looked for. */
  times: { name: string; p50: number; p99: number }[]
  indexMiB: number
  tableMiB: number
}

const seconds = 8
const lanes = 2

/** First pages of searches through HTTP, each time for another word of its class, as somebody types them. */
export async function benchSearch(base: string, token: string, connectionString: string): Promise<SearchResult> {
  const authorization = `Bearer ${token}`
  const web = client(base, lanes)
  const pool = new pg.Pool({ connectionString, max: 1 })
  const { rows } = await pool.query<{ n: number; customers: number; index: string; whole: string }>(
    `select (select count(*)::int from tickets where number like 'B%') as n,
       (select count(*)::int from contact_points where value like '+86139%') as customers, pg_relation_size('ticket_words_words') as index,
       pg_total_relation_size('ticket_words') as whole`,
  )
  await pool.end()
  const { n: tickets = 0, customers = 1, index = '0', whole = '0' } = rows[0] ?? {}
  const times: SearchResult['times'] = []
  for (const [name, word] of classes(tickets, Math.min(tickets, customers))) {
    const search = async (at: number) => {
      const answer = await web.post('/api/v1/ticket.search', { text: word(at), limit: 20 }, { authorization })
      return answer.status === 200
    }
    await forSeconds(1, lanes, search)
    const run = await forSeconds(seconds, lanes, search)
    times.push({ name, p50: quantile(run.times, 0.5), p99: quantile(run.times, 0.99) })
  }
  web.close()
  return { tickets, times, indexMiB: Number(index) / 2 ** 20, tableMiB: Number(whole) / 2 ** 20 }
}

type Class = readonly [name: string, word: (n: number) => string]

/** The filled tickets are numbered, so that words that stand somewhere are known. */
function classes(tickets: number, customers: number): Class[] {
  const any = (n: number) => (n * 7919) % tickets
  const pair = (n: number) => {
    const sentence = sentences[(n * 31) % 1999] ?? ''
    return sentence.slice(n % 10, (n % 10) + 2)
  }
  return [
    ['a common two-character word', n => ['洗衣', '空调', '冰箱', '漏水', '黑屏', '发票'][n % 6] ?? ''],
    ['a rare two-character word', pair],
    ['a longer word', n => (sentences[n % 1999] ?? '').slice(2, 6)],
    ['two words', n => `${['漏水', '黑屏'][n % 2]} ${pair(n)}`],
    ['one character', n => ['漏', '屏', '票'][n % 3] ?? ''],
    ['last four digits', n => String(((n % customers) * 7919) % 10_000).padStart(4, '0')],
    ['an order number', n => `JD${20_260_000_000 + any(n)}`],
    ['an English word', n => englishWords[n % englishWords.length] ?? ''],
    ['a customer and a word', n => `客户:${['李雷', '王芳'][n % 2]} 漏水`],
    ['a filter and a word', n => `状态:未分派 ${['漏水', '空调'][n % 2]}`],
  ]
}

export interface SearchCost {
  on: number
  off: number
  /** `ticket.open` a second with the index kept, as a share of without; at least 0.8 is wanted. */
  ratio: number
  drainedAfter: number
}

/**
 * `ticket.open` with the index kept and without, in turns so that drift hits both. Without: the follower's cursor stands
 * beyond every event while the server starts, so that it finds nothing to read.
 */
export async function benchSearchCost(
  start: () => Promise<{ base: string; token: string; stop(): Promise<void> }>,
  connectionString: string,
  turn: number,
): Promise<SearchCost> {
  const pool = new pg.Pool({ connectionString, max: 1 })
  const rates = { on: [] as number[], off: [] as number[] }
  let drainedAfter = 0
  for (const which of ['off', 'on', 'off', 'on'] as const) {
    await pool.query(which === 'off' ? beyondText : nowText)
    const server = await start()
    const web = client(server.base, 16)
    const open = opening(web, server.token)
    await forSeconds(3, 16, open)
    rates[which].push((await forSeconds(turn, 16, open)).rate)
    if (which === 'on') drainedAfter = Math.max(drainedAfter, await drained(pool))
    web.close()
    await server.stop()
  }
  await pool.query(nowText)
  await pool.end()
  const mean = (of: number[]) => of.reduce((sum, rate) => sum + rate, 0) / of.length
  return { on: mean(rates.on), off: mean(rates.off), ratio: mean(rates.on) / mean(rates.off), drainedAfter }
}

const beyondText = `update followers set lo = '9000000000000000000', hi = '9000000000000000000', seq = 0 where name = 'search'`
const nowText = `update followers set lo = x, hi = x, seq = 0 from (select pg_snapshot_xmin(pg_current_snapshot()) as x) now_read where name = 'search'`

import pg from 'pg'
import { client, forSeconds, quantile, type Run } from './load.ts'
import { body, plainTransactions, subject } from './plain.ts'

export interface OpenResult {
  plain: Run
  open: Run
  /** `ticket.open` through HTTP as a share of the plain transaction's rate; at least 0.5 is wanted. */
  ratio: number
  /** Seconds after the end until every follower had read everything. */
  drainedAfter: number
  /** Statements and commits in the database for each ticket, everything that follows included. */
  statementsPerTicket: number
  commitsPerTicket: number
  medianMs: number
  p99Ms: number
}

/** `ticket.open` through HTTP with everything on, against plain transactions, in turns so that drift hits both. */
export async function benchOpen(
  base: string,
  token: string,
  connectionString: string,
  seconds: number,
): Promise<OpenResult> {
  const concurrency = 16
  const web = client(base, concurrency)
  const openOne = opening(web, token)
  await forSeconds(3, concurrency, openOne)
  const half = Math.max(2, Math.round(seconds / 4))
  const first = await plainTransactions(connectionString, half, concurrency)
  const admin = new pg.Pool({ connectionString, max: 1 })
  const before = await countersOf(admin, base)
  const open = await forSeconds(seconds, concurrency, openOne)
  const drainedAfter = await drained(admin)
  const after = await countersOf(admin, base)
  const second = await plainTransactions(connectionString, half, concurrency)
  await admin.end()
  web.close()
  const plain = {
    ...first,
    done: first.done + second.done,
    seconds: first.seconds + second.seconds,
    rate: (first.rate + second.rate) / 2,
  }
  return {
    plain,
    open,
    ratio: open.rate / plain.rate,
    drainedAfter,
    statementsPerTicket: (after.statements - before.statements) / open.done,
    commitsPerTicket: (after.commits - before.commits) / open.done,
    medianMs: quantile(open.times, 0.5),
    p99Ms: quantile(open.times, 0.99),
  }
}

/** Opens one ticket through HTTP; true when it is open. */
export const opening = (web: ReturnType<typeof client>, token: string) => async (n: number) => {
  const input = {
    subject,
    body,
    channel: 'api',
    requester: { name: '李雷', phone: `138${String(10_000_000 + (n % 50_000)).padStart(8, '0')}` },
    urgency: n % 10 === 0 ? 'urgent' : 'normal',
  }
  return (await web.post('/api/v1/ticket.open', input, { authorization: `Bearer ${token}` })).status === 200
}

async function countersOf(pool: pg.Pool, base: string): Promise<{ commits: number; statements: number }> {
  await pool.query('select pg_stat_clear_snapshot()')
  const { rows } = await pool.query(
    'select xact_commit::int8 as commits from pg_stat_database where datname = current_database()',
  )
  const metrics = await (await fetch(`${base}/metrics`)).text()
  return {
    commits: Number(rows[0].commits),
    statements: Number(/^baton_database_statements_total (\d+)/m.exec(metrics)?.[1]),
  }
}

const mostWait = 600_000

/** Waits until every follower has read everything. Seconds. */
export async function drained(pool: pg.Pool): Promise<number> {
  const start = performance.now()
  for (;;) {
    const { rows } = await pool.query(
      'select exists (select 1 from followers f where exists (select 1 from events e where e.xid >= f.hi)) as behind',
    )
    if (!rows[0].behind || performance.now() - start > mostWait) return (performance.now() - start) / 1000
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

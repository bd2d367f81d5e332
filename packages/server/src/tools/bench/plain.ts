import pg from 'pg'
import { forSeconds, type Run } from './load.ts'

/** What the database itself can do: a plain transaction of three rows (ticket, message, event), with the same lanes. */
export async function plainTransactions(connectionString: string, seconds: number, concurrency: number): Promise<Run> {
  const pool = new pg.Pool({ connectionString, max: concurrency })
  await pool.query(`
    drop schema if exists bench_plain cascade;
    create schema bench_plain;
    create table bench_plain.tickets (id uuid primary key, number bigserial, subject text, status text, created_at timestamptz);
    create table bench_plain.messages (id uuid primary key, ticket_id uuid references bench_plain.tickets, body text, created_at timestamptz);
    create index on bench_plain.messages (ticket_id);
    create table bench_plain.events (seq bigserial primary key, ticket_id uuid, type text, payload jsonb, at timestamptz);
    create index on bench_plain.events (ticket_id)`)
  const run = await forSeconds(seconds, concurrency, async () => {
    const client = await pool.connect()
    const id = crypto.randomUUID()
    try {
      await client.query('begin')
      await client.query({
        name: 't',
        text: `insert into bench_plain.tickets values ($1, default, $2, 'new', now())`,
        values: [id, subject],
      })
      await client.query({
        name: 'm',
        text: 'insert into bench_plain.messages values ($1, $2, $3, now())',
        values: [crypto.randomUUID(), id, body],
      })
      await client.query({
        name: 'e',
        text: `insert into bench_plain.events values (default, $1, 'ticket.opened', $2, now())`,
        values: [id, { to: id }],
      })
      await client.query('commit')
      return true
    } finally {
      client.release()
    }
  })
  await pool.query('drop schema bench_plain cascade')
  await pool.end()
  return run
}

export const subject = '洗衣机脱水时异响,已经报修两次'
export const body =
  '您好,我家的洗衣机(型号 XQG100)脱水时声音非常大,上周报修过一次,师傅来看过说正常,但现在更响了,麻烦尽快处理。'.repeat(2)

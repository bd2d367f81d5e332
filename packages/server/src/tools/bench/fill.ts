import pg from 'pg'
import { drained } from './open.ts'

/**
 * Fills the desk with tickets up to a number, written straight into the tables: 95 of 100 are closed, spread over three
 * years, departments, customers and urgencies, each with two messages and its events. For measuring, not for the demo.
 */
export async function fill(connectionString: string, upTo: number): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 1 })
  const { rows } = await pool.query<{ n: string }>('select count(*) as n from tickets')
  const have = Number(rows[0]?.n)
  await pool.query(customersText, [Math.max(1000, Math.round(upTo / 10))])
  for (let from = have; from < upTo; from += chunk) {
    const to = Math.min(upTo, from + chunk)
    await pool.query(ticketsText, [from, to])
    await pool.query(messagesText, [from, to])
    await pool.query(eventsText, [from, to])
  }
  await pool.query('vacuum analyze tickets')
  await pool.query('vacuum analyze messages')
  await pool.query('analyze')
  await drained(pool)
  await pool.end()
}

const chunk = 50_000
/** The same id for the same number, so that chunks can refer to each other; a UUID by its form, as the API wants them. */
const idOf = (kind: string, n: string) =>
  `overlay(overlay(md5('${kind}' || ${n}) placing '8' from 13) placing 'a' from 17)::uuid`

const customersText = `
  insert into customers (id, name, name_folded, created_at, updated_at)
  select ${idOf('customer', 'n')}, '客户' || n, '客户' || n, now(), now() from generate_series(0, $1::int - 1) n
  on conflict do nothing`

const ticketsText = `
  insert into tickets (id, number, subject, subject_folded, status, urgency, urgency_rank, channel, department_id, customer_id,
    creator_kind, message_count, public_seq, last_words, submitted_at, created_at, updated_at, due_at, breached_at, solved_at, closed_at)
  select ${idOf('ticket', 'n')}, 'B' || lpad(n::text, 9, '0'), '洗衣机脱水异响 ' || n, '洗衣机脱水异响 ' || n,
    case when n % 20 = 0 then 'new' else 'closed' end,
    case when n % 50 = 0 then 'critical' when n % 10 = 0 then 'urgent' else 'normal' end,
    case when n % 50 = 0 then 0 when n % 10 = 0 then 1 else 2 end,
    'email', (select id from departments order by id limit 1),
    ${idOf('customer', '(n % 1000)')}, 'outside', 2, 2, '您好,请问处理得怎么样了?',
    at, at, at + interval '2 hours',
    case when n % 20 = 0 then at + interval '4 hours' end, case when n % 400 = 0 then at + interval '4 hours' end,
    case when n % 20 = 0 then null else at + interval '2 hours' end, case when n % 20 = 0 then null else at + interval '3 days' end
  from generate_series($1::int, $2::int - 1) n, lateral (select now() - (n % 1100) * interval '1 day' - (n % 86400) * interval '1 second' as at) t`

const messagesText = `
  insert into messages (id, ticket_id, seq, kind, channel, author_kind, author_name, body, created_at)
  select ${idOf('message', "n || ':' || seq")}, ${idOf('ticket', 'n')}, seq, case seq when 1 then 'customer' else 'reply' end,
    'email', 'outside', '客户', '脱水时声音非常大,麻烦尽快处理。', now()
  from generate_series($1::int, $2::int - 1) n, generate_series(1, 2) seq`

/** The first shows the first message; the others are heard by nobody. */
const eventsText = `
  insert into events (at, type, topic_id, subject_id, actor_kind, actor_name, verb, payload)
  select now() - interval '30 days', type, ${idOf('ticket', 'n')}, ${idOf('ticket', 'n')}, 'system', 'bench', 'ticket.open',
    case type when 'ticket.opened' then jsonb_build_object('channel', 'email', 'urgency', 'normal', 'messageId', ${idOf('message', "n || ':1'")}) else '{}' end
  from generate_series($1::int, $2::int - 1) n, unnest(array['ticket.opened', 'bench.replied', 'bench.closed']) type`

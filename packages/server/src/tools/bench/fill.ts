import pg from 'pg'
import { fillWords } from './fill-words.ts'
import { drained } from './open.ts'
import { englishWords, names, sentences, subjects } from './phrases.ts'

/**
 * Fills the desk with tickets up to a number, written straight into the tables: 95 of 100 are closed, spread over three
 * years, departments, customers and urgencies, each with two messages and its events. For measuring, not for the demo.
 */
export async function fill(connectionString: string, upTo: number): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 1 })
  const { rows } = await pool.query<{ n: string }>('select count(*) as n from tickets')
  const have = Number(rows[0]?.n)
  const customers = Math.max(1000, Math.round(upTo / 10))
  await fillCustomers(pool, customers)
  await pool.query(phonesText, [customers])
  for (let from = have; from < upTo; from += chunk) {
    const to = Math.min(upTo, from + chunk)
    await pool.query(ticketsText, [from, to, subjects, customers])
    await pool.query(messagesText, [from, to, sentences, englishWords])
  }
  // Before anybody hears of them: who keeps the index finds nothing left to do.
  await fillWords(connectionString, have, upTo)
  for (let from = have; from < upTo; from += chunk) await pool.query(eventsText, [from, Math.min(upTo, from + chunk)])
  await pool.query('vacuum analyze tickets')
  await pool.query('vacuum analyze messages')
  await pool.query('analyze')
  await drained(pool)
  await pool.end()
}

/** Fills the desk with customers up to a number, each with a telephone. */
export async function fillPeople(connectionString: string, upTo: number): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 1 })
  await fillCustomers(pool, upTo)
  await pool.query(phonesText, [upTo])
  await pool.query('vacuum analyze customers')
  await pool.query('vacuum analyze contact_points')
  await pool.end()
}

export const fillCustomers = (pool: pg.Pool, upTo: number) => pool.query(customersText, [upTo, names])

const chunk = 50_000
/** The same id for the same number, so that chunks can refer to each other; a UUID by its form, as the API wants them. */
export const idOf = (kind: string, n: string) =>
  `overlay(overlay(md5('${kind}' || ${n}) placing '8' from 13) placing 'a' from 17)::uuid`

const customersText = `
  insert into customers (id, name, name_folded, created_at, updated_at)
  select ${idOf('customer', 'n')}, name, name, now(), now()
  from generate_series(0, $1::int - 1) n, lateral (select ($2::text[])[n % 10 + 1] as name) named
  on conflict do nothing`

/** Every ten-thousandth ends in the same four digits. */
const phonesText = `
  insert into contact_points (kind, value, customer_id)
  select 'phone', '+86139' || lpad((n::bigint * 7919 % 100000000)::text, 8, '0'), ${idOf('customer', 'n')}
  from generate_series(0, $1::int - 1) n on conflict do nothing`

const ticketsText = `
  insert into tickets (id, number, subject, subject_folded, status, urgency, urgency_rank, channel, department_id, customer_id,
    creator_kind, message_count, public_seq, last_words, submitted_at, created_at, updated_at, due_at, breached_at, solved_at, closed_at)
  select ${idOf('ticket', 'n')}, 'B' || lpad(n::text, 9, '0'), subject, subject,
    case when n % 20 = 0 then 'new' else 'closed' end,
    case when n % 50 = 0 then 'critical' when n % 10 = 0 then 'urgent' else 'normal' end,
    case when n % 50 = 0 then 0 when n % 10 = 0 then 1 else 2 end,
    'email', (select id from departments order by id limit 1),
    ${idOf('customer', '(n % 100000 % $4::int)')}, 'outside', 2, 2, '您好,请问处理得怎么样了?',
    at, at, at + interval '2 hours',
    case when n % 20 = 0 then at + interval '4 hours' end, case when n % 400 = 0 then at + interval '4 hours' end,
    case when n % 20 = 0 then null else at + interval '2 hours' end, case when n % 20 = 0 then null else at + interval '3 days' end
  from generate_series($1::int, $2::int - 1) n, lateral (select now() - (n % 1100) * interval '1 day' - (n % 86400) * interval '1 second' as at,
    ($3::text[])[n % 97 + 1] as subject) t`

const messagesText = `
  insert into messages (id, ticket_id, seq, kind, channel, author_kind, author_name, body, created_at)
  select ${idOf('message', "n || ':' || seq")}, ${idOf('ticket', 'n')}, seq, case seq when 1 then 'customer' else 'reply' end,
    'email', 'outside', '客户', case seq
      when 1 then ($3::text[])[n % 1999 + 1] || '，' || ($3::text[])[n * 7 % 2000 + 1] || '，订单 JD' || (20260000000 + n)
      else ($3::text[])[n * 13 % 2000 + 1] || '，' || ($4::text[])[(n + n / 1100) % 20 + 1] end, now()
  from generate_series($1::int, $2::int - 1) n, generate_series(1, 2) seq`

/** The first shows the first message; the others are heard by nobody. */
const eventsText = `
  insert into events (at, type, topic_id, subject_id, actor_kind, actor_name, verb, payload)
  select now() - interval '30 days', type, ${idOf('ticket', 'n')}, ${idOf('ticket', 'n')}, 'system', 'bench', 'ticket.open',
    case type when 'ticket.opened' then jsonb_build_object('channel', 'email', 'urgency', 'normal', 'messageId', ${idOf('message', "n || ':1'")}) else '{}' end
  from generate_series($1::int, $2::int - 1) n, unnest(array['ticket.opened', 'bench.replied', 'bench.closed']) type`

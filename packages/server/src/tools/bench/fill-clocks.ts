import pg from 'pg'
import { fillCustomers, idOf } from './fill.ts'
import { drained } from './open.ts'
import { subjects } from './phrases.ts'

/**
 * Fills the desk with open tickets, each in somebody's hand, with the one clock that the shipped policy gives it and the
 * timer of that clock: the first is due in two hours, the last a day after now. The log tells only of the first `told`,
 * which are the ones to fall due: whoever keeps figures of a ticket must have heard that it was opened.
 */
export async function fillClocks(connectionString: string, count: number, told: number): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 1 })
  await fillCustomers(pool, customers)
  await pool.query(agentsText)
  for (let from = 0; from < count; from += chunk) {
    const to = Math.min(count, from + chunk)
    await pool.query(ticketsText, [from, to, count, subjects])
    await pool.query(clocksText, [from, to])
    await pool.query(timersText, [from, to])
  }
  await pool.query(eventsText, [told])
  await pool.query('vacuum analyze tickets, clocks, timers')
  await drained(pool)
  await pool.end()
}

/** Some of the tickets that were filled. */
export interface Some {
  from: number
  count: number
}

/** Moves due times: the first of these is due at `begin`, each other so many milliseconds after the one before. */
export async function makeDue(pool: pg.Pool, { from, count }: Some, begin: Date, apart: number): Promise<void> {
  await pool.query(dueText, [from, from + count, begin, apart])
}

const chunk = 50_000
const customers = 1000
const agents = 100
const ticket = idOf('ticket', 'n')

const agentsText = `
  with made as (
    insert into agents (id, employee_no, login, name, department_ids, role_ids, presence_at, created_at)
    select ${idOf('agent', 'n')}, 'B' || n, 'b' || n, '王芳', array(select id from departments order by id limit 1),
      array(select id from roles where key = 'agent'), now(), now()
    from generate_series(0, ${agents - 1}) n)
  update configuration set version = version + 1`

const ticketsText = `
  insert into tickets (id, number, subject, subject_folded, status, urgency, urgency_rank, channel, department_id, assignee_id,
    customer_id, creator_kind, message_count, public_seq, waiting_since, submitted_at, created_at, updated_at, due_at)
  select ${ticket}, 'B' || lpad(n::text, 9, '0'), subject, subject, 'assigned', 'normal', 2, 'email',
    (select id from departments order by id limit 1), ${idOf('agent', `(n % ${agents})`)}, ${idOf('customer', `(n % ${customers})`)},
    'outside', 1, 1, at, at, at, at, at + interval '1 day'
  from generate_series($1::int, $2::int - 1) n, lateral (
    select now() - interval '22 hours' * (1 - n / $3::float8) as at, ($4::text[])[n % 97 + 1] as subject) t`

const clocksText = `
  insert into clocks (id, ticket_id, subject_id, target, target_seconds, policy_id, round, state, started_at, since, due_at)
  select ${idOf('clock', 'n')}, t.id, t.id, 'response', 86400, '00000000-0000-4000-8000-000000007101', 'first', 'running',
    t.created_at, t.created_at, t.due_at
  from generate_series($1::int, $2::int - 1) n join tickets t on t.id = ${ticket}`

const timersText = `
  insert into timers (subject_id, verb, due_at, input)
  select t.id, 'ticket.tick', t.due_at, jsonb_build_object('ticketId', t.id)
  from generate_series($1::int, $2::int - 1) n join tickets t on t.id = ${ticket}`

const eventsText = `
  insert into events (at, type, topic_id, subject_id, actor_kind, actor_name, verb, payload)
  select now(), 'ticket.opened', ${ticket}, ${ticket}, 'system', 'bench', 'ticket.open',
    jsonb_build_object('channel', 'email', 'urgency', 'normal') from generate_series(0, $1::int - 1) n`

const dueText = `
  with falling as (
    select ${ticket} as id, $3::timestamptz + (n - $1::int) * $4::float8 * interval '1 millisecond' as at
    from generate_series($1::int, $2::int - 1) n),
  a as (update tickets t set due_at = at, created_at = at - interval '1 day' from falling f where t.id = f.id),
  b as (update clocks c set due_at = at, since = at - interval '1 day', started_at = at - interval '1 day'
    from falling f where c.ticket_id = f.id)
  update timers t set due_at = at from falling f where t.subject_id = f.id`

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { Desk } from '../../kernel/desk.ts'
import { newId } from '../../kernel/ids.ts'
import { inLazyTransaction } from '../../kernel/transaction.ts'
import { definitions } from '../fields/index.ts'
import { lockIndex, writeWords } from './write.ts'

declare module '../../kernel/db.ts' {
  interface Tables {
    /** What is still to be read: all tickets older than a point, or those of a customer. */
    words_wanted: { id: string; customer_id: string | null; before_at: Date; before_id: string }
  }
}

/** Wants a customer's tickets from that one on, older ones, to be read again. */
export async function wantCustomer(tx: Db, customerId: string, { id }: { id: string }): Promise<void> {
  await sql`
    insert into words_wanted (id, customer_id, before_at, before_id)
    select ${newId()}, ${customerId}, t.created_at, t.id from tickets t where t.id = ${id}`.execute(tx)
}

/** Tickets that one turn reads. */
const turn = 200

/**
 * Reads what is wanted, a turn at a time, newest first; true while there is more. Where it stands is written together
 * with what it has read, so a crash costs one turn.
 */
export async function readWanted(desk: Desk): Promise<boolean> {
  const own = (await desk.configuration.current()).of(definitions).of('ticket')
  return inLazyTransaction(desk, async ({ db }) => {
    const { rows } = await sql<Wanted>`
      select id, customer_id, before_at::text, before_id from words_wanted order by customer_id nulls last, id limit 1
      for update skip locked`.execute(db)
    const [wanted] = rows
    if (!wanted) return false
    await lockIndex(db)
    const theirs = wanted.customer_id ? sql<boolean>`t.customer_id = ${wanted.customer_id}` : sql<boolean>`true`
    const tickets = await older(db, wanted, theirs)
    const ids = tickets.map(ticket => ticket.id)
    await writeWords(db, ids, wanted.customer_id ? 'all' : 'changed', own)
    const last = tickets.at(-1)
    if (last && tickets.length === turn)
      await sql`update words_wanted set before_at = ${last.at}::timestamptz, before_id = ${last.id} where id = ${wanted.id}`.execute(
        db,
      )
    else await sql`delete from words_wanted where id = ${wanted.id}`.execute(db)
    return true
  })
}

interface Wanted {
  id: string
  customer_id: string | null
  before_at: string
  before_id: string
}

async function older(db: Db, wanted: Wanted, theirs: RawBuilder<boolean>): Promise<{ id: string; at: string }[]> {
  const { rows } = await sql<{ id: string; at: string }>`
    select t.id, t.created_at::text as at from tickets t
    where ${theirs} and (t.created_at, t.id) < (${wanted.before_at}::timestamptz, ${wanted.before_id}::uuid)
    order by t.created_at desc, t.id desc limit ${turn}`.execute(db)
  return rows
}

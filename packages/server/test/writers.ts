import type pg from 'pg'
import type { Things } from './things.ts'

/** A connection within a transaction, as another process would have it. */
export async function begun(things: Things): Promise<pg.Client> {
  const client = await things.connect()
  await client.query('begin')
  return client
}

/** Writes one event as a verb's save does, and answers its number. */
export async function writes(client: pg.Client, topic: string, type = 'thing.noted'): Promise<number> {
  const { rows } = await client.query(
    `insert into events (at, type, topic_id, subject_id, actor_kind, actor_name, verb, payload)
     values (now(), $2, $1, $1, 'system', 'test', 'thing.note', '{}') returning seq::int`,
    [topic, type],
  )
  return rows[0].seq
}

import { sql } from 'kysely'
import type { Db } from './db.ts'

declare module './db.ts' {
  interface Tables {
    timers: { subject_id: string; verb: string; due_at: Date; input: Record<string, unknown>; tries: number }
  }
}

/** A timer that has come due. */
export interface Due {
  subject_id: string
  verb: string
  due_at: Date
  input: Record<string, unknown>
}

/** The first so many that are due by then, the oldest first. */
export const dueTimers = (db: Db, now: Date, most: number) =>
  db
    .selectFrom('timers')
    .select(['subject_id', 'verb', 'due_at', 'input'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(most)

/** Milliseconds until the next one is due; undefined when there is none. */
export async function untilNext(db: Db, now: Date): Promise<number | undefined> {
  const next = await db.selectFrom('timers').select('due_at').orderBy('due_at').limit(1).executeTakeFirst()
  return next && next.due_at.getTime() - now.getTime()
}

/** Re-read under the locks of what they are about: a timer that was moved, removed or set anew meanwhile is due no more. */
export async function stillDue(tx: Db, timers: readonly Due[]): Promise<Due[]> {
  const { rows } = await sql<Pick<Due, 'subject_id' | 'verb' | 'due_at'>>`
    select subject_id, verb, due_at from timers
    where (subject_id, verb) in (select * from unnest(${timers.map(timer => timer.subject_id)}::uuid[], ${timers.map(timer => timer.verb)}::text[]))`.execute(
    tx,
  )
  const standing = new Map(rows.map(row => [`${row.subject_id} ${row.verb}`, row.due_at.getTime()]))
  return timers.filter(timer => standing.get(`${timer.subject_id} ${timer.verb}`) === timer.due_at.getTime())
}

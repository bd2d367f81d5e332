import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { Desk } from '../desk.ts'
import { inLazyTransaction } from '../transaction.ts'
import { leaseCursor, lockCursor } from './cursors.ts'
import type { LoggedEvent } from './event.ts'
import type { Follower, RowFollower, VerbFollower } from './follower.ts'
import { act } from './verbs.ts'

declare module '../db.ts' {
  interface Tables {
    replays: { follower: string; at: Date }
  }
}

/** The followers that are to handle their parked events once more. */
export async function wantedReplays(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('replays').select('follower').orderBy('at').execute()
  return rows.map(({ follower }) => follower)
}

/**
 * Handles a follower's parked events once more, in the order of the log, one by one: what goes well is parked no longer,
 * what fails again stays, with the later ones of its topic. While it lasts nothing else is fed to the follower. False
 * when another process feeds it, which will do this too.
 */
export async function replay(desk: Desk, follower: Follower, process: string): Promise<boolean> {
  const stuck = new Set<string>()
  for (let after = 0; ; ) {
    const event = await nextParked(desk.db, follower.name, after, [...stuck])
    if (!event) break
    const outcome = await outcomeOf(desk, follower, event, process)
    if (outcome === 'busy') return false
    if (outcome !== 'done') {
      desk.log.warn({ err: outcome.error, follower: follower.name, seq: event.seq }, 'an event stays parked')
      await stillParked(desk.db, follower.name, event, outcome.error)
      stuck.add(event.topic_id)
    }
    after = event.seq
  }
  await desk.db.deleteFrom('replays').where('follower', '=', follower.name).execute()
  return true
}

type Outcome = 'done' | 'busy' | { error: unknown }

function outcomeOf(desk: Desk, follower: Follower, event: LoggedEvent, process: string): Promise<Outcome> {
  if (follower.kind === 'rows') return again(desk, follower, event)
  if (follower.kind === 'verbs') return actAgain(desk, follower, event, process)
  // One that drains parks nothing: what it once parked under another kind it has long seen in the state of things.
  return unpark(desk.db, follower.name, event).then(() => 'done')
}

async function nextParked(db: Db, follower: string, after: number, stuck: string[]): Promise<LoggedEvent | undefined> {
  const { rows } = await sql<LoggedEvent>`
    select e.seq, e.at, e.xid::text as xid, e.type, e.topic_id, e.subject_id, e.actor_kind, e.actor_id, e.actor_name, e.verb,
      e.cause_seq, e.depth, e.request_id, e.payload
    from parked_events p join events e on e.seq = p.seq
    where p.follower = ${follower} and p.seq > ${after} and p.topic_id <> all(${stuck}::uuid[])
    order by p.seq limit 1`.execute(db)
  return rows[0]
}

/** The follower's rows and that nothing is parked any more: both or neither. */
async function again(desk: Desk, follower: RowFollower, event: LoggedEvent): Promise<Outcome> {
  try {
    return await inLazyTransaction(desk, async tx => {
      if (!(await lockCursor(tx.db, follower.name))) return 'busy'
      await follower.write(tx, [event], desk)
      await unpark(tx.db, follower.name, event)
      return 'done'
    })
  } catch (error) {
    return { error }
  }
}

async function actAgain(desk: Desk, follower: VerbFollower, event: LoggedEvent, process: string): Promise<Outcome> {
  if (!(await leaseCursor(desk.db, follower.name, process))) return 'busy'
  try {
    await act(desk, follower, event)
    await unpark(desk.db, follower.name, event)
    return 'done'
  } catch (error) {
    return { error }
  }
}

async function unpark(db: Db, follower: string, { seq }: LoggedEvent): Promise<void> {
  await db.deleteFrom('parked_events').where('follower', '=', follower).where('seq', '=', seq).execute()
}

async function stillParked(db: Db, follower: string, { seq }: LoggedEvent, error: unknown): Promise<void> {
  await sql`update parked_events set tries = tries + 1, error = ${String(error).slice(0, 2000)}
    where follower = ${follower} and seq = ${seq}`.execute(db)
}

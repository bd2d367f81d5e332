import { Buckets } from '../../kernel/buckets.ts'
import { openLeases, type Release } from '../../kernel/deliveries/index.ts'
import type { Desk } from '../../kernel/desk.ts'
import { every } from '../../kernel/every.ts'
import { inLazyTransaction } from '../../kernel/transaction.ts'
import { type Handling, handle, later } from './handle.ts'
import { conclude } from './outcome.ts'
import { openReader } from './read/reader.ts'
import type { MailRow } from './tables.ts'

export interface Intake {
  /** A mail was accepted, or a person wants one handled again. */
  wake(): void
  /** Somebody is about to send one. */
  warm(): void
  stop(): Promise<void>
}

/** For what a crash has left behind, what other processes have accepted, and what a person wants handled again. */
const pollEvery = 2000
const atOnce = 8
/** Such a mail is handled alone, in bytes: it is several times as large in memory. */
const large = 4 * 1024 * 1024
const mostTries = 5
/** One sender: a burst, and so many seconds for each one after it. */
const fromOne = { most: 200, seconds: 3 }

/** Gives every mail in the ledger its one outcome, in the order in which they came. */
export function startIntake(desk: Desk): Intake {
  const reader = openReader()
  const leases = openLeases(desk.pool, desk.log)
  const handling: Handling = { desk, reader, senders: new Buckets(fromOne) }
  /** After a failure a mail rests. In memory: after a restart it is simply tried at once. */
  const resting = new Map<string, number>()
  const underway = new Map<string, Promise<void>>()

  let stopped = false
  const work = async (): Promise<void> => {
    while (!stopped) {
      const rows = await pending(desk, [...underway.keys(), ...restingNow(resting)])
      if (rows.length === 0) return
      for (const row of rows) {
        if (stopped) return
        while (underway.size >= (row.size > large ? 1 : atOnce)) await Promise.race(underway.values())
        const doing = one(row).finally(() => underway.delete(row.id))
        underway.set(row.id, doing)
        if (row.size > large) await doing
      }
    }
  }
  const one = async (row: MailRow): Promise<void> => {
    let release: Release | undefined
    try {
      release = await leases.take(`mail:${row.id}`)
      const pause = release ? await settle(handling, row.id) : pollEvery
      if (pause) rest(row.id, pause)
    } catch (error) {
      desk.log.error({ err: error, mail: row.id }, 'a mail could not be handled')
      rest(row.id, pollEvery)
    } finally {
      await release?.()
    }
  }
  const loop = every(pollEvery, work, desk)
  const rest = (id: string, ms: number): void => {
    resting.set(id, Date.now() + ms)
    setTimeout(loop.wake, ms).unref()
  }
  return {
    wake: loop.wake,
    warm: reader.warm,
    async stop() {
      stopped = true
      await loop.stop()
      await Promise.all(underway.values())
      await reader.close()
      await leases.close()
    },
  }
}

/**
 * One try; answers after how many milliseconds there should be another. It is counted before it begins: a mail that kills
 * the process is set aside too, in the end.
 */
async function settle(handling: Handling, id: string): Promise<number | undefined> {
  const { desk } = handling
  const row = await begin(desk, id)
  if (!row) return undefined
  if (row.tries > mostTries) {
    await conclude(desk, row, { outcome: 'quarantined', why: row.error ?? 'it ended every try' })
    desk.log.error({ mail: id, error: row.error }, 'a mail is quarantined')
    return undefined
  }
  try {
    const verdict = await handle(handling, row)
    if (verdict !== later) {
      await conclude(desk, row, verdict)
      return undefined
    }
    await note(desk, id, { tries: row.tries - 1 })
    return 200
  } catch (error) {
    desk.log.warn({ err: error, mail: id, tries: row.tries }, 'a mail failed')
    await note(desk, id, { error: wordsOf(error) })
    return 125 * 4 ** row.tries
  }
}

/** Counts the try and reads the row as it stands now; undefined when somebody has settled it meanwhile. */
const begin = (desk: Desk, id: string): Promise<MailRow | undefined> =>
  inLazyTransaction(desk, ({ db }) =>
    db
      .updateTable('mails')
      .set(row => ({ tries: row('tries', '+', 1) }))
      .where('id', '=', id)
      .where('outcome', '=', 'pending')
      .returningAll()
      .executeTakeFirst(),
  )

const note = (desk: Desk, id: string, patch: Partial<MailRow>) =>
  inLazyTransaction(desk, ({ db }) => db.updateTable('mails').set(patch).where('id', '=', id).execute())

const pending = (desk: Desk, except: readonly string[]): Promise<MailRow[]> =>
  desk.db
    .selectFrom('mails')
    .selectAll()
    .where('outcome', '=', 'pending')
    .where('id', '<>', ({ fn, val }) => fn<string>('all', [val([...except])]))
    .orderBy('received_at')
    .orderBy('id')
    .limit(50)
    .execute()

function restingNow(resting: Map<string, number>): string[] {
  const now = Date.now()
  for (const [id, until] of resting) if (until <= now) resting.delete(id)
  return [...resting.keys()]
}

const wordsOf = (error: unknown): string => {
  const fields = error instanceof Error && 'fields' in error ? ` ${JSON.stringify(error.fields)}` : ''
  return `${error instanceof Error ? error.message : String(error)}${fields}`.slice(0, 1000)
}

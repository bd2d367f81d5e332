import { setTimeout as sleep } from 'node:timers/promises'
import type { VerbName, VerbSent } from '@baton/contract'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { type Due, dueTimers, untilNext } from './due.ts'
import { Problem } from './problems.ts'
import { ring } from './ring.ts'
import { put, remove, type Step } from './steps.ts'

/** At `dueAt` the verb is done by the system, once; a subject has at most one timer per verb. */
export const schedule = <N extends VerbName>(verb: N, subjectId: string, dueAt: Date, input: VerbSent<N>): Step =>
  put('timers', ['subject_id', 'verb'], {
    subject_id: subjectId,
    verb,
    due_at: dueAt,
    input: input as Record<string, unknown>,
    tries: 0,
  })

export const unschedule = (verb: VerbName, subjectId: string): Step => remove('timers', { subject_id: subjectId, verb })

/** Timers that others set meanwhile are seen after so long. */
const longest = 1000
/** What comes due one after another is done together; and what somebody holds is not asked for without end. */
const shortest = 50
const mostAtOnce = 400
/** Under way at once. Each takes a connection, and people need the others. */
const lanes = 2
/** In one transaction. */
const together = 16
const mostTries = 5

/** Does what is due when it is due; any process may, since each timer is re-read under its subject's lock. */
export function startTimers(desk: Desk): () => Promise<void> {
  const ending = new AbortController()
  const { signal } = ending
  const run = async () => {
    while (!signal.aborted) {
      const pause = await round(desk).catch(error => {
        desk.log.error({ err: error }, 'timer sweep failed')
        return longest
      })
      await sleep(pause, undefined, { signal }).catch(() => {}) // woken by the stop
    }
  }
  const running = run()
  return async () => {
    ending.abort()
    await running
  }
}

/** Answers after how many milliseconds to look again. */
async function round(desk: Desk): Promise<number> {
  if ((await ringOldest(desk)) > 0) return 0
  const next = await untilNext(desk.db, desk.clock())
  return Math.min(Math.max(next ?? longest, shortest), longest)
}

/** Runs every timer that is due now; answers how many ran. */
export async function sweep(desk: Desk): Promise<number> {
  for (let all = 0; ; ) {
    const ran = await ringOldest(desk)
    if (ran === 0) return all
    all += ran
  }
}

/** The oldest first, a few at a time and several times at once. */
async function ringOldest(desk: Desk): Promise<number> {
  const due = await dueTimers(desk.db, desk.clock(), mostAtOnce).execute()
  let ran = 0
  const lane = async () => {
    while (due.length > 0) {
      const some = await ringOrPostpone(desk, due.splice(0, together))
      ran += some
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return ran
}

/** Of several that fail together one is at fault, so each is done for itself. */
async function ringOrPostpone(desk: Desk, timers: readonly Due[]): Promise<number> {
  try {
    return await ring(desk, timers)
  } catch (error) {
    const [timer, ...others] = timers
    if (!timer) return 0
    if (others.length === 0) return postpone(desk, timer, error)
    let ran = 0
    for (const one of timers) ran += await ringOrPostpone(desk, [one])
    return ran
  }
}

/** A timer whose verb is refused is spent; one that fails otherwise is tried again later, and said aloud when it never works. */
async function postpone(desk: Desk, timer: Due, error: unknown): Promise<number> {
  const same = sql<boolean>`subject_id = ${timer.subject_id} and verb = ${timer.verb} and due_at = ${timer.due_at}`
  if (error instanceof Problem) {
    desk.log.info({ code: error.code, verb: timer.verb, subject: timer.subject_id }, 'a timer came too late')
    await desk.db.deleteFrom('timers').where(same).execute()
    return 1
  }
  desk.log.error({ err: error, verb: timer.verb, subject: timer.subject_id }, 'a timer failed')
  const { rows } = await sql<{ tries: number }>`
    update timers set tries = tries + 1, due_at = ${desk.clock()}::timestamptz + make_interval(secs => 5 * power(4, tries))
    where ${same} returning tries`.execute(desk.db)
  if ((rows[0]?.tries ?? 0) >= mostTries)
    desk.log.error({ verb: timer.verb, subject: timer.subject_id }, 'a timer keeps failing')
  return 1
}

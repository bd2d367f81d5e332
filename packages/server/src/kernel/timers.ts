import type { VerbName, VerbSent } from '@baton/contract'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { BusyError, type Due } from './due.ts'
import { Problem } from './problems.ts'
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

const sweepEvery = 1000
const mostAtOnce = 500
const mostTries = 5

/** Sweeps the due timers every second; any process may, since each timer is re-read under its subject's lock. */
export function startTimers(desk: Desk): () => Promise<void> {
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const tick = async () => {
    if (stopped) return
    running = sweep(desk).then(
      () => {},
      error => desk.log.error({ err: error }, 'timer sweep failed'),
    )
    await running
    if (!stopped) handle = setTimeout(tick, sweepEvery)
  }
  let handle = setTimeout(tick, 0)
  return async () => {
    stopped = true
    clearTimeout(handle)
    await running
  }
}

/** Runs every timer that is due now; answers how many ran. */
export async function sweep(desk: Desk): Promise<number> {
  let ran = 0
  for (;;) {
    const due = await desk.db
      .selectFrom('timers')
      .select(['subject_id', 'verb', 'due_at', 'input'])
      .where('due_at', '<=', desk.clock())
      .orderBy('due_at')
      .limit(mostAtOnce)
      .execute()
    let progress = 0
    for (const timer of due) progress += await runTimer(desk, timer)
    ran += progress
    if (due.length < mostAtOnce || progress === 0) return ran
  }
}

async function runTimer(desk: Desk, timer: Due): Promise<number> {
  try {
    await desk.perform(timer.verb as VerbName, timer.input, { caller: desk.systemCaller('timer'), timer })
    return 1
  } catch (error) {
    if (error instanceof BusyError) return 0
    await postpone(desk, timer, error)
    return 1
  }
}

/** A timer whose verb is refused is spent; one that fails otherwise is tried again later, and said aloud when it never works. */
async function postpone(desk: Desk, timer: Due, error: unknown): Promise<void> {
  const same = sql<boolean>`subject_id = ${timer.subject_id} and verb = ${timer.verb} and due_at = ${timer.due_at}`
  if (error instanceof Problem) {
    desk.log.info({ code: error.code, verb: timer.verb, subject: timer.subject_id }, 'a timer came too late')
    await desk.db.deleteFrom('timers').where(same).execute()
    return
  }
  desk.log.error({ err: error, verb: timer.verb, subject: timer.subject_id }, 'a timer failed')
  const { rows } = await sql<{ tries: number }>`
    update timers set tries = tries + 1, due_at = ${desk.clock()}::timestamptz + make_interval(secs => 5 * power(4, tries))
    where ${same} returning tries`.execute(desk.db)
  if ((rows[0]?.tries ?? 0) >= mostTries)
    desk.log.error({ verb: timer.verb, subject: timer.subject_id }, 'a timer keeps failing')
}

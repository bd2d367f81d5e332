import { type VerbName, verbs } from '@baton/contract'
import {
  callOf,
  decideOn,
  isWhole,
  type Locked,
  lockAll,
  ownOf,
  type Plan,
  pictureFor,
  prepare,
  stampOf,
  subjectsOf,
} from './attempt.ts'
import type { Caller } from './caller.ts'
import type { Picture } from './configuration.ts'
import type { Desk } from './desk.ts'
import { Draft } from './draft.ts'
import { type Due, stillDue } from './due.ts'
import { parse } from './parse.ts'
import { type Paper, saveAll } from './save.ts'
import { type Row, remove } from './steps.ts'
import { inTransaction, type Transaction } from './transaction.ts'

/**
 * Does what these timers are set for in one transaction: each is decided for itself, and one save writes them all in
 * their order. Left out, for the next sweep, is what is about a row that somebody holds, or about the same row as an
 * earlier one. Answers how many were done. When one fails, none is done, and it throws.
 */
export async function ring(desk: Desk, timers: readonly Due[]): Promise<number> {
  const { version } = await desk.configuration.current()
  const caller = { ...desk.systemCaller('timer'), seen: version }
  const plans = apart(await Promise.all(timers.map(timer => planOf(desk, timer, caller))))
  const papers = await inTransaction(desk, async tx => {
    const locked = await lockAll(desk, tx.db, subjectsOf(desk, plans), 'skip')
    const due = new Set(await stillDue(tx.db, timers))
    const picture = await pictureFor(desk, tx, locked)
    const papers: Paper[] = []
    for (const plan of plans) {
      const own = ownOf(plan, locked)
      if (due.has(plan.timer) && isWhole(own, plan.subjects)) papers.push(await paperOf(plan, tx, own, picture))
    }
    await saveAll(tx, papers)
    return papers
  })
  if (papers.some(({ draft }) => draft.events.length > 0)) desk.events.wake()
  for (const { kind, persons } of papers.flatMap(({ draft }) => draft.nudges)) desk.nudge(kind, persons)
  return papers.length
}

interface DuePlan extends Plan {
  timer: Due
}

async function planOf(desk: Desk, timer: Due, caller: Caller): Promise<DuePlan> {
  const name = timer.verb as VerbName
  const verb = desk.verb(name)
  const input = await desk.intercept(name, parse(verbs[name].input, timer.input) as Row, caller)
  const { prepared } = await prepare(desk, verb, input, caller)
  const subjects = verb.parts.subjects?.(input as never, prepared, caller) ?? {}
  return { desk, verb, input, by: { caller }, prepared, subjects, timer }
}

/**
 * Those that share no row with an earlier one, so that each is decided on rows as they stand. What reads more under its
 * locks is done alone: an earlier one may be about to change that, and it may lock in an order of its own.
 */
function apart(plans: readonly DuePlan[]): readonly DuePlan[] {
  if (plans[0]?.verb.parts.load) return plans.slice(0, 1)
  const taken = new Set<string>()
  return plans.filter(({ verb, subjects }) => {
    const rows = Object.entries<readonly string[]>(subjects).flatMap(([kind, ids]) => ids.map(id => `${kind} ${id}`))
    const isFree = !verb.parts.load && rows.every(row => !taken.has(row))
    if (isFree) for (const row of rows) taken.add(row)
    return isFree
  })
}

async function paperOf(plan: DuePlan, tx: Transaction, locked: Locked, picture: Picture): Promise<Paper> {
  const { desk, by, timer } = plan
  const call = callOf(plan, picture)
  const draft = new Draft()
  // Spent first, so that a decision may set it anew; a refusal spends it too.
  draft.apply([remove('timers', { subject_id: timer.subject_id, verb: timer.verb })])
  const decision = await decideOn(plan, draft, tx, locked, call)
  if (!('refusal' in decision)) return { draft, stamp: stampOf(call, by, decision.as) }
  desk.log.info({ code: decision.refusal.code, verb: timer.verb, subject: timer.subject_id }, 'a timer came too late')
  return { draft, stamp: stampOf(call, by) }
}

import { type VerbName, verbs } from '@baton/contract'
import { callOf, decideOn, isWhole, lockAll, pictureFor, prepare } from './attempt.ts'
import type { By } from './by.ts'
import type { Desk } from './desk.ts'
import { Draft } from './draft.ts'
import { mayAtAll } from './may.ts'
import { parse } from './parse.ts'
import { notFound } from './problems.ts'
import type { Row } from './steps.ts'
import { inTransaction } from './transaction.ts'

/**
 * Goes a verb's whole way up to its save, and no further: parse, may, look-ups, locks, the decision and what follows from it
 * within. Throws what the verb would throw, except what only the database's own keys refuse. Nothing is written. Answers
 * whether anything would be told of: what changes nothing tells nothing.
 */
export async function rehearse(desk: Desk, name: VerbName, sent: unknown, by: By): Promise<boolean> {
  const input = parse(verbs[name].input, sent) as Row
  mayAtAll(name, by.caller)
  const verb = desk.verb(name)
  const { prepared, picture } = await prepare(desk, verb, input, by.caller)
  const subjects = verb.parts.subjects?.(input as never, prepared, by.caller) ?? {}
  const plan = { desk, verb, input, by, prepared, subjects }
  const draft = new Draft()
  if (Object.keys(subjects).length === 0) {
    const decision = await decideOn(plan, draft, desk.unlocked, undefined, callOf(plan, picture))
    if ('refusal' in decision) throw decision.refusal
    return draft.events.length > 0
  }
  await inTransaction(desk, async tx => {
    const rows = await lockAll(desk, tx.db, subjects, 'wait')
    if (!isWhole(rows, subjects)) throw notFound()
    const call = callOf(plan, await pictureFor(desk, tx, rows))
    const decision = await decideOn(plan, draft, tx, rows, call)
    if ('refusal' in decision) throw decision.refusal
  })
  return draft.events.length > 0
}

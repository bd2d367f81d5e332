import { type VerbName, verbs } from '@baton/contract'
import { attempt } from './attempt.ts'
import type { By } from './by.ts'
import type { Caller } from './caller.ts'
import { attemptAll } from './composed.ts'
import type { Desk } from './desk.ts'
import { fingerprint, replay, withoutSecrets } from './idempotency.ts'
import { mayAtAll } from './may.ts'
import { parse } from './parse.ts'
import { notFound, Overtaken, Problem } from './problems.ts'
import type { Row } from './steps.ts'

const mostTries = 4

/**
 * Does a verb: parse → may → [interceptors] → lock → advance clocks → decide → react within → one save → commit → answer.
 * Throws a Problem: 422 invalid, 403, 404 (also for what one may not see), 409 refused or conflict.
 */
export async function perform(desk: Desk, name: VerbName, sent: unknown, by: By): Promise<Row> {
  const input = parse(verbs[name].input, sent) as Row
  mayAtAll(name, by.caller)
  const print = by.idempotencyKey && !carriesSecrets(name) ? fingerprint(withoutSecrets(name, sent)) : undefined
  const already = await replay(desk, name, by, print)
  if (already) return already

  const amended = await desk.intercept(name, input, by.caller)
  const { made } = desk.verb(name)
  const tryOnce = () =>
    made ? attemptAll(desk, desk.verb(name), made, amended, by, print) : attempt(desk, name, amended, by, print)
  for (let tries = 1; ; tries++) {
    try {
      const { id, reveal, wrote, nudges = [], refusal, fresh } = await tryOnce()
      if (wrote) desk.events.wake()
      for (const { kind, persons } of nudges) desk.nudge(kind, persons)
      if (refusal) throw refusal
      return { ...(fresh ?? (await answer(desk, name, id, by.caller))), ...reveal }
    } catch (error) {
      // The twin with the same key may have been first, and be the reason why it fails now, in whatever way.
      const twin = await replay(desk, name, by, print)
      if (twin) return twin
      if (tries >= mostTries || !isPassing(error)) throw plainly(error)
    }
  }
}

/** A password is not remembered, not even as a fingerprint: that one is quick to guess at. */
const carriesSecrets = (name: VerbName): boolean => name.startsWith('session.')

/** The record as it now stands, made for this caller. */
async function answer(desk: Desk, name: VerbName, id: string, caller: Caller): Promise<Row> {
  const [record] = await desk.present(verbs[name].answers, [id], caller)
  if (!record) throw notFound()
  return record
}

interface DatabaseError {
  code?: string
  constraint?: string
}

const deadlock = '40P01'
const serialisation = '40001'
const unique = '23505'
const foreignKey = '23503'
const exclusion = '23P01'

const codeOf = (error: unknown): DatabaseError =>
  typeof error === 'object' && error !== null ? (error as DatabaseError) : {}

/** Worth another try: two transactions met, or a row that both were about to make exists now. */
function isPassing(error: unknown): boolean {
  if (error instanceof Overtaken) return true
  const { code, constraint } = codeOf(error)
  const isMet = code === unique || code === exclusion
  return code === deadlock || code === serialisation || (isMet && constraint !== undefined)
}

/** A constraint that still fails after the retries is the input's fault, never a 500. */
function plainly(error: unknown): unknown {
  const { code, constraint } = codeOf(error)
  if (code === unique || code === exclusion) return new Problem(409, 'taken', { constraint })
  if (code === foreignKey) return new Problem(422, 'invalid', {}, [{ path: constraint ?? '', code: 'unknown_id' }])
  return error
}

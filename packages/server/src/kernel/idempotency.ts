import { createHash } from 'node:crypto'
import { type RecordName, type VerbName, verbs } from '@baton/contract'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { By } from './by.ts'
import type { Caller } from './caller.ts'
import type { Db } from './db.ts'
import type { Desk } from './desk.ts'
import { mayOn } from './kinds.ts'
import { invalidField, notFound } from './problems.ts'
import { add, type Row, type Step } from './steps.ts'
import { inTransaction } from './transaction.ts'

declare module './db.ts' {
  interface Tables {
    idempotency: { actor: string; verb: string; key: string; print: string; result_id: string; at: Date }
  }
}

/** Kept at least 24 hours (api.md); swept after two days. */
export const keptHours = 48

/** Two bodies are the same when they say the same, whatever the order of their properties. */
export const fingerprint = (sent: unknown): string => createHash('sha256').update(canonical(sent)).digest('base64url')

/** What is only ever written stays out of it: of a short secret even a fingerprint can be guessed at. */
export function withoutSecrets(name: VerbName, sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return sent
  const shape: Readonly<Record<string, z.ZodType>> = verbs[name].input.shape
  return Object.fromEntries(Object.entries(sent).filter(([key]) => shape[key]?.meta()?.writeOnly !== true))
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

const actorOf = (by: By): string => `${by.caller.actor.kind}:${by.caller.actor.id ?? by.caller.actor.name}`

/** Written in the verb's own transaction: a concurrent twin waits on it, then answers the first one's result. */
export const idempotencyStep = (verb: VerbName, by: By, print: string, resultId: string): Step =>
  add('idempotency', { actor: actorOf(by), verb, key: by.idempotencyKey ?? '', print, result_id: resultId })

/** The result of an earlier call with this key, re-read under today's grants; undefined when there was none. */
export async function replay(desk: Desk, name: VerbName, by: By, print: string | undefined): Promise<Row | undefined> {
  if (!by.idempotencyKey || !print) return undefined
  const before = await desk.db
    .selectFrom('idempotency')
    .select(['print', 'result_id'])
    .where('actor', '=', actorOf(by))
    .where('verb', '=', name)
    .where('key', '=', by.idempotencyKey)
    .executeTakeFirst()
  if (!before) return undefined
  if (before.print !== print) throw invalidField('Idempotency-Key', 'idempotency.otherBody')
  const { answers } = verbs[name]
  if (!(await maySee(desk, answers, before.result_id, by.caller))) throw notFound()
  const [record] = await desk.present(answers, [before.result_id], by.caller)
  if (!record) throw notFound()
  return record
}

/** What these verbs have answered to the caller under these keys, as far as they were ever done. */
export async function resultsOf(
  db: Db,
  by: By,
  names: readonly VerbName[],
  keys: readonly string[],
): Promise<{ verb: string; key: string; resultId: string }[]> {
  const rows = await db
    .selectFrom('idempotency')
    .select(['verb', 'key', 'result_id'])
    .where('actor', '=', actorOf(by))
    .where('verb', '=', sql<string>`any(${[...names]}::text[])`)
    .where('key', '=', sql<string>`any(${[...keys]}::text[])`)
    .execute()
  return rows.map(({ verb, key, result_id }) => ({ verb, key, resultId: result_id }))
}

/** Whoever did it once need not see it any more. What is no kind of its own is shown by its presenter's own rules. */
async function maySee(desk: Desk, record: RecordName, id: string, caller: Caller): Promise<boolean> {
  const kind = desk.kinds.find(({ name }) => name === record)
  if (!kind) return true
  const reading = await desk.reading(caller)
  // A replay is rare, so the row may be locked for a moment: every kind knows how, and how to read it whole.
  const [row] = await inTransaction(desk, tx => kind.lock(tx.db, [id], 'wait'))
  return row !== undefined && mayOn(kind, kind.readGrant, row, caller, reading)
}

/** Forgets keys that are past their time, a few thousand at once; those of a job's rows not before it is over. */
export async function forgetOldKeys(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptHours * 3_600_000)
  await sql`delete from idempotency where ctid = any(array(select ctid from idempotency where at < ${before}
      and not exists (select from jobs j where j.ended_at is null and starts_with(key, 'job:' || j.id || ':')) limit 5000))`.execute(
    db,
  )
}

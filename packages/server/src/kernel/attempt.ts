import { isRead, reads, type VerbName, verbs } from '@baton/contract'
import type { By } from './by.ts'
import type { Caller } from './caller.ts'
import type { Picture } from './configuration.ts'
import type { Db } from './db.ts'
import type { Desk } from './desk.ts'
import { Draft } from './draft.ts'
import { BusyError, stillDue } from './due.ts'
import { idempotencyStep } from './idempotency.ts'
import { type KindName, type LockWait, mayOn } from './kinds.ts'
import { conflict, forbidden, notFound, type Problem } from './problems.ts'
import { save } from './save.ts'
import { type Row, remove } from './steps.ts'
import { inTransaction, type Transaction } from './transaction.ts'
import type { Call, Scene, Subjects, Verb } from './verb.ts'

export interface Outcome {
  id: string
  reveal: Row
  wrote: boolean
  /** Whose open pages are to ask again. */
  nudges?: Draft['nudges']
  /** The answer, when the draft itself tells all of it. */
  fresh?: Row | undefined
  /** To be thrown once what the refusal writes is committed. */
  refusal?: Problem | undefined
}

/** One try of a verb. A verb that locks nothing needs no transaction: its one save statement is the transaction. */
export async function attempt(desk: Desk, name: VerbName, input: Row, by: By, print?: string): Promise<Outcome> {
  const verb = desk.verb(name)
  const { prepared, picture } = await prepare(desk, verb, input, by.caller)
  const subjects = verb.parts.subjects?.(input as never, prepared, by.caller) ?? {}
  const plan = { desk, verb, input, by, prepared, subjects, print }
  if (Object.keys(subjects).length === 0 && !by.timer) {
    return decideAndSave(plan, desk.unlocked, undefined, picture)
  }
  return inTransaction(desk, async tx => {
    const rows = await lockAll(desk, tx.db, subjects, by.timer ? 'skip' : 'wait')
    return decideAndSave(plan, tx, rows, await desk.configuration.at(versionAfter(rows) ?? tx.version))
  })
}

/** Whoever holds the configuration itself decides on exactly the picture that it is about to change. */
const versionAfter = (rows: Locked): number | undefined => {
  const [row] = rows.get('configuration') ?? []
  return row && Number(row.version)
}

/** Prepares on the picture at hand while the database is asked whether it is still the newest; if not, once more. */
async function prepare(
  desk: Desk,
  verb: Verb,
  input: Row,
  caller: Caller,
): Promise<{ prepared: unknown; picture: Picture }> {
  const on = (picture: Picture) => {
    const catalogueOf = (kind: string) => desk.kinds.find(({ name }) => name === kind)?.catalogue(picture)
    const { db, secrets } = desk
    return verb.parts.prepare?.({ db, caller, now: desk.clock(), picture, secrets, catalogueOf }, input as never)
  }
  if (caller.seen !== undefined) {
    const picture = await desk.newest(caller)
    return { prepared: await on(picture), picture }
  }
  const held = desk.configuration.held()
  if (held) {
    const [newest, prepared] = await Promise.all([desk.configuration.current(), on(held)])
    if (newest.version === held.version) return { prepared, picture: newest }
  }
  const picture = await desk.configuration.current()
  return { prepared: await on(picture), picture }
}

interface Plan {
  desk: Desk
  verb: Verb
  input: Row
  by: By
  prepared: unknown
  subjects: Subjects
  print: string | undefined
}

type Locked = Map<KindName, Row[]>

async function decideAndSave(
  plan: Plan,
  tx: Transaction,
  locked: Locked | undefined,
  picture: Picture,
): Promise<Outcome> {
  const { desk, verb, input, by } = plan
  const call: Call = { verb: verb.name, caller: by.caller, now: desk.clock(), picture, of: part => picture.of(part) }
  if (by.timer && !(await stillDue(tx.db, by.timer))) return { id: by.timer.subject_id, reveal: {}, wrote: false }

  const draft = new Draft()
  // Spent first, so that a decision may set it anew.
  if (by.timer) draft.apply([remove('timers', { subject_id: by.timer.subject_id, verb: by.timer.verb })])
  if (locked) holdAll(desk, draft, locked, call)
  mayOnAll(plan, locked, call)

  const scene = sceneOf(draft, desk, locked, plan.prepared)
  const loaded = await verb.parts.load?.(tx.db, input as never, scene as Scene<unknown, undefined>, call)
  const decision = verb.parts.decide({ ...scene, loaded }, input as never, call)
  if ('refusal' in decision) {
    if (!decision.steps) throw decision.refusal
    draft.apply(decision.steps)
    if (!draft.isEmpty) await save(tx, draft, stampOf(call, by))
    return { id: '', reveal: {}, wrote: draft.events.length > 0, refusal: decision.refusal }
  }

  draft.apply(decision.steps)
  desk.reactWithin(draft, call)
  if (plan.print) draft.apply([idempotencyStep(verb.name, by, plan.print, decision.id)])
  if (!draft.isEmpty) await save(tx, draft, stampOf(call, by, decision.as))
  const fresh =
    decision.known &&
    kindOfAnswer(desk, verb)?.fresh?.(draft, decision.id, decision.known, desk.readingOn(picture, by.caller))
  const wrote = draft.events.length > 0
  return { id: decision.id, reveal: decision.reveal ?? {}, wrote, nudges: draft.nudges, fresh }
}

const kindOfAnswer = (desk: Desk, verb: Verb) => desk.kinds.find(kind => kind.name === verbs[verb.name].answers)

/** Locks every subject in the one order of the house: by the rank of its kind, then by id. */
async function lockAll(desk: Desk, tx: Db, subjects: Subjects, wait: LockWait): Promise<Locked> {
  const rows: Locked = new Map<KindName, Row[]>()
  for (const kind of desk.kinds) {
    const ids = [...new Set<string>(subjects[kind.name] ?? [])].sort()
    if (ids.length === 0) continue
    const found = await kind.lock(tx, ids, wait)
    if (found.length < ids.length) throw wait === 'skip' ? new BusyError() : notFound()
    rows.set(kind.name, found as unknown as Row[])
  }
  return rows
}

/** Every verb first writes down what time alone has done, so that a late breach is stamped with its true time and holder. */
function holdAll(desk: Desk, draft: Draft, locked: Locked, call: Call): void {
  for (const kind of desk.kinds) {
    for (const row of locked.get(kind.name) ?? []) {
      draft.hold(kind.table, row)
      for (const child of kind.children?.(row as never) ?? []) draft.hold(child.table, child.row as Row)
      const steps = kind.advance?.(row as never, call.now, call.picture)
      if (steps) draft.apply(steps)
    }
  }
}

/** Who may: what one may not see is not found; what one may see and not do is forbidden; a stale version is a conflict. */
function mayOnAll({ desk, input, subjects }: Plan, locked: Locked | undefined, call: Call): void {
  const name = call.verb
  const kind = desk.kinds.find(candidate => locked?.has(candidate.name) && name.startsWith(`${candidate.name}.`))
  if (!kind || !locked) return
  const [first] = subjects[kind.name] ?? []
  for (const row of locked.get(kind.name) ?? []) {
    const holds = (grant: string) => mayOn(kind, grant, row, call.caller, call)
    // What everyone signed in may call needs no grant here; whom it may touch is the verb's own decision.
    if (verbs[name].access === 'granted') {
      if (!isOpenToAll(kind.readGrant) && !holds(kind.readGrant)) throw notFound()
      if (!holds(name)) throw forbidden(name)
    }
    // The version is that of the thing itself, not of others of its kind that are locked with it.
    if (typeof input.version === 'number' && row.id === first && input.version !== row.version)
      throw conflict(Number(row.version))
  }
}

/** What everyone signed in may read is hidden from nobody. */
const isOpenToAll = (readGrant: string): boolean => isRead(readGrant) && reads[readGrant].access === 'signedIn'

function sceneOf(draft: Draft, desk: Desk, locked: Locked | undefined, prepared: unknown): Scene<unknown, unknown> {
  const rows = (kind: KindName): Row[] => {
    const { table } = desk.kind(kind)
    return (locked?.get(kind) ?? []).map(row => draft.row(table, String(row.id)) ?? row)
  }
  return {
    rows: rows as Scene<unknown, unknown>['rows'],
    one: ((kind: KindName) => {
      const [first] = rows(kind)
      if (!first) throw notFound()
      return first
    }) as Scene<unknown, unknown>['one'],
    prepared,
    loaded: undefined,
  }
}

const stampOf = (call: Call, by: By, actor = by.caller.actor) => ({
  at: call.now,
  actorKind: actor.kind,
  actorId: actor.id,
  actorName: actor.name,
  verb: call.verb,
  causeSeq: by.cause?.seq ?? null,
  depth: by.cause ? by.cause.depth + 1 : 0,
  requestId: by.requestId ?? null,
})

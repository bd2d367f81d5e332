import { isRead, reads, type VerbName, verbs } from '@baton/contract'
import type { By } from './by.ts'
import type { Caller } from './caller.ts'
import type { Picture } from './configuration.ts'
import type { Db } from './db.ts'
import type { Desk } from './desk.ts'
import { Draft } from './draft.ts'
import { idempotencyStep } from './idempotency.ts'
import { type KindName, type LockWait, mayOn } from './kinds.ts'
import { conflict, forbidden, notFound, type Problem } from './problems.ts'
import { save } from './save.ts'
import type { Decision, Refusal, Row } from './steps.ts'
import { inTransaction, type Transaction } from './transaction.ts'
import type { Call, Preparing, Scene, Subjects, Verb } from './verb.ts'

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
  const plan = { desk, verb, input, by, prepared, subjects }
  if (Object.keys(subjects).length === 0) return decideAndSave(plan, desk.unlocked, undefined, picture, print)
  return inTransaction(desk, async tx => {
    const rows = await lockAll(desk, tx.db, subjects, 'wait')
    if (!isWhole(rows, subjects)) throw notFound()
    return decideAndSave(plan, tx, rows, await pictureFor(desk, tx, rows), print)
  })
}

/** Whoever holds the configuration itself decides on exactly the picture that it is about to change. */
export function pictureFor(desk: Desk, tx: Transaction, rows: Locked): Promise<Picture> {
  const [row] = rows.get('configuration') ?? []
  return desk.configuration.at(row ? Number(row.version) : tx.version)
}

/** Prepares on the picture at hand while the database is asked whether it is still the newest; if not, once more. */
export async function prepare(
  desk: Desk,
  verb: Verb,
  input: Row,
  caller: Caller,
): Promise<{ prepared: unknown; picture: Picture }> {
  const on = (picture: Picture) => {
    const catalogueOf = (kind: string) => desk.kinds.find(({ name }) => name === kind)?.catalogue(picture)
    const { db, secrets, files } = desk
    const ask: Preparing['ask'] = (read, sent) => desk.ask(read, sent, caller) as Promise<Row>
    const preparing = { db, caller, now: desk.clock(), picture, secrets, files, catalogueOf, ask }
    return (verb.made ?? verb.parts).prepare?.(preparing, input as never)
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

/** A verb that is about to be done: all that is known before anything is locked. */
export interface Plan {
  desk: Desk
  verb: Verb
  input: Row
  by: By
  prepared: unknown
  subjects: Subjects
}

export type Locked = Map<KindName, Row[]>

/** All that several plans lock. */
export const subjectsOf = (desk: Desk, plans: readonly Pick<Plan, 'subjects'>[]): Subjects =>
  Object.fromEntries(
    desk.kinds.flatMap(({ name }) => {
      const ids = plans.flatMap(({ subjects }) => subjects[name] ?? [])
      return ids.length > 0 ? [[name, [...new Set(ids)]]] : []
    }),
  )

/** What of it is this plan's own. */
export const ownOf = ({ subjects }: Pick<Plan, 'subjects'>, locked: Locked): Locked =>
  new Map(
    [...locked].flatMap(([kind, rows]) => {
      const ids = subjects[kind]
      return ids ? [[kind, rows.filter(row => ids.includes(String(row.id)))] as const] : []
    }),
  )

async function decideAndSave(
  plan: Plan,
  tx: Transaction,
  locked: Locked | undefined,
  picture: Picture,
  print: string | undefined,
): Promise<Outcome> {
  const { desk, verb, by } = plan
  const call = callOf(plan, picture)
  const draft = new Draft()
  const decision = await decideOn(plan, draft, tx, locked, call)
  if ('refusal' in decision) {
    if (!decision.steps) throw decision.refusal
    if (!draft.isEmpty) await save(tx, draft, stampOf(call, by))
    return { id: '', reveal: {}, wrote: draft.events.length > 0, refusal: decision.refusal }
  }
  if (by.keeps) draft.apply(by.keeps(decision.id))
  if (print) draft.apply([idempotencyStep(verb.name, by, print, decision.id)])
  if (!draft.isEmpty) await save(tx, draft, stampOf(call, by, decision.as))
  const fresh =
    decision.known &&
    kindOfAnswer(desk, verb)?.fresh?.(draft, decision.id, decision.known, desk.readingOn(picture, by.caller))
  const wrote = draft.events.length > 0
  return { id: decision.id, reveal: decision.reveal ?? {}, wrote, nudges: draft.nudges, fresh }
}

export const callOf = ({ desk, verb, by }: Plan, picture: Picture): Call => ({
  verb: verb.name,
  caller: by.caller,
  now: desk.clock(),
  picture,
  of: part => picture.of(part),
})

/** From the locked rows to the whole change, in `draft`: what time alone has done, what was decided, what follows from it. */
export async function decideOn(
  plan: Plan,
  draft: Draft,
  tx: Transaction,
  locked: Locked | undefined,
  call: Call,
): Promise<Decision | Refusal> {
  const { desk, verb, input } = plan
  if (locked) holdAll(desk, draft, locked, call)
  mayOnAll(plan, locked, call)
  const scene = sceneOf(draft, desk, locked, plan.prepared)
  const loaded = await verb.parts.load?.(tx.db, input as never, scene as Scene<unknown, undefined>, call)
  const decision = verb.parts.decide({ ...scene, loaded }, input as never, call)
  draft.apply(decision.steps ?? [])
  if (!('refusal' in decision)) desk.reactWithin(draft, call)
  return decision
}

const kindOfAnswer = (desk: Desk, verb: Verb) => desk.kinds.find(kind => kind.name === verbs[verb.name].answers)

/** Locks every subject that there is, in the one order of the house: by the rank of its kind, then by id. */
export async function lockAll(desk: Desk, tx: Db, subjects: Subjects, wait: LockWait): Promise<Locked> {
  const rows: Locked = new Map<KindName, Row[]>()
  for (const kind of desk.kinds) {
    const ids = [...new Set<string>(subjects[kind.name] ?? [])].sort()
    if (ids.length > 0) rows.set(kind.name, (await kind.lock(tx, ids, wait)) as unknown as Row[])
  }
  return rows
}

export const isWhole = (rows: Locked, subjects: Subjects): boolean =>
  Object.entries<readonly string[]>(subjects).every(
    ([kind, ids]) => (rows.get(kind as KindName)?.length ?? 0) === new Set(ids).size,
  )

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

export const stampOf = (call: Pick<Call, 'now'> & { verb: string }, by: By, actor = by.caller.actor) => ({
  at: call.now,
  actorKind: actor.kind,
  actorId: actor.id,
  actorName: actor.name,
  verb: call.verb,
  causeSeq: by.cause?.seq ?? null,
  depth: by.cause ? by.cause.depth + 1 : 0,
  requestId: by.requestId ?? null,
})

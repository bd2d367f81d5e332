import { type VerbName, verbs } from '@baton/contract'
import {
  callOf,
  decideOn,
  isWhole,
  type Locked,
  lockAll,
  type Outcome,
  ownOf,
  type Plan,
  pictureFor,
  prepare,
  stampOf,
  subjectsOf,
} from './attempt.ts'
import type { By } from './by.ts'
import type { Picture } from './configuration.ts'
import type { Desk } from './desk.ts'
import { Draft } from './draft.ts'
import { idempotencyStep } from './idempotency.ts'
import { mayAtAll } from './may.ts'
import { parse } from './parse.ts'
import { conflict, notFound, Overtaken, Problem } from './problems.ts'
import { type Paper, saveAll, type Whole } from './save.ts'
import type { Row } from './steps.ts'
import { inTransaction, type Transaction } from './transaction.ts'
import type { Making, Part, Scene, Verb } from './verb.ts'

/**
 * One try of a verb that is made of others (docs/decisions/0078-composed.md): all are prepared, all subjects locked
 * together, each is decided on the draft as the earlier ones leave it, and one statement writes it all. What refuses one
 * refuses the whole, and says which step it was.
 */
export async function attemptAll(
  desk: Desk,
  verb: Verb,
  made: Making<VerbName, unknown>,
  input: Row,
  by: By,
  print?: string,
): Promise<Outcome> {
  const { prepared, picture: seen } = await prepare(desk, verb, input, by.caller)
  // The parts are prepared on the picture that the whole was prepared on.
  const partBy = { ...by, caller: { ...by.caller, seen: seen.version } }
  const parts = made.parts(prepared, input as never)
  const plans: Plan[] = []
  for (const [at, part] of parts.entries()) plans.push(await inStep(at, part.verb, () => planOf(desk, part, partBy)))
  const subjects = subjectsOf(desk, plans)
  const through = { verb: verb.name, ...made.named(prepared) }
  return inTransaction(desk, async tx => {
    const locked = await lockAll(desk, tx.db, subjects, 'wait')
    if (!isWhole(locked, subjects)) throw notFound()
    isOfVersion(plans, locked, input.version, made.asOf?.(prepared))
    const picture = await pictureFor(desk, tx, locked)
    const whole = new Sequence(desk, tx, locked, picture, by, through)
    await made.lock?.(tx.db, whole.scene(prepared), parts, by.caller)
    for (const [at, plan] of plans.entries()) await inStep(at, plan.verb.name, () => whole.add(plan))
    const id = whole.ids[0] ?? ''
    whole.draft.apply(made.beside?.(prepared, whole.now) ?? [])
    if (print) whole.draft.apply([idempotencyStep(verb.name, by, print, id)])
    await whole.save()
    return { id, reveal: {}, wrote: whole.wrote, nudges: whole.nudges }
  })
}

/** What is known of a part before anything is locked: as if it were called by itself. */
async function planOf(desk: Desk, { verb: name, input: sent }: Part, by: By): Promise<Plan> {
  const verb = desk.verb(name)
  const input = parse(verbs[name].input, sent) as Row
  mayAtAll(name, by.caller)
  const amended = await desk.intercept(name, input, by.caller)
  const { prepared } = await prepare(desk, verb, amended, by.caller)
  const subjects = verb.parts.subjects?.(amended as never, prepared, by.caller) ?? {}
  return { desk, verb, input: amended, by, prepared, subjects }
}

/** The version that the caller saw is a conflict when it is another; one that only we looked at is looked at again. */
function isOfVersion([first]: readonly Plan[], locked: Locked, wanted: unknown, asOf: number | undefined): void {
  const [kind, ids] = Object.entries<readonly string[]>(first?.subjects ?? {})[0] ?? []
  const version = Number(locked.get(kind as never)?.find(({ id }) => id === ids?.[0])?.version)
  if (typeof wanted === 'number' && wanted !== version) throw conflict(version)
  if (asOf !== undefined && asOf !== version) throw new Overtaken(version)
}

/** Whatever goes wrong in a step says in which: its fields by `steps.<n>`, and its number as people count. */
async function inStep<T>(at: number, verb: VerbName, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem) || error instanceof Overtaken) throw error
    const fields = error.fields.map(field => ({ ...field, path: `steps.${at}.${field.path}` }))
    throw new Problem(error.status, error.code, { verb, ...error.params, step: at + 1 }, fields)
  }
}

/**
 * Verbs one after the other on the same rows. Each gets a draft of its own, so that it and its reactions see what it would
 * see alone; the same steps make up the one draft that is saved.
 */
class Sequence {
  readonly ids: string[] = []
  readonly now: Date
  wrote = false
  draft = new Draft()
  readonly nudges: Draft['nudges'] = []
  /** The events of each part, under its own name. */
  #told: Paper[] = []
  #locked: Locked
  readonly #desk: Desk
  readonly #tx: Transaction
  readonly #picture: Picture
  readonly #by: By
  readonly #through: Whole

  constructor(desk: Desk, tx: Transaction, locked: Locked, picture: Picture, by: By, through: Whole) {
    this.#desk = desk
    this.#tx = tx
    this.#locked = locked
    this.#picture = picture
    this.#by = by
    this.#through = through
    this.now = desk.clock()
    this.#holdAll()
  }

  scene(prepared: unknown): Pick<Scene<never, undefined>, 'one'> & { prepared: unknown } {
    const one = (kind: string) => {
      const [row] = this.#locked.get(kind as never) ?? []
      if (!row) throw notFound()
      return row
    }
    return { one: one as unknown as Scene<never, undefined>['one'], prepared }
  }

  async add(plan: Plan): Promise<void> {
    const call = { ...callOf(plan, this.#picture), now: this.now }
    const draft = new Draft()
    const own = ownOf(plan, this.#locked)
    const decision = await decideOn({ ...plan, verb: this.#readingAfter(plan.verb) }, draft, this.#tx, own, call)
    if ('refusal' in decision) throw decision.refusal
    this.ids.push(decision.id)
    this.nudges.push(...draft.nudges)
    const events = new Draft()
    events.apply(draft.steps.filter(step => step.do === 'event'))
    this.wrote ||= events.events.length > 0
    this.draft.apply(draft.steps.filter(step => step.do !== 'event'))
    this.#told.push({
      draft: events,
      stamp: { ...stampOf(call, this.#by, decision.as), through: this.#through },
    })
    await this.#goOn()
  }

  async save(): Promise<void> {
    const stamp = stampOf({ now: this.now, verb: this.#through.verb }, this.#by)
    await saveAll(this.#tx, [{ draft: this.draft, stamp }, ...this.#told])
    this.draft = new Draft()
    this.#told = []
    this.#holdAll()
  }

  /**
   * A part that reads more than its locked rows must find in the tables what the earlier parts have drafted. Most only lock
   * in their `load` and answer with nothing; for the others the draft so far is written first, and they read again.
   */
  #readingAfter(verb: Verb): Verb {
    const { load } = verb.parts
    if (!load) return verb
    const again: typeof load = async (...args) => {
      const loaded = await load(...args)
      if (loaded === undefined || (this.draft.isEmpty && this.#told.length === 0)) return loaded
      await this.save()
      return load(...args)
    }
    return { ...verb, parts: { ...verb.parts, load: again } }
  }

  /** The rows for the next part: as drafted, or as written where only the tables know what stands beside them now. */
  async #goOn(): Promise<void> {
    const after: Locked = new Map()
    for (const [name, rows] of this.#locked) {
      const kind = this.#desk.kind(name)
      const left = rows.map(row =>
        kind.after ? kind.after(row as never, this.draft) : (this.draft.row(kind.table, String(row.id)) ?? row),
      )
      if (left.includes(undefined)) return this.#lockAgain()
      after.set(name, left as Row[])
    }
    this.#locked = after
  }

  async #lockAgain(): Promise<void> {
    await this.save()
    const ids = [...this.#locked].map(([kind, rows]) => [kind, rows.map(({ id }) => String(id))])
    this.#locked = await lockAll(this.#desk, this.#tx.db, Object.fromEntries(ids), 'wait')
    this.draft = new Draft()
    this.#holdAll()
  }

  #holdAll(): void {
    for (const [name, rows] of this.#locked) {
      const kind = this.#desk.kind(name)
      for (const row of rows) {
        this.draft.hold(kind.table, row)
        for (const child of kind.children?.(row as never) ?? []) this.draft.hold(child.table, child.row as Row)
      }
    }
  }
}

import type { Draft, EventDraft } from './draft.ts'
import { gathered } from './gathered.ts'
import type { Row } from './steps.ts'
import type { Transaction } from './transaction.ts'

/** Who did it and why: written on every event of the transaction. */
export interface Stamp {
  at: Date
  actorKind: string
  actorId: string | null
  actorName: string
  verb: string
  causeSeq: number | null
  depth: number
  requestId: string | null
  /** The verb that this one was a part of, and by what name it was done. */
  through?: Whole | null
}

/** What somebody did in one: a verb made of others, under its own name (a macro's). */
export interface Whole {
  verb: string
  id: string
  name: string
}

/** A draft and who signs it. */
export interface Paper {
  draft: Draft
  stamp: Stamp
}

/**
 * Writes a whole draft in one statement: one round trip, and without a surrounding transaction one commit. What the
 * database itself fills in (a ticket's number) is put into the drafted rows. Identifiers come from the code and the
 * schema only; every value travels as a parameter.
 */
export async function save(tx: Transaction, draft: Draft, stamp: Stamp): Promise<void> {
  if (!tx.alone || !onlyBrings(draft)) return saveAll(tx, [{ draft, stamp }])
  const failed = await writeTogether(tx, { draft, stamp })
  if (failed) throw failed.error
}

/** What brings new rows and changes none. */
const onlyBrings = (draft: Draft): boolean =>
  draft.images.size === 0 &&
  draft.removed.length === 0 &&
  draft.alls.length === 0 &&
  draft.tallies.length === 0 &&
  !draft.reconfigures

/** Each further one makes the statement longer, and gains less. */
const mostTogether = 8

/**
 * Drafts that come at the same time share one statement and its commit, where each is a transaction of its own: one of
 * four costs the database half of four of one. When it is refused, each is written for itself, since one is at fault or
 * two want the same key; whether something was written is never in doubt then.
 */
const writeTogether = gathered(
  async (tx: Transaction, papers: readonly Paper[]): Promise<readonly ({ error: unknown } | undefined)[]> => {
    const failureOf = (those: readonly Paper[]) =>
      saveAll(tx, those).then(
        () => undefined,
        (error: unknown) => ({ error }),
      )
    const failed = await failureOf(papers)
    if (!failed || papers.length === 1 || !isRefused(failed.error)) return papers.map(() => failed)
    return Promise.all(papers.map(paper => failureOf([paper])))
  },
  mostTogether,
)

/** The database has answered, for certain, that nothing was written: bad data, a constraint, a deadlock, a full lock table. */
const isRefused = (error: unknown): boolean => /^(22|23|40|53200|54|P0)/.test(String((error as { code?: string }).code))

/** Several drafts in one statement, in their order; no two of them may change the same row. */
export async function saveAll(tx: Transaction, papers: readonly Paper[]): Promise<void> {
  const statement = new Statement(tx)
  const changed = papers.flatMap(({ draft }) => changedIn(draft))
  for (const { table, columns, rows } of alike(changed)) statement.update(table, columns, rows)
  const removed = papers.flatMap(({ draft }) => draft.removed.map(({ table, where }) => ({ table, row: where })))
  for (const { table, columns, rows } of alike(removed)) statement.remove(table, columns, rows)
  for (const { draft } of papers) {
    for (const { table, where, patch } of draft.alls) statement.updateAll(table, where, patch)
    for (const { table, key, count, also } of draft.tallies) statement.tally(table, key, count, also)
    if (draft.reconfigures) statement.part('update configuration set version = version + 1')
  }
  for (const { table, rows } of alike(papers.flatMap(({ draft }) => draft.added))) statement.insert(table, rows)
  for (const { table, key, rows } of alike(papers.flatMap(({ draft }) => draft.puts))) statement.put(table, key, rows)
  const events = papers.flatMap(({ draft, stamp }) => draft.events.map(event => eventRow(event, stamp)))
  if (events.length > 0) statement.append('events', events)
  await statement.run()
}

/** Rows of one table and shape go together, whatever the order in which they were drafted. */
function alike<T extends { table: string; key?: readonly string[]; columns?: readonly string[]; row: Row }>(
  drafted: readonly T[],
) {
  const groups = new Map<string, { table: string; key: readonly string[]; columns: readonly string[]; rows: Row[] }>()
  for (const { table, key = [], row, columns = saidOf(row) } of drafted) {
    const shape = `${table} ${key} ${columns}`
    const group = groups.get(shape)
    if (group) group.rows.push(row)
    else groups.set(shape, { table, key, columns, rows: [row] })
  }
  return groups.values()
}

const changedIn = ({ images }: Draft) =>
  [...images].flatMap(([table, rows]) =>
    [...rows.values()].flatMap(({ after, changed }) =>
      changed.size > 0 ? [{ table, columns: [...changed].sort(byText), row: after }] : [],
    ),
  )

const saidOf = (row: Row): string[] => Object.keys(row).filter(column => row[column] !== undefined)

/** One text for one set of columns, whatever the order in which they were changed. */
const byText = (a: string, b: string): number => (a < b ? -1 : 1)

const eventRow = (event: EventDraft, stamp: Stamp): Row => ({
  at: stamp.at,
  type: event.type,
  topic_id: event.topicId,
  subject_id: event.subjectId,
  actor_kind: stamp.actorKind,
  actor_id: stamp.actorId,
  actor_name: stamp.actorName,
  verb: stamp.verb,
  cause_seq: stamp.causeSeq,
  depth: stamp.depth,
  request_id: stamp.requestId,
  through: stamp.through ?? null,
  payload: event.payload,
})

/** One `with` part a table and shape; the text depends on these and on numbers of rows alone, so few texts serve all verbs. */
class Statement {
  readonly #tx: Transaction
  #parts: string[] = []
  #values: unknown[] = []
  /** Rows that miss columns which the database fills in, and the part that returns them by their id. */
  #incomplete: { rows: readonly Row[]; part: string }[] = []

  constructor(tx: Transaction) {
    this.#tx = tx
  }

  part(text: string): string {
    const name = `s${this.#parts.length + 1}`
    this.#parts.push(`${name} as (${text})`)
    return name
  }

  update(table: string, columns: readonly string[], rows: readonly Row[]): void {
    const [row, ...others] = rows
    if (row && others.length === 0) {
      const assign = columns.map(column => `${quote(column)} = ${this.#value(table, column, row[column])}`).join(', ')
      return void this.part(`update ${quote(table)} set ${assign} where id = ${this.#value(table, 'id', row.id)}`)
    }
    const assign = columns.map(column => `${quote(column)} = v.${quote(column)}`).join(', ')
    const these = this.#these(table, ['id', ...columns], rows)
    this.part(`update ${quote(table)} t set ${assign} from ${these} where t.id = v.id`)
  }

  updateAll(table: string, where: Row, patch: Row): void {
    const assign = Object.entries(patch).map(
      ([column, value]) => `${quote(column)} = ${this.#value(table, column, value)}`,
    )
    const match = Object.entries(where).map(([column, value]) => {
      if (value === null) return `${quote(column)} is null`
      const given = this.#value(table, column, value)
      return Array.isArray(value) ? `${quote(column)} = any(${given})` : `${quote(column)} = ${given}`
    })
    this.part(`update ${quote(table)} set ${assign.join(', ')} where ${match.join(' and ')}`)
  }

  remove(table: string, columns: readonly string[], rows: readonly Row[]): void {
    const these = this.#these(table, columns, rows)
    const match = columns.map(column => `t.${quote(column)} = v.${quote(column)}`)
    this.part(`delete from ${quote(table)} t using ${these} where ${match.join(' and ')}`)
  }

  insert(table: string, rows: readonly Row[]): void {
    const [first = {}] = rows
    const missing = this.#tx.schema.columnsOf(table).filter(column => first[column] === undefined)
    const text = this.#insertText(table, rows)
    if (missing.length === 0 || first.id === undefined) this.part(text)
    else this.#incomplete.push({ rows, part: this.part(`${text} returning id, ${missing.map(quote).join(', ')}`) })
  }

  /** Rows of one shape in their order: PostgreSQL runs the parts of a statement in an order of its own. */
  append(table: string, rows: readonly Row[]): void {
    this.part(this.#insertText(table, rows))
  }

  put(table: string, key: readonly string[], rows: readonly Row[]): void {
    const update = saidOf(rows[0] ?? {})
      .filter(column => !key.includes(column))
      .map(column => `${quote(column)} = excluded.${quote(column)}`)
      .join(', ')
    const then = update ? `do update set ${update}` : 'do nothing'
    this.part(`${this.#insertText(table, rows)} on conflict (${key.map(quote).join(', ')}) ${then}`)
  }

  tally(table: string, key: Row, count: string, also: Row): void {
    const mine = `${quote(table)}.${quote(count)}`
    const update = [
      `${quote(count)} = ${mine} + 1`,
      ...Object.keys(also).map(at => `${quote(at)} = excluded.${quote(at)}`),
    ]
    const on = Object.keys(key).map(quote).join(', ')
    this.part(
      `${this.#insertText(table, [{ ...key, ...also, [count]: 1 }])} on conflict (${on}) do update set ${update.join(', ')}`,
    )
  }

  async run(): Promise<void> {
    if (this.#parts.length === 0) return
    const shown = this.#incomplete.map(({ part }) => `(select json_agg(${part}) from ${part}) as ${part}`).join(', ')
    const { rows } = await this.#tx.client.query(`with ${this.#parts.join(', ')} select ${shown || '1'}`, this.#values)
    for (const { rows: drafted, part } of this.#incomplete)
      complete(drafted, (rows[0] as Record<string, readonly Row[]>)[part] ?? [])
  }

  /** Several rows beside a table, as `v`; they know nothing of its types by themselves. */
  #these(table: string, columns: readonly string[], rows: readonly Row[]): string {
    const typed = (row: Row, column: string) =>
      `${this.#value(table, column, row[column])}::${this.#tx.schema.typeOf(table, column)}`
    const values = rows.map(row => `(${columns.map(column => typed(row, column)).join(', ')})`)
    return `(values ${values.join(', ')}) v (${columns.map(quote).join(', ')})`
  }

  #insertText(table: string, rows: readonly Row[]): string {
    const columns = saidOf(rows[0] ?? {})
    const values = rows.map(row => `(${columns.map(column => this.#value(table, column, row[column])).join(', ')})`)
    return `insert into ${quote(table)} (${columns.map(quote).join(', ')}) values ${values.join(', ')}`
  }

  #value(table: string, column: string, value: unknown): string {
    const json = value !== null && value !== undefined && this.#tx.schema.isJson(table, column)
    this.#values.push(json ? JSON.stringify(value) : (value ?? null))
    return `$${this.#values.length}`
  }
}

function complete(drafted: readonly Row[], filled: readonly Row[]): void {
  const byId = new Map(filled.map(row => [row.id, row]))
  for (const row of drafted) Object.assign(row, byId.get(row.id))
}

/** The names of tables and columns, a bounded set, quoted once. */
const quoted = new Map<string, string>()

function quote(name: string): string {
  let text = quoted.get(name)
  if (text === undefined) {
    text = `"${name.replaceAll('"', '""')}"`
    quoted.set(name, text)
  }
  return text
}

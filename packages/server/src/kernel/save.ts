import type { Draft, EventDraft } from './draft.ts'
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
}

/**
 * Writes a whole draft in one statement: one round trip, and without a surrounding transaction one commit. What the
 * database itself fills in (a ticket's number) is put into the drafted rows. Identifiers come from the code and the
 * schema only; every value travels as a parameter.
 */
export async function save(tx: Transaction, draft: Draft, stamp: Stamp): Promise<void> {
  const statement = new Statement(tx)
  for (const [table, rows] of draft.images) {
    for (const { after, changed } of rows.values())
      if (changed.size > 0) statement.update(table, after, [...changed].sort(byText))
  }
  for (const { table, where } of draft.removed) statement.remove(table, where)
  for (const { table, row } of draft.added) statement.insert(table, row)
  for (const { table, key, row } of draft.puts) statement.put(table, key, row)
  if (draft.reconfigures) statement.part('update configuration set version = version + 1')
  if (draft.events.length > 0)
    statement.append(
      'events',
      draft.events.map(event => eventRow(event, stamp)),
    )
  await statement.run()
}

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
  payload: event.payload,
})

/** One `with` part a row; the text depends on tables and columns alone, so few texts serve all verbs. */
class Statement {
  readonly #tx: Transaction
  #parts: string[] = []
  #values: unknown[] = []
  /** Rows that miss columns which the database fills in, and the part that returns them. */
  #incomplete: { row: Row; part: string }[] = []

  constructor(tx: Transaction) {
    this.#tx = tx
  }

  part(text: string): string {
    const name = `s${this.#parts.length + 1}`
    this.#parts.push(`${name} as (${text})`)
    return name
  }

  update(table: string, row: Row, columns: readonly string[]): void {
    const assign = columns.map(column => `${quote(column)} = ${this.#value(table, column, row[column])}`).join(', ')
    this.part(`update ${quote(table)} set ${assign} where id = ${this.#value(table, 'id', row.id)}`)
  }

  remove(table: string, where: Row): void {
    const match = Object.entries(where).map(
      ([column, value]) => `${quote(column)} = ${this.#value(table, column, value)}`,
    )
    this.part(`delete from ${quote(table)} where ${match.join(' and ')}`)
  }

  insert(table: string, row: Row): void {
    const missing = this.#tx.schema.columnsOf(table).filter(column => row[column] === undefined)
    const text = this.#insertText(table, [row])
    if (missing.length === 0) this.part(text)
    else this.#incomplete.push({ row, part: this.part(`${text} returning ${missing.map(quote).join(', ')}`) })
  }

  /** Rows of one shape in their order: PostgreSQL runs the parts of a statement in an order of its own. */
  append(table: string, rows: readonly Row[]): void {
    this.part(this.#insertText(table, rows))
  }

  put(table: string, key: readonly string[], row: Row): void {
    const update = Object.keys(row)
      .filter(column => !key.includes(column) && row[column] !== undefined)
      .map(column => `${quote(column)} = excluded.${quote(column)}`)
      .join(', ')
    const then = update ? `do update set ${update}` : 'do nothing'
    this.part(`${this.#insertText(table, [row])} on conflict (${key.map(quote).join(', ')}) ${then}`)
  }

  async run(): Promise<void> {
    if (this.#parts.length === 0) return
    const shown = this.#incomplete.map(({ part }) => `(select row_to_json(${part}) from ${part}) as ${part}`).join(', ')
    const { rows } = await this.#tx.client.query(`with ${this.#parts.join(', ')} select ${shown || '1'}`, this.#values)
    for (const { row, part } of this.#incomplete) Object.assign(row, (rows[0] as Record<string, Row>)[part])
  }

  #insertText(table: string, rows: readonly Row[]): string {
    const [first = {}] = rows
    const columns = Object.keys(first).filter(column => first[column] !== undefined)
    const values = rows.map(row => `(${columns.map(column => this.#value(table, column, row[column])).join(', ')})`)
    return `insert into ${quote(table)} (${columns.map(quote).join(', ')}) values ${values.join(', ')}`
  }

  #value(table: string, column: string, value: unknown): string {
    const json = value !== null && value !== undefined && this.#tx.schema.isJson(table, column)
    this.#values.push(json ? JSON.stringify(value) : (value ?? null))
    return `$${this.#values.length}`
  }
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

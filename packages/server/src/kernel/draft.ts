import type { TableName } from './db.ts'
import type { Row, Step } from './steps.ts'

export interface EventDraft {
  type: string
  topicId: string
  subjectId: string
  payload: Row
}

export interface Image {
  before: Row
  after: Row
  /** The columns that differ. */
  changed: Set<string>
}

/**
 * One transaction's changes, folded: one final image per row, rows to add, to put, to remove, and the events in order.
 * One statement can then write it all, since a second update of a row in one statement would be silently dropped.
 */
export class Draft {
  readonly images = new Map<TableName, Map<string, Image>>()
  readonly added: { table: TableName; row: Row }[] = []
  readonly puts: { table: TableName; key: readonly string[]; row: Row }[] = []
  readonly removed: { table: TableName; where: Row }[] = []
  readonly alls: { table: TableName; where: Row; patch: Row }[] = []
  readonly tallies: { table: TableName; key: Row; count: string; also: Row }[] = []
  readonly events: EventDraft[] = []
  readonly nudges: { kind: string; persons: readonly string[] }[] = []
  reconfigures = false
  /** What it has been made of, in order: another draft follows this one by the same steps. */
  readonly steps: Step[] = []

  /** Makes a locked row known, so that it can be changed. */
  hold(table: TableName, row: Row): void {
    const rows = this.images.get(table) ?? new Map()
    this.images.set(table, rows)
    rows.set(String(row.id), { before: row, after: row, changed: new Set() })
  }

  /** The row as it will be; undefined when this transaction neither holds nor adds it. */
  row(table: TableName, id: string): Row | undefined {
    return (
      this.images.get(table)?.get(id)?.after ?? this.added.find(add => add.table === table && add.row.id === id)?.row
    )
  }

  apply(steps: readonly Step[]): void {
    for (const step of steps) {
      this.steps.push(step)
      this.#apply(step)
    }
  }

  get isEmpty(): boolean {
    return (
      !this.reconfigures &&
      this.events.length === 0 &&
      this.added.length === 0 &&
      this.puts.length === 0 &&
      this.removed.length === 0 &&
      this.alls.length === 0 &&
      this.tallies.length === 0 &&
      [...this.images.values()].every(rows => [...rows.values()].every(image => image.changed.size === 0))
    )
  }

  #apply(step: Step): void {
    switch (step.do) {
      case 'set':
        this.#set(step.table, step.id, step.patch)
        return
      case 'add':
        this.added.push({ table: step.table, row: { ...step.row } })
        return
      case 'put':
        this.#put(step.table, step.key, step.row)
        return
      case 'remove':
        this.#remove(step.table, step.where)
        return
      case 'setAll':
        this.alls.push({ table: step.table, where: step.where, patch: step.patch })
        return
      case 'tally':
        this.tallies.push({ table: step.table, key: step.key, count: step.count, also: step.also })
        return
      case 'nudge':
        this.nudges.push({ kind: step.kind, persons: step.persons })
        return
      case 'reconfigure':
        this.reconfigures = true
        return
      case 'event':
        this.events.push({ type: step.type, topicId: step.topicId, subjectId: step.subjectId, payload: step.payload })
        return
    }
  }

  #set(table: TableName, id: string, said: Row): void {
    // What is undefined was not said; to empty a column is to set it to null.
    const patch = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
    const fresh = this.added.find(add => add.table === table && add.row.id === id)
    if (fresh) {
      Object.assign(fresh.row, patch)
      return
    }
    const image = this.images.get(table)?.get(id)
    if (!image) throw new Error(`${table} ${id} is changed but was not locked`)
    image.after = { ...image.after, ...patch }
    for (const column of Object.keys(patch)) image.changed.add(column)
    if (typeof image.before.version === 'number' && !image.changed.has('version')) {
      image.after.version = image.before.version + 1
      image.changed.add('version')
    }
  }

  #put(table: TableName, key: readonly string[], row: Row): void {
    const same = (other: Row) => key.every(column => other[column] === row[column])
    const at = this.puts.findIndex(put => put.table === table && same(put.row))
    if (at >= 0) this.puts.splice(at, 1)
    const gone = this.removed.findIndex(drop => drop.table === table && same(drop.where))
    if (gone >= 0) this.removed.splice(gone, 1)
    if (this.removed.some(drop => drop.table === table && isAmong(row, drop.where)))
      throw new Error(`${table}: one statement cannot remove many rows and put one of them`)
    this.puts.push({ table, key, row })
  }

  #remove(table: TableName, where: Row): void {
    const isMeant = (other: { table: TableName; row: Row }) => other.table === table && isAmong(other.row, where)
    for (const drafted of [this.added, this.puts]) {
      for (let at = drafted.length - 1; at >= 0; at--) {
        const other = drafted[at]
        if (other && isMeant(other)) drafted.splice(at, 1)
      }
    }
    this.removed.push({ table, where })
  }
}

const isAmong = (row: Row, where: Row): boolean =>
  Object.entries(where).every(([column, value]) => row[column] === value)

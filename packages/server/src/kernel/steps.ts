import type { EventName, EventPayload } from '@baton/contract'
import type { Actor } from './caller.ts'
import type { TableName, Tables } from './db.ts'
import { Problem } from './problems.ts'

export type Row = Record<string, unknown>

/** What a decision wants done. A list of steps is the whole change: rows and the events that tell of it. */
export type Step =
  | { do: 'set'; table: TableName; id: string; patch: Row }
  | { do: 'add'; table: TableName; row: Row }
  | { do: 'put'; table: TableName; key: readonly string[]; row: Row }
  | { do: 'remove'; table: TableName; where: Row }
  | { do: 'setAll'; table: TableName; where: Row; patch: Row }
  | { do: 'tally'; table: TableName; key: Row; count: string; also: Row }
  | { do: 'reconfigure' }
  | { do: 'nudge'; kind: string; persons: readonly string[] }
  | { do: 'event'; type: EventName; topicId: string; subjectId: string; payload: Row }

/** Changes columns of a row that the verb has locked. */
export const set = <T extends TableName>(table: T, id: string, patch: Partial<Tables[T]>): Step => ({
  do: 'set',
  table,
  id,
  patch: patch as Row,
})

/** Adds a row; columns that are left out get their defaults. */
export const add = <T extends TableName>(table: T, row: Partial<Tables[T]>): Step => ({
  do: 'add',
  table,
  row: row as Row,
})

/** Adds a row, or replaces the one with the same key. */
export const put = <T extends TableName>(
  table: T,
  key: readonly (keyof Tables[T] & string)[],
  row: Partial<Tables[T]>,
): Step => ({
  do: 'put',
  table,
  key,
  row: row as Row,
})

/** Removes the rows whose columns equal these. */
export const remove = <T extends TableName>(table: T, where: Partial<Tables[T]>): Step => ({
  do: 'remove',
  table,
  where: where as Row,
})

/**
 * Changes every row whose columns equal these, be there one or thousands: for what nobody locks and nothing reacts to,
 * such as a person's own marks. A list stands for one of its values, null for none.
 */
export const setAll = <T extends TableName>(
  table: T,
  where: { [C in keyof Tables[T]]?: Tables[T][C] | readonly Tables[T][C][] },
  patch: Partial<Tables[T]>,
): Step => ({
  do: 'setAll',
  table,
  where: where as Row,
  patch: patch as Row,
})

/** Counts one more in the row of this key, which is there from the first one on; `also` is what it says beside the number. */
export const tally = <T extends TableName>(
  table: T,
  key: Partial<Tables[T]>,
  count: keyof Tables[T] & string,
  also: Partial<Tables[T]>,
): Step => ({
  do: 'tally',
  table,
  key: key as Row,
  count,
  also: also as Row,
})

/** Once it is committed, the open pages of these people ask again for their own things of this kind. Never an event: it may be lost. */
export const nudge = (kind: string, persons: readonly string[]): Step => ({ do: 'nudge', kind, persons })

/** Part of every change of configuration: every process reloads it at its next load. */
export const reconfigure: Step = { do: 'reconfigure' }

/** Tells what happened. `topicId` orders events that belong together (one ticket's history); `subjectId` is the thing itself. */
export const tell = <N extends EventName>(
  type: N,
  topicId: string,
  subjectId: string,
  payload: EventPayload<N>,
): Step => ({
  do: 'event',
  type,
  topicId,
  subjectId,
  payload: payload as Row,
})

/** A decision: the record to answer with and the steps; `reveal` is shown once in the answer and stored nowhere. */
export interface Decision {
  id: string
  steps: readonly Step[]
  reveal?: Row
  /** What the answer shows besides the drafted rows, so that a new record need not be read again. */
  known?: Row
  /** Who it turned out to be, for the history: signing in is called by nobody and done by a person. */
  as?: Actor
}

export interface Refusal {
  refusal: Problem
  /** What is written down although it is refused: that somebody tried. */
  steps?: readonly Step[]
}

export const done = (id: string, steps: readonly Step[], reveal?: Row): Decision => ({
  id,
  steps,
  ...(reveal && { reveal }),
})

/** The thing does not make sense now: 409 with a stable code. */
export const refuse = (code: string, params: Row = {}): Refusal => ({ refusal: new Problem(409, code, params) })

/** The input names something that cannot be: 422 at that field. */
export const refuseField = (path: string, code: string, params: Row = {}): Refusal => ({
  refusal: new Problem(422, 'invalid', {}, [{ path, code, params }]),
})

export interface Change {
  field: string
  from: unknown
  to: unknown
  /** What ids among them were called, where that cannot be looked up once they are gone. */
  names?: Readonly<Record<string, string>>
}

/** The differences between a row and its patch as {field, from, to}, named as the API names them. */
export function changesOf(row: Row, patch: Row, names: Record<string, string>): Change[] {
  const changes: Change[] = []
  for (const [column, to] of Object.entries(patch)) {
    const field = names[column]
    if (field && !sameValue(row[column], to)) changes.push({ field, from: plain(row[column]), to: plain(to) })
  }
  return changes
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null))
const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b))

import {
  type Catalogue,
  type Condition,
  check,
  type Environment,
  type EventName,
  isRead,
  type RecordName,
  type Resolved,
  reads,
  resolve,
} from '@baton/contract'
import type { Config } from '../config.ts'
import type { Cache } from './cache.ts'
import type { Caller } from './caller.ts'
import type { Columns } from './conditions/index.ts'
import type { Picture } from './configuration.ts'
import type { Db, TableName } from './db.ts'
import type { Draft } from './draft.ts'
import type { Files } from './files.ts'
import type { Row, Step } from './steps.ts'

/** Rooms merge their lockable rows into it: the kind's name to the row type that locking yields. */
// biome-ignore lint/suspicious/noEmptyInterface: rooms merge into it
export interface KindRows {}
export type KindName = keyof KindRows & string

/** A kind of thing that verbs act on. */
export interface Kind<K extends KindName = KindName> {
  name: K
  table: TableName
  /** Everybody locks in ascending rank, and by id within a rank: so nobody waits in a ring. */
  rank: number
  /**
   * Selects by id, in order of id, `for update`, with the child rows that reactions need; these by a statement of their own
   * afterwards, for one that has waited sees beside the locked row what stood there before it waited.
   */
  lock(tx: Db, ids: readonly string[], wait: LockWait): Promise<KindRows[K][]>
  /** Kinds that screens show live: after which events a record, the event's topic, is to be fetched again. */
  live?: {
    announces: readonly EventName[]
    load(db: Db, ids: readonly string[]): Promise<KindRows[K][]>
  }
  /** The grant without which the thing does not exist for the caller. */
  readGrant: string
  /** The row as conditions see it: by the API's property paths. */
  plain(row: KindRows[K], picture: Picture): Row
  catalogue(picture: Picture): Catalogue
  columns(picture: Picture): Columns
  /** Child rows that locking has loaded too, and that reactions may change. */
  children?(row: KindRows[K]): readonly { table: TableName; row: object }[]
  /**
   * The row as a draft leaves it, its child rows with it; undefined when only the tables can tell what stands beside it
   * then. Without this the drafted row itself.
   */
  after?(row: KindRows[K], draft: Draft): KindRows[K] | undefined
  /** The record of a row that this draft has just added, when all that it shows is known; otherwise it is read. */
  fresh?(draft: Draft, id: string, known: Row, reading: Reading): Row | undefined
  /** What time alone has done by now: overdue clocks, stamped with their true due time and the holder then. */
  advance?(row: KindRows[K], now: Date, picture: Picture): Step[]
}

export type LockWait = 'wait' | 'skip'

/** What a read or an answer is made from. */
export interface Reading {
  db: Db
  caller: Caller
  picture: Picture
  now: Date
  cache: Cache
  config: Config
  files: Files
  /** A kind of any room, later ones too: what may be seen of it decides what is told of it elsewhere. */
  kind(name: KindName): Kind
}

/** Makes records as the API shows them, in the order of `ids`; unknown ids are left out. */
export type Present = (reading: Reading, ids: readonly string[]) => Promise<Row[]>
export type Presenters = Partial<Record<RecordName, Present>>

/** What a condition on a grant, a view or a search depends on beside the record. */
export const environmentOf = (caller: Caller, now: Date): Environment => ({ now, zone: caller.zone, me: caller.me })

/** Whether the caller's grant holds on this row. */
export function mayOn(
  kind: Kind,
  grant: string,
  row: unknown,
  caller: Caller,
  at: { now: Date; picture: Picture },
): boolean {
  // What everyone signed in may read has passed the first gate.
  if (isRead(grant) && reads[grant].access !== 'granted') return true
  const answer = caller.grants.may(grant)
  if (typeof answer === 'boolean') return answer
  const resolved = resolve(answer, kind.catalogue(at.picture), environmentOf(caller, at.now))
  return check(resolved, kind.plain(row as never, at.picture))
}

/** The grant as a condition for a list: `all: []` holds everywhere, `any: []` nowhere. */
export function scopeOf(
  kind: Kind,
  grant: string,
  { caller, now, picture }: Pick<Reading, 'caller' | 'now' | 'picture'>,
): Resolved {
  const answer = caller.grants.may(grant)
  const condition: Condition = answer === true ? { all: [] } : answer === false ? { any: [] } : answer
  return resolve(condition, kind.catalogue(picture), environmentOf(caller, now))
}

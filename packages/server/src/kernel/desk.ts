import type { ReadName, RecordName, VerbName } from '@baton/contract'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { By } from './by.ts'
import type { Caller } from './caller.ts'
import type { Configuration, Picture } from './configuration.ts'
import type { Db } from './db.ts'
import type { Outbox } from './deliveries/outbox.ts'
import type { Draft } from './draft.ts'
import type { Files } from './files.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Kind, KindName, Reading } from './kinds.ts'
import type { Outgoing } from './outgoing/index.ts'
import type { Page, Read } from './read.ts'
import type { Schema } from './schema.ts'
import type { Secrets } from './secrets/index.ts'
import type { Row } from './steps.ts'
import type { Transaction } from './transaction.ts'
import type { Call, Verb } from './verb.ts'

/** One running desk: everything that a verb, a read, a follower or a channel may use. Nothing lives at module level. */
export interface Desk {
  config: Config
  /** The clock is a part of the desk, so that tests can turn it. */
  clock(): Date
  log: Logger
  pool: pg.Pool
  db: Db
  /** How many statements this desk has sent to its database. */
  statements(): number
  files: Files
  /** The door to the outside. */
  outbox: Outbox
  /** How it calls others by HTTP. */
  outgoing: Outgoing
  secrets: Secrets
  jobs: Jobs
  configuration: Configuration
  schema: Schema
  /** Runs statements each in a transaction of their own. */
  unlocked: Transaction

  /** In the order in which they are locked. */
  kinds: readonly Kind[]
  kind(name: KindName): Kind
  verb(name: VerbName): Verb
  read(name: ReadName): Read

  perform(name: VerbName, sent: unknown, by: By): Promise<Row>
  ask(name: ReadName, sent: unknown, caller: Caller): Promise<Row | Page>
  present(record: RecordName, ids: readonly string[], caller: Caller): Promise<Row[]>
  reading(caller: Caller): Promise<Reading>
  readingOn(picture: Picture, caller: Caller): Reading
  /** The configuration as it stood when the caller was recognised, or now. */
  newest(caller: Caller): Promise<Picture>
  reactWithin(draft: Draft, call: Call): void
  intercept(name: VerbName, input: Row, caller: Caller): Promise<Row>
  /** Baton itself: may everything, and is named in the history (`timer`, `mail`). */
  systemCaller(name: string): Caller

  events: EventSignal
  /** The open pages of these people, in whatever process, ask again for their own things of this kind. */
  nudge(kind: string, persons: readonly string[]): void
}

export interface EventSignal {
  /** Says that events were committed: the followers of this process wake at once, other processes soon. */
  wake(): void
}

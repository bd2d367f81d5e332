import type { Catalogue, ReadName, ReadSent, VerbInput, VerbName } from '@baton/contract'
import type { Caller } from './caller.ts'
import type { Cached, Picture } from './configuration.ts'
import type { Db } from './db.ts'
import type { Files } from './files.ts'
import type { KindName, KindRows } from './kinds.ts'
import type { Secrets } from './secrets/index.ts'
import type { Decision, Refusal, Row, Step } from './steps.ts'

/** The ids that a verb acts on, by kind; all known before anything is locked. */
export type Subjects = { [K in KindName]?: readonly string[] }

/** One call of one verb. `now` is taken after the locks, so history is never out of order. */
export interface Call {
  verb: VerbName
  caller: Caller
  now: Date
  picture: Picture
  of<T>(part: Cached<T>): T
}

/** What a verb may use before anything is locked: look-ups by natural keys, hashing, reading files. */
export interface Preparing {
  db: Db
  caller: Caller
  now: Date
  picture: Picture
  secrets: Secrets
  files: Files
  /** The fields of a kind, later rooms' kinds included; undefined when there is no such kind. */
  catalogueOf(kind: string): Catalogue | undefined
  /** What the caller is answered to this: for what only they may see of it. */
  ask<N extends ReadName>(name: N, sent: ReadSent<N>): Promise<Row>
}

export interface Scene<P, L> {
  rows<K extends KindName>(kind: K): KindRows[K][]
  /** The first locked row of the kind; the shell has already answered 404 when it is missing. */
  one<K extends KindName>(kind: K): KindRows[K]
  prepared: P
  loaded: L
}

/** The parts of a verb, in the order in which the shell runs them. */
export interface VerbParts<N extends VerbName, P, L> {
  prepare?(preparing: Preparing, input: VerbInput<N>): Promise<P>
  subjects?(input: VerbInput<N>, prepared: P, caller: Caller): Subjects
  /** Reads what `decide` needs besides the locked rows; runs under the locks. */
  load?(tx: Db, input: VerbInput<N>, scene: Scene<P, undefined>, call: Call): Promise<L>
  /** Does it make sense now? Pure: what to change, or why not. */
  decide(scene: Scene<P, L>, input: VerbInput<N>, call: Call): Decision | Refusal
}

export interface Verb<N extends VerbName = VerbName> {
  name: N
  // The shell treats all verbs alike; what is prepared and loaded is each verb's own business.
  parts: VerbParts<N, unknown, unknown>
  /** Of which others it is made, when it is: then its parts are theirs. */
  made?: Making<N, unknown>
}

/** One of the verbs that another is made of, with what it is sent. */
export interface Part {
  verb: VerbName
  input: Row
}

/** How a verb is made of others, done in their order on the same things: all of them or none. */
export interface Making<N extends VerbName, P> {
  prepare(preparing: Preparing, input: VerbInput<N>): Promise<P>
  parts(prepared: P, input: VerbInput<N>): readonly Part[]
  /** By what name it is done, for the history. */
  named(prepared: P): { id: string; name: string }
  /** The version of the first thing that it acts on, where what was prepared holds for no other. */
  asOf?(prepared: P): number | undefined
  /** Whatever the parts will come to lock besides their subjects, as far as it is known: in one order, before the first decides. */
  lock?(tx: Db, scene: Pick<Scene<P, undefined>, 'one'>, parts: readonly Part[], caller: Caller): Promise<void>
  /** What is written down with them. */
  beside?(prepared: P, now: Date): readonly Step[]
}

export function verb<N extends VerbName, P = undefined, L = undefined>(name: N, parts: VerbParts<N, P, L>): Verb<N> {
  return { name, parts: parts as VerbParts<N, unknown, unknown> }
}

/** A verb made of others: one lock, one draft, one save. Each part keeps its own name in the history. */
export const composed = <N extends VerbName, P>(name: N, made: Making<N, P>): Verb<N> => ({
  name,
  parts: {
    decide: () => {
      throw new Error(`${name} is decided by its parts`)
    },
  },
  made: made as Making<N, unknown>,
})

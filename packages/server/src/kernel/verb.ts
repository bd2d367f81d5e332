import type { Catalogue, VerbInput, VerbName } from '@baton/contract'
import type { Caller } from './caller.ts'
import type { Cached, Picture } from './configuration.ts'
import type { Db } from './db.ts'
import type { Files } from './files.ts'
import type { KindName, KindRows } from './kinds.ts'
import type { Secrets } from './secrets/index.ts'
import type { Decision, Refusal } from './steps.ts'

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
}

export function verb<N extends VerbName, P = undefined, L = undefined>(name: N, parts: VerbParts<N, P, L>): Verb<N> {
  return { name, parts: parts as VerbParts<N, unknown, unknown> }
}

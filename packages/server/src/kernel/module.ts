import type { EventName, VerbName } from '@baton/contract'
import type { FastifyInstance } from 'fastify'
import type { Actor } from './caller.ts'
import type { Cached, Picture } from './configuration.ts'
import type { Sender } from './deliveries/sender.ts'
import type { Desk } from './desk.ts'
import type { Draft } from './draft.ts'
import type { JobKind } from './jobs/kind.ts'
import type { Kind, Presenters } from './kinds.ts'
import type { Follower } from './log/follower.ts'
import type { Read } from './read.ts'
import type { Step } from './steps.ts'
import type { Verb } from './verb.ts'

/** What a room shows at its door. */
export interface Module {
  name: string
  verbs?: Readonly<Record<string, Verb>>
  reads?: Readonly<Record<string, Read>>
  kinds?: readonly Kind[]
  presenters?: Presenters
  configuration?: readonly Cached<unknown>[]
  /** Pure reactions inside the transaction, in the order of the modules. */
  within?: readonly Within[]
  followers?: readonly Follower[]
  /** What it can do in the background to many at once. */
  jobKinds?: readonly JobKind[]
  /** Numbers for operators, beside those of the machinery. */
  gauges?: readonly GaugeOf[]
  /** Channels alone send. */
  senders?: readonly Sender[]
  /** Channels add routes, for forms and callbacks; a reaction only where the answer is a file. */
  routes?(app: FastifyInstance, desk: Desk): void | Promise<void>
  /** Long-running parts of a worker: listeners, sweeps. Answers how to stop them. */
  start?(desk: Desk): Promise<() => Promise<void>>
}

/** A number at /metrics, perhaps by one label; asked when they are fetched. */
export interface GaugeOf {
  name: string
  help: string
  label?: string
  collect(desk: Desk): Promise<readonly { of?: string; value: number }[]>
}

/** A pure reaction to the draft so far. It names the events that it hears, so that most transactions never call it. */
export interface Within {
  name: string
  hears: readonly EventName[]
  react(draft: Draft, at: { now: Date; picture: Picture; verb: VerbName; actor: Actor }): Step[]
}

export const module = <M extends Module>(parts: M): M => parts

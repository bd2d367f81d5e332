import { z } from 'zod'
import { event, readOne, verb } from './catalogue.ts'
import { id, line } from './shapes.ts'

/** Health: what an operator looks at when something seems slow or stuck, and the one thing to be done about it here. */

export const healthVerbs = {
  /** Has a follower handle once more, in order, what it failed at. */
  'health.replay': verb('health', { follower: line(100) }),
} as const

export const healthReads = { 'health.get': readOne('health', {}) } as const

export const healthEvents = { 'health.replayed': event({ follower: z.string(), count: z.int() }) } as const

/** From where on something is worth a warning. */
export const healthLimits = {
  /** How far a follower may be behind, and how long a transaction may hold all of them. */
  lagSeconds: 30,
  horizonSeconds: 30,
  /** The data folder's disk: less than this share, or than so many bytes. */
  diskShare: 0.05,
  diskBytes: 1_073_741_824,
  /** A process that has not been heard of for so long is gone. */
  silentSeconds: 60,
} as const

const time = z.string()

export const health = z.object({
  /** Of Node. */
  version: z.string(),
  database: z.object({ version: z.string(), embedded: z.boolean(), bytes: z.number() }),
  /** Of the disk that holds the data folder of the process that answers. */
  disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }),
  /** Age of the oldest writing transaction anywhere in the database's cluster, which holds every follower, and whose it is. */
  horizonAgeSeconds: z.number(),
  horizonOwner: z.string().nullable(),
  followers: z.array(
    z.object({
      name: z.string(),
      lagEvents: z.int(),
      lagSeconds: z.number(),
      parked: z.int(),
      /** It has been asked to handle the parked ones again, and has not finished. */
      replaying: z.boolean(),
    }),
  ),
  /** The first events that were set aside, and why. */
  parkedEvents: z.array(
    z.object({
      follower: z.string(),
      seq: z.int(),
      type: z.string(),
      topicId: id,
      tries: z.int(),
      error: z.string(),
      parkedAt: time,
    }),
  ),
  /** The last night's check of clocks against their history; null before the first. */
  clockCheck: z
    .object({
      night: z.string(),
      doneAt: time.nullable(),
      checked: z.int(),
      wrong: z.int(),
      /** The first of them. */
      tickets: z.array(z.object({ id, number: z.string(), clocks: z.array(z.string()) })),
    })
    .nullable(),
  timersOverdue: z.int(),
  /** How long the first of them has been due. */
  timersLateSeconds: z.number(),
  deliveries: z.record(z.string(), z.int()),
  mails: z.record(z.string(), z.int()),
  processes: z.array(
    z.object({
      id,
      role: z.string(),
      version: z.string(),
      host: z.string(),
      pid: z.int(),
      startedAt: time,
      seenAt: time,
    }),
  ),
})

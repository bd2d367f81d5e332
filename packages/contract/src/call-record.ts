import { z } from 'zod'
import { callDirections, callOutcomes, callStates } from './calls.ts'
import { id } from './shapes.ts'

const time = z.string()

/** A call as a ticket's history shows it. */
export const timelineCall = z.object({
  id,
  direction: z.enum(callDirections),
  state: z.enum(callStates),
  number: z.string().nullable(),
  agent: z.object({ id, name: z.string() }).nullable(),
  startedAt: time,
  /** How long they talked; null while they do, and when nobody knows. */
  seconds: z.int().nullable(),
})

export const call = timelineCall.extend({
  /** `device`: a phone system told it; `hand`: an agent's own timer. */
  source: z.enum(['device', 'hand']),
  /** In E.164; null when the number is hidden, masked or has no area code. */
  phone: z.string().nullable(),
  customer: z
    .object({
      id,
      number: z.string(),
      name: z.string(),
      salutation: z.enum(['mr', 'ms']).nullable(),
      level: z.string().nullable(),
      company: z.string().nullable(),
    })
    .nullable(),
  ticket: z.object({ id, number: z.string(), subject: z.string() }).nullable(),
  outcome: z.enum(callOutcomes).nullable(),
  /** The missed call that this one answers. */
  answersId: id.nullable(),
  answeredAt: time.nullable(),
  endedAt: time.nullable(),
  version: z.int(),
  allowed: z.array(z.string()),
})

import { z } from 'zod'
import { event, readPage, verb } from './catalogue.ts'
import { keptVerb } from './kept.ts'
import { condition, id, line, version } from './shapes.ts'
import { openStatuses, type urgencies } from './states.ts'

/** Promises of time: which policy a ticket falls under, and what it promises by urgency. */

/**
 * `response`: our first answer. `nextResponse`: an answer to what the customer has written since. `acknowledge`: whoever
 * was handed it takes it up. `resolution`: it is solved. `progress`: a word on how far it is, again and again.
 */
export const slaTargets = ['response', 'nextResponse', 'acknowledge', 'resolution', 'progress'] as const
export type SlaTarget = (typeof slaTargets)[number]

const tenYears = 10 * 366 * 86_400

/** Working seconds; null: nothing is promised for this urgency. A minute to ten years. */
const promised = z.int().min(60).max(tenYears).nullable()

/** When the yellow card falls: so many working seconds before it is due, or so much of the whole, in per cent. */
export const cardLead = z.union([
  z.strictObject({ seconds: z.int().min(60).max(tenYears) }),
  z.strictObject({ share: z.int().min(1).max(90) }),
])
export type CardLead = z.output<typeof cardLead>
export const usualLead: CardLead = { share: 20 }

/** One step of a ladder: what is done with the ticket, by any verb that acts on one. */
const rung = z.strictObject({
  /** Working seconds after it is due; below zero, before. */
  seconds: z.int().min(-tenYears).max(tenYears),
  ...keptVerb,
})
export type Rung = z.output<typeof rung>

export const slaTargetShape = z.strictObject({
  target: z.enum(slaTargets),
  /** By which working time it is reckoned; null: round the clock. */
  calendarId: id.nullable(),
  seconds: z.strictObject({ normal: promised, urgent: promised, critical: promised } satisfies Record<
    (typeof urgencies)[number],
    z.ZodType
  >),
  /** Statuses in which it stands still. A paused ticket's clocks stand still whatever stands here. */
  pauseIn: z.array(z.enum(openStatuses)).max(openStatuses.length).default([]),
  /** Null: no yellow card. */
  lead: cardLead.nullable().default(usualLead),
  /** What is done while nobody keeps it; done in the order of their times, once each. */
  ladder: z.array(rung).max(100).default([]),
})

const targets = z
  .array(slaTargetShape)
  .min(1)
  .max(slaTargets.length)
  .refine(all => new Set(all.map(({ target }) => target)).size === all.length, { params: { code: 'sla.twice' } })

export const slaVerbs = {
  /** Comes last of all; `position` moves it. */
  'slaPolicy.create': verb('slaPolicy', {
    name: line(100),
    /** Tickets for which it holds; without one, all. */
    where: condition.optional(),
    targets,
    enabled: z.boolean().default(true),
  }),
  'slaPolicy.update': verb('slaPolicy', {
    slaPolicyId: id,
    name: line(100).optional(),
    where: condition.nullable().optional(),
    targets: targets.optional(),
    enabled: z.boolean().optional(),
    /** Among the others, from 1: the first that holds is a ticket's policy. */
    position: z.int().min(1).max(1000).optional(),
    version: version.optional(),
  }),
  'slaPolicy.archive': verb('slaPolicy', { slaPolicyId: id }),
} as const

export const slaReads = {
  /** In their order. */
  'slaPolicy.list': readPage('slaPolicy', { archived: z.boolean().optional() }),
} as const

const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
const named = event({ name: z.string() })
export const slaEvents = {
  'slaPolicy.created': named,
  'slaPolicy.updated': event({ name: z.string(), changes: z.array(change) }),
  'slaPolicy.archived': named,
} as const

export const slaRecords = {
  slaPolicy: z.object({
    id,
    name: z.string(),
    where: condition.nullable(),
    targets: z.array(slaTargetShape),
    enabled: z.boolean(),
    position: z.int(),
    archived: z.boolean(),
    version: z.int(),
    allowed: z.array(z.string()),
  }),
} as const

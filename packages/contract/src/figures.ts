import { z } from 'zod'
import { readOne, readPage } from './catalogue.ts'
import { fieldKey } from './fields/spec.ts'
import { figureDimensions, figureNames, figureUnits } from './figure-names.ts'
import { condition, id } from './shapes.ts'
import type { SlaTarget } from './sla.ts'

/**
 * Statistics: what happened to tickets, counted from facts. A fact keeps the ticket's dimensions as they were at that
 * moment, so a number never changes because a ticket was handed on or filed elsewhere afterwards.
 */

/** A calendar day of the desk's zone, `2026-11-22`. */
const day = z.iso.date()

const asked = {
  /** The first and the last day, both counted. */
  from: day,
  to: day,
  /**
   * Over the facts' own dimensions: departmentId, assigneeId, channel, categoryId, categoryIds, requestType, urgency,
   * customerId, score; of a promise's facts also target and policyId. The desk's own fields that are reported:
   * `fields.<key>`; of a cascade that is the way from the root down, and `fields.<key>.own` the branch itself.
   */
  where: condition.optional(),
}
/** The stretch before of the same length, or the same days of the year before. */
const compare = z.enum(['none', 'previous', 'year']).default('none')

/** A dimension, or a field of the desk's own that is reported. */
const by = z.union([z.enum(figureDimensions), z.templateLiteral(['fields.', fieldKey])])

export const figureReads = {
  /** All figures of a stretch of days, whole and, with `by`, apart by one dimension. */
  'figures.summary': readOne('figures', { ...asked, compare, by: by.optional() }),
  /** The same day by day, or by week, month or year. */
  'figures.series': readOne('figureSeries', { ...asked, compare, unit: z.enum(figureUnits).default('day') }),
  /** The facts behind one number, newest first, each with its ticket. Of the backlog: those open at the end of `to`. */
  'figures.facts': readPage('fact', { ...asked, figure: z.enum(figureNames) }),
  /** By name the policies that figures can be narrowed by, in their order; archived ones too, for the past was theirs. */
  'figures.policies': readPage('figurePolicy', {}, 'signedIn'),
  /** Where the figures can be fetched as a workbook: the same question, answered with an address that is good for its asker. */
  'figures.export': readOne('workbook', {
    ...asked,
    compare,
    by: by.default('department'),
    /** With it a sheet more: what that number counted. */
    figure: z.enum(figureNames).optional(),
    unit: z.enum(figureUnits).default('day'),
  }),
} as const

const count = z.int()
/** Seconds of calendar time; null when there are none. */
const spread = z.object({
  count,
  median: z.number().nullable(),
  p90: z.number().nullable(),
  average: z.number().nullable(),
})
/** `n` of `of`. */
const share = z.object({ n: count, of: count })

/** What came of the promises of one target. Each is counted once: one that was missed and done later is missed. */
const promises = z.object({
  kept: count,
  breached: count,
  /** Yellow cards, and extensions granted. */
  warned: count,
  extended: count,
  /** Tickets that missed it, of those of which it was kept or missed. */
  overdue: share,
})

export const figureSet = z.object({
  created: count,
  solved: count,
  closed: count,
  /** Cancelled or force-ended. */
  ended: count,
  /** Open at the end of the last day, or now. */
  backlog: count,
  firstResponse: spread,
  handling: spread,
  /** By target. One that was dropped before it was missed, because nothing was promised any more, is not among them. */
  promises: z.object({
    response: promises,
    nextResponse: promises,
    acknowledge: promises,
    resolution: promises,
    progress: promises,
  } satisfies Record<SlaTarget, z.ZodType>),
  /** Tickets that missed any promise, of those of which any was kept or missed. */
  overdue: share,
  /** Tickets that were granted more time, of those of which a promise was kept, missed or extended. */
  extended: share,
  /** First assignments by hand, of all. */
  manual: share,
  claimed: count,
  automatic: count,
  satisfaction: z.object({
    average: z.number().nullable(),
    /** 4 and 5, of all ratings. */
    satisfied: share,
    /** Ratings, of surveys sent. */
    answered: share,
    /** How many gave 1, 2, 3, 4 and 5. */
    scores: z.array(count).length(5),
  }),
  /** Tickets reopened for the first time, of those solved for the first time. */
  reopened: share,
  reopenings: count,
  followedUp: count,
  transferred: count,
  returned: count,
  /** Tickets urged for the first time, of those created. */
  urged: share,
  urges: count,
})
export type FigureSet = z.output<typeof figureSet>

const stretch = z.object({ from: day, to: day })

export const figureRecords = {
  figures: z.object({
    from: day,
    to: day,
    zone: z.string(),
    compare: stretch.nullable(),
    total: figureSet,
    previous: figureSet.nullable(),
    by: by.nullable(),
    /** Largest first; `key` is null for those that have none. By policy only what is promised. Of customers those 200 with the most tickets created. */
    groups: z.array(
      z.object({ key: z.string().nullable(), name: z.string(), figures: figureSet, previous: figureSet.nullable() }),
    ),
  }),
  figureSeries: z.object({
    unit: z.enum(figureUnits),
    zone: z.string(),
    buckets: z.array(z.object({ from: day, to: day, figures: figureSet })),
    /** Of the stretch that is compared with, bucket by bucket. */
    previous: z.array(z.object({ from: day, to: day, figures: figureSet })).nullable(),
  }),
  fact: z.object({
    id: z.string(),
    kind: z.string(),
    at: z.string(),
    day,
    /** Of a response or a solution: how long it took. Of a kept promise: working seconds that had run; of an extension, granted. */
    seconds: z.int().nullable(),
    score: z.int().nullable(),
    /** How it was assigned, or the target of a promise. */
    word: z.string().nullable(),
    departmentId: id.nullable(),
    department: z.string().nullable(),
    assigneeId: id.nullable(),
    assignee: z.string().nullable(),
    categoryId: id.nullable(),
    category: z.string().nullable(),
    channel: z.string().nullable(),
    requestType: z.string().nullable(),
    urgency: z.string().nullable(),
    /** Of a promise: the policy that had made it. */
    policyId: id.nullable(),
    policy: z.string().nullable(),
    /** Of the desk's own fields those that are reported, by key, as they stood then. */
    fields: z.record(z.string(), z.unknown()),
    /** Null for a ticket that the caller may not see. */
    ticket: z
      .object({ id, number: z.string(), subject: z.string().nullable(), status: z.string().nullable() })
      .nullable(),
  }),
  figurePolicy: z.object({ id, name: z.string(), inForce: z.boolean() }),
  workbook: z.object({ name: z.string(), url: z.string() }),
} as const

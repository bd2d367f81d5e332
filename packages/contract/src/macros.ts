import { z } from 'zod'
import { event, readPage, verb } from './catalogue.ts'
import { keptVerb } from './kept.ts'
import { audience, condition, id, ids, line, lines, version } from './shapes.ts'

/** Macros: verbs on one ticket that are done in one go, all of them or none. */

export const mostSteps = 20
const step = z.strictObject(keptVerb)
export type MacroStep = z.output<typeof step>
const steps = z.array(step).min(1).max(mostSteps)

const macroId = id
/** For whom it is there; of which departments, when it is for departments. */
const reach = { audience: audience.default('me'), departmentIds: ids.default([]) }

export const macroVerbs = {
  /** One's own; for others it takes the grant to publish. */
  'macro.create': verb(
    'macro',
    {
      name: line(60),
      description: lines(500).optional(),
      steps,
      /** It is offered on tickets for which this holds; without one, on all. */
      where: condition.optional(),
      ...reach,
    },
    'signedIn',
  ),
  'macro.update': verb(
    'macro',
    {
      macroId,
      name: line(60).optional(),
      description: lines(500).nullable().optional(),
      steps: steps.optional(),
      where: condition.nullable().optional(),
      version: version.optional(),
    },
    'signedIn',
  ),
  'macro.publish': verb('macro', { macroId, audience, departmentIds: ids.default([]), version: version.optional() }),
  'macro.archive': verb('macro', { macroId }, 'signedIn'),
  'macro.restore': verb('macro', { macroId }, 'signedIn'),
  /** Does its steps on this ticket with the caller's own rights. `version` is the ticket's. */
  'macro.run': verb('ticket', { macroId, ticketId: id, version: version.optional() }, 'signedIn'),
} as const

export const macroReads = {
  /** By name. With a ticket, those that are for the caller, fit the ticket, and hold only what the caller may do at all. */
  'macro.list': readPage('macro', { ticketId: id.optional(), archived: z.boolean().optional() }, 'signedIn'),
} as const

const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
const named = event({ name: z.string() })
const published = event({ name: z.string(), audience, departmentIds: ids })
export const macroEvents = {
  'macro.created': named,
  'macro.updated': event({ name: z.string(), changes: z.array(change) }),
  'macro.published': published,
  'macro.archived': named,
  'macro.restored': named,
  'cannedReply.created': named,
  'cannedReply.updated': event({ name: z.string(), changes: z.array(change) }),
  'cannedReply.published': published,
  'cannedReply.archived': named,
  'cannedReply.restored': named,
} as const

/** What both have: for whom they are, whose they were, and how often they are used. */
const offered = {
  id,
  name: z.string(),
  audience,
  departmentIds: ids,
  /** Who made it; null: Baton itself, or a program. */
  owner: z.object({ id, name: z.string() }).nullable(),
  /** Whether it is the caller's own, and nobody else's. */
  own: z.boolean(),
  usedCount: z.int(),
  /** In the last thirty days. */
  usedLately: z.int(),
  usedAt: z.string().nullable(),
  archived: z.boolean(),
  version: z.int(),
  allowed: z.array(z.string()),
}

const file = z.object({ id, name: z.string(), mediaType: z.string(), size: z.int() })

export const macroRecords = {
  macro: z.object({
    ...offered,
    description: z.string().nullable(),
    steps: z.array(step),
    where: condition.nullable(),
  }),
  cannedReply: z.object({
    ...offered,
    shortcut: z.string().nullable(),
    body: z.string(),
    attachments: z.array(file),
    /** Answered once, where it was used: its files as the caller's own uploads, to be attached or left. */
    inserted: z.array(file).optional(),
  }),
} as const

/** Whatever can be typed behind a `/`: letters, digits, Chinese; no spaces. */
const shortcut = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .regex(/^[\p{L}\p{N}_-]+$/u)
const body = lines(20_000)
const attachmentIds = z.array(id).max(10)
const cannedReplyId = id

/** Canned replies: words with placeholders, and files, that are inserted and then edited. */
export const cannedReplyVerbs = {
  'cannedReply.create': verb(
    'cannedReply',
    {
      name: line(60),
      shortcut: shortcut.optional(),
      body,
      attachmentIds: attachmentIds.default([]),
      ...reach,
    },
    'signedIn',
  ),
  'cannedReply.update': verb(
    'cannedReply',
    {
      cannedReplyId,
      name: line(60).optional(),
      shortcut: shortcut.nullable().optional(),
      body: body.optional(),
      /** All of them: those that stay, and new uploads. */
      attachmentIds: attachmentIds.optional(),
      version: version.optional(),
    },
    'signedIn',
  ),
  'cannedReply.publish': verb('cannedReply', {
    cannedReplyId,
    audience,
    departmentIds: ids.default([]),
    version: version.optional(),
  }),
  'cannedReply.archive': verb('cannedReply', { cannedReplyId }, 'signedIn'),
  'cannedReply.restore': verb('cannedReply', { cannedReplyId }, 'signedIn'),
  /** Counts that it was inserted, and copies its files for the caller. */
  'cannedReply.use': verb('cannedReply', { cannedReplyId }, 'signedIn'),
} as const

export const cannedReplyReads = {
  /** By name. `text` is looked for in the name, the shortcut and the words. `mine`: those that are there for the caller. */
  'cannedReply.list': readPage(
    'cannedReply',
    { text: z.string().max(100).optional(), mine: z.boolean().optional(), archived: z.boolean().optional() },
    'signedIn',
  ),
} as const

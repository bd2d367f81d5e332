import { z } from 'zod'
import { event, readPage, verb } from './catalogue.ts'
import { id, reason, time } from './shapes.ts'
import { slaTargets } from './sla.ts'

/** The clocks of a ticket: what is told of them, the extension of one, and how each is explained. */

/** Whom an alert calls beside people by name: who has the ticket, who leads its department, who leads the one above. */
export const alertRoles = ['holder', 'managers', 'above'] as const

const ticketId = id
const target = z.enum(slaTargets)
/** Working seconds, a minute to ten years. */
const seconds = z
  .int()
  .min(60)
  .max(10 * 366 * 86_400)

export const clockVerbs = {
  /** Calls people to a ticket: a supervisor, or a policy's ladder. */
  'ticket.alert': verb('ticket', {
    ticketId,
    to: z
      .array(z.union([z.enum(alertRoles), id]))
      .min(1)
      .max(50),
    note: reason.optional(),
    /** When it was to be said: long afterwards it stands in the list and calls nobody. */
    since: time.optional(),
  }),
  /** 申请延期: more time for a promise, asked for before it is due. A newer request replaces the one that waits. */
  'ticket.requestExtension': verb('ticket', { ticketId, target: target.default('resolution'), seconds, reason }),
  /** 同意延期: as much as was asked, or less. */
  'ticket.grantExtension': verb('ticket', {
    ticketId,
    target: target.default('resolution'),
    seconds: seconds.optional(),
    note: reason.optional(),
  }),
  'ticket.declineExtension': verb('ticket', { ticketId, target: target.default('resolution'), reason }),
} as const

export const clockReads = {
  /** Each promise on a ticket and how it came to stand where it does, oldest first: every stretch with its cause. */
  'ticket.clocks': readPage('clock', { id }),
} as const

const holder = z.strictObject({ departmentId: id.nullable(), assigneeId: id.nullable() })
const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
/** Whose promise it is; of those before policies were kept with them, nobody's. */
const promise = { clock: z.string(), policyId: id.nullable().optional(), dueAt: z.string() }

export const clockEvents = {
  /** The yellow card: it is due soon. */
  'clock.warned': event({ ...promise, holder }),
  /** The red card: it is over. */
  'clock.breached': event({ ...promise, holder }),
  /** Done as promised, in time or late. */
  'clock.met': event({ ...promise, late: z.boolean(), usedSeconds: z.int() }),
  /** Promised otherwise from now on; what has run counts on. */
  'clock.changed': event({ ...promise, usedSeconds: z.int(), changes: z.array(change) }),
  /** A rung of its ladder: what is to be done now. */
  'clock.escalated': event({
    ...promise,
    /** When it was due. */
    at: z.string(),
    seconds: z.int(),
    verb: z.string(),
    input: z.record(z.string(), z.unknown()),
    holder,
  }),
  'ticket.alerted': event({ to: z.array(z.string()), note: z.string().nullable(), since: z.string().nullable() }),
  'ticket.extensionRequested': event({ clock: z.string(), seconds: z.int(), reason: z.string(), dueAt: z.string() }),
  'ticket.extensionGranted': event({
    clock: z.string(),
    policyId: id.nullable().optional(),
    seconds: z.int(),
    note: z.string().nullable(),
    askedById: id.nullable(),
    dueAt: z.string(),
  }),
  'ticket.extensionDeclined': event({ clock: z.string(), reason: z.string(), askedById: id.nullable() }),
  /** It was due, or of no more account, before anybody decided. */
  'ticket.extensionLapsed': event({ clock: z.string(), askedById: id.nullable() }),
} as const

const named = z.object({ id, name: z.string() })

/** What stands on a clock beside its promise: more time, asked for by somebody. */
export const askedExtension = z.object({
  seconds: z.int(),
  reason: z.string(),
  by: named.nullable(),
  at: z.string(),
})

export const clockRecords = {
  clock: z.object({
    id,
    target,
    policy: named.nullable(),
    /** Null: round the clock. */
    calendar: named.nullable(),
    state: z.enum(['running', 'paused', 'met', 'dropped']),
    /** All in working seconds; what was granted is part of the target. */
    targetSeconds: z.int(),
    extendedSeconds: z.int(),
    usedSeconds: z.int(),
    startedAt: z.string(),
    dueAt: z.string(),
    warnsAt: z.string().nullable(),
    warnedAt: z.string().nullable(),
    breachedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    /** Who had it when it was missed. */
    missedBy: z.string().nullable(),
    asked: askedExtension.nullable(),
    /** From its start until now, or its end, without gaps. */
    stretches: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        state: z.enum(['running', 'paused']),
        /** Why it stood so: what began the stretch. */
        cause: z.string(),
        /** The same in the reader's language. */
        text: z.string(),
        /** Working seconds that ran in it. */
        seconds: z.int(),
        targetSeconds: z.int(),
        /** The parts of it outside working hours. */
        shut: z.array(z.object({ from: z.string(), to: time })),
      }),
    ),
  }),
} as const

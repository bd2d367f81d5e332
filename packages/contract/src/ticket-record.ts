import { z } from 'zod'
import { timelineCall } from './call-record.ts'
import { askedExtension } from './clocks.ts'
import { id } from './shapes.ts'
import { runStates, statuses, urgencies } from './states.ts'
import { channels, messageKinds } from './tickets.ts'

/** The ticket and its timeline as the API answers with them. Times are ISO 8601. */
const time = z.string()
const named = z.object({ id, name: z.string() })
const person = z.object({ id, name: z.string(), employeeNo: z.string() })
export const attachment = z.object({
  id,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  inline: z.boolean().optional(),
})

export const ticket = z.object({
  id,
  number: z.string(),
  subject: z.string(),
  status: z.enum(statuses),
  runState: z.enum(runStates),
  urgency: z.enum(urgencies),
  requestType: z.string().nullable(),
  channel: z.enum(channels),
  categoryId: id.nullable(),
  /** The category's full path, `售后-产品维修`. */
  category: z.string().nullable(),
  templateId: id.nullable(),
  /** Which version of its form it was opened with. */
  templateVersion: z.int().nullable(),
  departmentId: id.nullable(),
  department: named.nullable(),
  assigneeId: id.nullable(),
  assignee: person.nullable(),
  customerId: id.nullable(),
  customer: z
    .object({
      id,
      number: z.string(),
      name: z.string(),
      /** 先生 or 女士. */
      salutation: z.enum(['mr', 'ms']).nullable(),
      level: z.string().nullable(),
      company: z.string().nullable(),
      emails: z.array(z.string()),
      phones: z.array(z.string()),
    })
    .nullable(),
  tags: z.array(z.string()),
  fields: z.record(z.string(), z.unknown()),
  result: z.string().nullable(),
  /** The customer's newest rating, 1 to 5. */
  satisfaction: z.int().nullable(),
  urgeCount: z.int(),
  reopenCount: z.int(),
  messageCount: z.int(),
  /** Compare with `seenSeq` of a reply. */
  publicSeq: z.int(),
  lastWords: z.string(),
  lastFrom: z.enum(['customer', 'us']),
  lastMessageAt: time.nullable(),
  waitingSince: time.nullable(),
  submittedAt: time,
  createdAt: time,
  updatedAt: time,
  acknowledgedAt: time.nullable(),
  firstResponseAt: time.nullable(),
  solvedAt: time.nullable(),
  closedAt: time.nullable(),
  pausedAt: time.nullable(),
  resumeAt: time.nullable(),
  /** When the customer expects us. */
  appointmentAt: time.nullable(),
  /** The nearest running target. */
  dueAt: time.nullable(),
  /** Since when a yellow card stands on it: on a promise that can still be kept. */
  warnedAt: time.nullable(),
  /** When its first red card fell. */
  breachedAt: time.nullable(),
  /** Since when an extension waits to be decided. */
  extensionAskedAt: time.nullable(),
  clocks: z.array(
    z.object({
      id,
      target: z.string(),
      state: z.enum(['running', 'paused', 'met', 'dropped']),
      startedAt: time,
      dueAt: time,
      /** When its yellow card falls; null: it has none. */
      warnsAt: time.nullable(),
      warnedAt: time.nullable(),
      endedAt: time.nullable(),
      breachedAt: time.nullable(),
      targetSeconds: z.int(),
      usedSeconds: z.int(),
      extendedSeconds: z.int(),
      /** More time, asked for and not decided yet. */
      asked: askedExtension.nullable(),
    }),
  ),
  links: z.array(z.object({ id, number: z.string(), subject: z.string(), kind: z.string() })),
  /** The newest message that the caller has seen; 0 for none. */
  seenSeq: z.int(),
  /** Whether the caller has not seen the newest message. */
  unread: z.boolean(),
  version: z.int(),
  allowed: z.array(z.string()),
})

export const timelineItem = z.object({
  seq: z.int(),
  at: time,
  type: z.string(),
  verb: z.string(),
  actor: z.object({ kind: z.string(), id: id.nullable(), name: z.string() }),
  /** What happened, as a sentence in the caller's language. */
  text: z.string(),
  /** What it was done in, with other verbs: a macro, by its name at that time. */
  through: z.object({ verb: z.string(), id, name: z.string() }).nullable(),
  ticketId: id.nullable(),
  ticketNumber: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
  /** The job of which it was a part: done to many at once. */
  jobId: id.optional(),
  /** The call that it came about in, or that was recorded. */
  call: timelineCall.nullable(),
  message: z
    .object({
      id,
      seq: z.int(),
      kind: z.enum(messageKinds),
      channel: z.string(),
      author: z.object({ kind: z.string(), id: id.nullable(), name: z.string() }),
      sender: z.string().nullable(),
      verified: z.boolean(),
      automatic: z.boolean(),
      body: z.string(),
      /** Sanitised; absent when the message is plain text. */
      html: z.string().nullable(),
      attachments: z.array(attachment),
      mentionIds: z.array(id),
      delivery: z
        .object({
          id,
          status: z.string(),
          recipient: z.string(),
          error: z.string().nullable(),
          attempts: z.int(),
          sentAt: time.nullable(),
        })
        .nullable(),
    })
    .nullable(),
})

import { z } from 'zod'
import { event, readOne, readPage, verb } from './catalogue.ts'
import { skills } from './people.ts'
import { email, id, line, lines, time, timezone, unfinished, version } from './shapes.ts'

/** The desk's own arrangements: categories, request types, mailboxes, settings, views, drafts, audit. */

const weight = z.number().min(0).max(100)
export const deskVerbs = {
  'category.create': verb('category', {
    name: line(60).refine(value => !value.includes('-'), { params: { code: 'category.dash' } }),
    parentId: id.optional(),
    departmentId: id.optional(),
    templateId: id.optional(),
    /** What a person must be good at to be given such a ticket; without any, the next category above says. */
    skills: skills.default([]),
  }),
  'category.update': verb('category', {
    categoryId: id,
    name: line(60)
      .refine(value => !value.includes('-'), { params: { code: 'category.dash' } })
      .optional(),
    parentId: id.nullable().optional(),
    departmentId: id.nullable().optional(),
    /** Which form its tickets have; without one, the next category above says. */
    templateId: id.nullable().optional(),
    skills: skills.optional(),
    version: version.optional(),
  }),
  'category.archive': verb('category', { categoryId: id }),
  'requestType.create': verb('requestType', {
    key: z.string().regex(/^[a-z][a-z0-9_]{1,40}$/),
    nameZh: line(50),
    nameEn: line(50),
  }),
  'requestType.update': verb('requestType', {
    requestTypeId: id,
    nameZh: line(50).optional(),
    nameEn: line(50).optional(),
    version: version.optional(),
  }),
  'requestType.archive': verb('requestType', { requestTypeId: id }),
  'mailbox.create': verb('mailbox', {
    name: line(100),
    address: email,
    departmentId: id.optional(),
    isDefault: z.boolean().default(false),
    signature: lines(2000).optional(),
  }),
  'mailbox.update': verb('mailbox', {
    mailboxId: id,
    name: line(100).optional(),
    address: email.optional(),
    departmentId: id.nullable().optional(),
    isDefault: z.literal(true).optional(),
    signature: lines(2000).nullable().optional(),
    version: version.optional(),
  }),
  'mailbox.archive': verb('mailbox', { mailboxId: id }),
  'settings.update': verb('settings', {
    deskName: line(100).optional(),
    numberPrefix: z
      .string()
      .regex(/^[A-Z]{0,5}$/)
      .optional(),
    autoCloseDays: z.number().min(0).max(365).optional(),
    reopenDays: z.number().min(0).max(365).optional(),
    acknowledge: z.boolean().optional(),
    defaultDepartmentId: id.nullable().optional(),
    formEnabled: z.boolean().optional(),
    timezone: timezone.optional(),
    /** How much a ticket in hand weighs against a person's capacity. */
    loadWeights: z.strictObject({ normal: weight, urgent: weight, critical: weight }).optional(),
    version: version.optional(),
  }),
  /** Unsent words are kept on the server: another browser, another day, nothing is lost. An empty body drops it. */
  'draft.save': verb(
    'draft',
    { ticketId: id, kind: z.enum(['reply', 'note', 'progress']), body: unfinished(100_000) },
    'signedIn',
  ),
  'delivery.retry': verb('delivery', { deliveryId: id }),
  'mail.retry': verb('mail', { mailId: id }),
} as const

export const deskReads = {
  'category.list': readPage('category', { archived: z.boolean().optional() }, 'signedIn'),
  'requestType.list': readPage('requestType', { archived: z.boolean().optional() }, 'signedIn'),
  'mailbox.list': readPage('mailbox', { archived: z.boolean().optional() }, 'signedIn'),
  'settings.get': readOne('settings', {}, 'signedIn'),
  'draft.list': readPage('draft', { ticketId: id.optional() }, 'signedIn'),
  'delivery.list': readPage('delivery', { ticketId: id.optional(), status: z.array(line(20)).max(10).optional() }),
  'mail.list': readPage('mail', { outcome: line(30).optional() }),
  'audit.list': readPage('event', {
    actorId: id.optional(),
    /** What was changed: the person, the department. */
    subjectId: id.optional(),
    type: line(60).optional(),
    from: time.optional(),
    to: time.optional(),
  }),
} as const

const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
const changed = event({ name: z.string(), changes: z.array(change) })
const named = event({ name: z.string() })
export const deskEvents = {
  'category.created': named,
  'category.updated': changed,
  'category.archived': named,
  'requestType.created': named,
  'requestType.updated': changed,
  'requestType.archived': named,
  'mailbox.created': named,
  'mailbox.updated': changed,
  'mailbox.archived': named,
  'settings.updated': event({ changes: z.array(change) }),
  'mail.received': event({ mailId: id, outcome: z.string() }),
  'mail.retried': event({ mailId: id, from: z.string() }),
} as const

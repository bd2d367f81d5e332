import { z } from 'zod'
import { calendarRecords } from './calendars/index.ts'
import { call } from './call-record.ts'
import type { RecordName } from './catalogue.ts'
import { clockRecords } from './clocks.ts'
import { dispatchDecision, dispatchModes } from './dispatch.ts'
import { fieldRecords } from './fields/verbs.ts'
import { figureRecords } from './figures.ts'
import { templateRecords } from './forms/templates.ts'
import { health } from './health.ts'
import { importRecords } from './imports/index.ts'
import { jobRecords } from './jobs.ts'
import { macroRecords } from './macros.ts'
import { notificationRecords } from './notifications.ts'
import { outsideRecords } from './outside.ts'
import { fieldGrants, grants, presenceStates } from './people.ts'
import { portalSettingsRecord } from './portal.ts'
import { ticketHit } from './search.ts'
import { id } from './shapes.ts'
import { slaRecords } from './sla.ts'
import { surveyRecord } from './surveys.ts'
import { attachment, ticket, timelineItem } from './ticket-record.ts'
import { assignmentModes } from './tickets.ts'
import { viewRecords } from './views.ts'

/** What the API answers with, one schema a record; OpenAPI and the web's types follow from it. Times are ISO 8601. */
const time = z.string()
const version = z.int()
const named = z.object({ id, name: z.string() })
const allowed = z.array(z.string())
const agent = z.object({
  id,
  employeeNo: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  extension: z.string().nullable(),
  locale: z.string().nullable(),
  status: z.enum(['active', 'disabled']),
  departmentIds: z.array(id),
  roleIds: z.array(id),
  skills: z.array(z.string()),
  capacity: z.int(),
  presence: z.enum(presenceStates),
  presenceAt: time,
  /** Tickets held in assigned or in progress and running, weighted by urgency. */
  load: z.number(),
  lockedUntil: time.nullable(),
  createdAt: time,
  version,
  allowed,
  initialPassword: z.string().optional(),
})

const session = z.object({
  id,
  token: z.string().optional(),
  agent: agent.nullable(),
  mustChangePassword: z.boolean(),
  /** What the person may do at all, for menus; each record says what may be done with it. */
  grants: z.record(z.string(), z.boolean()).optional(),
  /** Fields that are withheld from the person, so that nothing is built on them. */
  hidden: z.array(z.string()).optional(),
  /** Fields that the person sees and may not change once the record is there. */
  frozen: z.array(z.string()).optional(),
  current: z.boolean().optional(),
  ip: z.string().optional(),
  userAgent: z.string().optional(),
  createdAt: time.optional(),
  seenAt: time.optional(),
  expiresAt: time.optional(),
  deskName: z.string().optional(),
  firstRun: z.boolean().optional(),
})

export const records = {
  ticket,
  ticketHit,
  timelineItem,
  call,
  agent,
  session,
  ...outsideRecords,
  ...calendarRecords,
  ...slaRecords,
  ...fieldRecords,
  ...templateRecords,
  ...clockRecords,
  ...macroRecords,
  department: z.object({
    id,
    name: z.string(),
    parentId: id.nullable(),
    /** Names from the root: 客服中心 / 售后部. */
    path: z.string(),
    managerIds: z.array(id),
    memberCount: z.int(),
    dispatch: z.enum(dispatchModes),
    archived: z.boolean(),
    version,
    allowed,
  }),
  role: z.object({
    id,
    key: z.string().nullable(),
    name: z.string(),
    grants,
    fields: fieldGrants,
    memberCount: z.int(),
    archived: z.boolean(),
    version,
    allowed,
  }),
  apiKey: z.object({
    id,
    name: z.string(),
    owner: named,
    hint: z.string(),
    grants,
    expiresAt: time.nullable(),
    revokedAt: time.nullable(),
    usedAt: time.nullable(),
    createdAt: time,
    token: z.string().optional(),
    allowed,
  }),
  customer: z.object({
    id,
    number: z.string(),
    name: z.string(),
    salutation: z.enum(['mr', 'ms']).nullable(),
    companyId: id.nullable(),
    company: z.string().nullable(),
    level: z.string().nullable(),
    note: z.string().nullable(),
    emails: z.array(z.string()),
    phones: z.array(z.string()),
    externalId: z.string().nullable(),
    /** The desk's own fields, by key. */
    fields: z.record(z.string(), z.unknown()),
    /** What somebody at the public form typed beside the contact point that they were recognised by: shown, not believed. */
    claimed: z.array(z.object({ kind: z.enum(['email', 'phone']), value: z.string() })),
    ticketCount: z.int(),
    openCount: z.int(),
    createdAt: time,
    updatedAt: time,
    version,
    allowed,
  }),
  company: z.object({
    id,
    name: z.string(),
    fields: z.record(z.string(), z.unknown()),
    customerCount: z.int(),
    createdAt: time,
    updatedAt: time,
    version,
    allowed,
  }),
  category: z.object({
    id,
    name: z.string(),
    parentId: id.nullable(),
    path: z.string(),
    departmentId: id.nullable(),
    /** Its own, like the skills. */
    templateId: id.nullable(),
    /** Its own; the next above with any says for one without. */
    skills: z.array(z.string()),
    archived: z.boolean(),
    version,
    allowed,
  }),
  requestType: z.object({
    id,
    key: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    archived: z.boolean(),
    version,
    allowed,
  }),
  mailbox: z.object({
    id,
    name: z.string(),
    address: z.string(),
    departmentId: id.nullable(),
    isDefault: z.boolean(),
    signature: z.string().nullable(),
    archived: z.boolean(),
    version,
    allowed,
  }),
  settings: z.object({
    id,
    deskName: z.string(),
    timezone: z.string(),
    numberPrefix: z.string(),
    autoCloseDays: z.number(),
    reopenDays: z.number(),
    acknowledge: z.boolean(),
    formEnabled: z.boolean(),
    defaultDepartmentId: id.nullable(),
    loadWeights: z.object({ normal: z.number(), urgent: z.number(), critical: z.number() }),
    version,
    allowed,
  }),
  ...viewRecords,
  survey: surveyRecord,
  portalSettings: portalSettingsRecord,
  draft: z.object({ id, ticketId: id, kind: z.enum(['reply', 'note', 'progress']), body: z.string(), updatedAt: time }),
  delivery: z.object({
    id,
    /** Null when it is about no ticket: a test, a code, a notification to a colleague. */
    ticketId: id.nullable(),
    messageId: id.nullable(),
    channel: z.string(),
    purpose: z.string(),
    recipient: z.string(),
    status: z.enum(['queued', 'sending', 'sent', 'failed', 'unknown', 'suppressed']),
    attempts: z.int(),
    error: z.string().nullable(),
    createdAt: time,
    sentAt: time.nullable(),
    /** When the other side said that it has arrived, on channels that tell. */
    deliveredAt: time.nullable(),
    nextAt: time.nullable(),
    allowed,
  }),
  mail: z.object({
    id,
    mailboxId: id.nullable(),
    envelopeFrom: z.string(),
    envelopeTo: z.array(z.string()),
    from: z.string().nullable(),
    subject: z.string().nullable(),
    size: z.int(),
    outcome: z.string(),
    ticketId: id.nullable(),
    ticketNumber: z.string().nullable(),
    error: z.string().nullable(),
    receivedAt: time,
    allowed,
  }),
  event: z.object({
    seq: z.int(),
    at: time,
    type: z.string(),
    verb: z.string(),
    actor: z.object({ kind: z.string(), id: id.nullable(), name: z.string() }),
    text: z.string(),
    /** What it was done in, with other verbs: a macro, by its name at that time. */
    through: z.object({ verb: z.string(), id, name: z.string() }).nullable(),
    subjectId: id,
    payload: z.record(z.string(), z.unknown()),
  }),
  file: attachment.extend({ createdAt: time }),
  message: z.object({ id }),
  ...jobRecords,
  ...importRecords,
  ...notificationRecords,
  counts: z.object({ counts: z.record(z.string(), z.int()) }),
  handover: z.object({
    id,
    at: time,
    verb: z.string(),
    mode: z.enum(assignmentModes),
    fromDepartmentId: id.nullable(),
    fromAssigneeId: id.nullable(),
    toDepartmentId: id.nullable(),
    toAssigneeId: id.nullable(),
    actor: z.object({ kind: z.string(), id: id.nullable() }),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    /** Of an automatic one: why this person and not another. */
    decision: dispatchDecision.nullable(),
  }),
  dispatch: dispatchDecision,
  health,
  ...figureRecords,
} as const satisfies Record<RecordName, z.ZodType>

export type Records = { [N in keyof typeof records]: z.output<(typeof records)[N]> }
export type TicketRecord = Records['ticket']
export type TimelineItem = Records['timelineItem']
export type AgentRecord = Records['agent']
export type HandoverMode = (typeof assignmentModes)[number]

import { z } from 'zod'
import { event, readPage, verb } from './catalogue.ts'
import { groupKinds } from './notifications.ts'
import { robotKindNames, type SmsTemplate, smsProviderNames, smsTemplateNames } from './outside-forms.ts'
import { id, ids, line, phone, version } from './shapes.ts'

/** How the desk reaches the outside beside mail: group robots and text messages. What each needs stands in `outside-forms.ts`. */

/** By the keys of the form; empty or null is not said. */
const settings = z.record(z.string().max(40), z.string().max(500).nullable())
/** Taken and never answered, nor remembered as a fingerprint; null forgets one. */
const secretTexts = z.record(z.string().max(40), z.string().max(500).nullable())
const secrets = secretTexts.meta({ writeOnly: true })
const secretsOrNone = secretTexts.optional().meta({ writeOnly: true })
const smsTemplate = z.enum(smsTemplateNames as [SmsTemplate, ...SmsTemplate[]])
/** The provider's id of a template, by our name for it. */
const templates = z.record(z.string().max(40), z.string().max(64).nullable())

/** What it tells its group of, of its own accord. */
const says = z.array(z.enum(groupKinds)).max(groupKinds.length)

export const outsideVerbs = {
  'robot.create': verb('robot', {
    kind: z.enum(robotKindNames),
    name: line(60),
    settings: settings.default({}),
    secrets,
    says: says.default([]),
    /** Of which departments; none means of all. */
    departmentIds: ids.default([]),
  }),
  'robot.update': verb('robot', {
    robotId: id,
    name: line(60).optional(),
    /** What is not named stays. */
    settings: settings.optional(),
    secrets: secretsOrNone,
    says: says.optional(),
    departmentIds: ids.optional(),
    version: version.optional(),
  }),
  'robot.archive': verb('robot', { robotId: id }),
  'robot.test': verb('robot', { robotId: id }),
  'smsAccount.create': verb('smsAccount', {
    provider: z.enum(smsProviderNames),
    name: line(60),
    settings: settings.default({}),
    secrets: secretsOrNone,
    templates: templates.default({}),
    isDefault: z.boolean().default(false),
  }),
  'smsAccount.update': verb('smsAccount', {
    smsAccountId: id,
    name: line(60).optional(),
    settings: settings.optional(),
    secrets: secretsOrNone,
    templates: templates.optional(),
    isDefault: z.literal(true).optional(),
    version: version.optional(),
  }),
  'smsAccount.archive': verb('smsAccount', { smsAccountId: id }),
  'smsAccount.test': verb('smsAccount', { smsAccountId: id, phone, template: smsTemplate.optional() }),
} as const

export const outsideReads = {
  'robot.list': readPage('robot', { archived: z.boolean().optional() }),
  'smsAccount.list': readPage('smsAccount', { archived: z.boolean().optional() }),
  'sms.list': readPage('sms', {}),
} as const

const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
const named = event({ name: z.string() })
const changed = event({ name: z.string(), changes: z.array(change) })
const tested = event({ name: z.string(), deliveryId: id })

export const outsideEvents = {
  'robot.created': named,
  'robot.updated': changed,
  'robot.archived': named,
  'robot.tested': tested,
  'smsAccount.created': named,
  'smsAccount.updated': changed,
  'smsAccount.archived': named,
  'smsAccount.tested': event({ name: z.string(), deliveryId: id, phone: z.string(), template: smsTemplate }),
  /**
   * Somebody has written. `text` only when it is short; `score` when it is a bare 1 to 5 and within three days before a
   * delivery with the purpose `survey` went to that number: then it becomes no message, and is for whoever asked.
   */
  'sms.received': event({
    smsId: id,
    smsAccountId: id,
    from: z.string(),
    text: z.string().nullable(),
    score: z.int().nullable(),
  }),
} as const

const time = z.string()
const allowed = z.array(z.string())
const texts = z.record(z.string(), z.string())
/** What became of the newest that left by it. */
const last = z
  .object({
    status: z.enum(['queued', 'sending', 'sent', 'failed', 'unknown', 'suppressed']),
    error: z.string().nullable(),
    at: time,
  })
  .nullable()

const way = {
  id,
  name: z.string(),
  settings: texts,
  /** Which secrets are kept, and the last letters of the long ones. */
  secrets: z.record(z.string(), z.object({ hint: z.string() })),
  last,
  archived: z.boolean(),
  version: z.int(),
  allowed,
}

export const outsideRecords = {
  robot: z.object({
    ...way,
    kind: z.enum(robotKindNames),
    says: z.array(z.enum(groupKinds)),
    departmentIds: z.array(id),
  }),
  smsAccount: z.object({
    ...way,
    provider: z.enum(smsProviderNames),
    isDefault: z.boolean(),
    templates: texts,
    /** Where the provider reports what has arrived, and what customers write; only for who may change the account. */
    callbacks: z.object({ report: z.string(), reply: z.string() }).nullable(),
  }),
  sms: z.object({
    id,
    smsAccountId: id,
    from: z.string(),
    text: z.string(),
    isScore: z.boolean(),
    ticketId: id.nullable(),
    sentAt: time.nullable(),
    receivedAt: time,
  }),
} as const

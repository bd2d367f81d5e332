import { z } from 'zod'
import { readOne, readPage, verb } from './catalogue.ts'
import { id, ids, line, version } from './shapes.ts'

/** What somebody is told of, one word a reason. */
export const notificationKinds = [
  'assigned',
  'pool',
  'answered',
  'mentioned',
  'urged',
  'reopened',
  'near',
  'breached',
  'appointment',
  'alerted',
  'extension',
  'rated',
  'undelivered',
  'trouble',
  'test',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** How it reaches them: the list behind the bell, a pop-up beside the page, the browser's own message, a mail, a text message. */
export const notificationWays = ['inApp', 'popup', 'push', 'mail', 'sms'] as const
export type NotificationWay = (typeof notificationWays)[number]

export type WayChoices = Record<NotificationWay, boolean>
export type NotificationChoices = Record<NotificationKind, WayChoices>

/** How often mails are gathered. */
export const digests = ['off', 'hourly', 'daily'] as const
export type Digest = (typeof digests)[number]

const ways = (...on: NotificationWay[]): WayChoices => ({
  inApp: on.includes('inApp'),
  popup: on.includes('popup'),
  push: on.includes('push'),
  mail: on.includes('mail'),
  sms: on.includes('sms'),
})

/** What a group's robot may say: what concerns a department and not one person. */
export const groupKinds = ['pool', 'urged', 'breached', 'rated'] as const satisfies readonly NotificationKind[]
export type GroupKind = (typeof groupKinds)[number]

/** What holds where neither the desk nor the person has said otherwise. Text messages cost money, so they only call. */
export const usualChoices: NotificationChoices = {
  assigned: ways('inApp', 'popup', 'push', 'mail'),
  pool: ways('inApp', 'popup', 'push'),
  answered: ways('inApp', 'popup', 'push'),
  mentioned: ways('inApp', 'popup', 'push', 'mail'),
  urged: ways('inApp', 'popup', 'push', 'mail', 'sms'),
  reopened: ways('inApp', 'popup', 'push'),
  near: ways('inApp', 'popup', 'push'),
  breached: ways('inApp', 'popup', 'push', 'mail', 'sms'),
  appointment: ways('inApp', 'popup', 'push'),
  alerted: ways('inApp', 'popup', 'push', 'mail'),
  extension: ways('inApp', 'popup', 'push', 'mail'),
  rated: ways('inApp', 'popup', 'push', 'mail'),
  undelivered: ways('inApp', 'popup', 'push'),
  trouble: ways('inApp', 'popup', 'push', 'mail'),
  test: ways('inApp', 'popup', 'push', 'mail'),
}

/** What cannot wait: read aloud at once, and shown with a warning. */
export const urgentKinds: readonly NotificationKind[] = [
  'urged',
  'near',
  'breached',
  'appointment',
  'alerted',
  'trouble',
]

const choices = z.partialRecord(z.enum(notificationKinds), z.partialRecord(z.enum(notificationWays), z.boolean()))
/** `22:30`, by the clock of the person's zone. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const zone = z
  .string()
  .max(64)
  .refine(name => isZone(name), { params: { code: 'timezone.unknown' } })

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A point on the curve and a secret, as browsers give them: so many bytes in base64url. */
const base64url = (bytes: number) =>
  z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9_-]+={0,2}$/)
    .refine(text => text.replace(/=+$/, '').length === Math.ceil((bytes * 4) / 3), { params: { code: 'format' } })

export const notificationVerbs = {
  /** Read are those of `ids`, those of one ticket, or all: exactly one of the three is given. */
  'notification.read': verb(
    'notificationCount',
    { ids: ids.optional(), ticketId: id.optional(), all: z.literal(true).optional() },
    'signedIn',
  ),
  /** What is left out stays; `choices: null` goes back to the desk's. */
  'notification.updatePreferences': verb(
    'notificationPreferences',
    {
      choices: choices.nullable().optional(),
      quiet: z.strictObject({ from: clockTime, to: clockTime }).nullable().optional(),
      zone: zone.nullable().optional(),
      digest: z.enum(digests).optional(),
      digestAt: clockTime.optional(),
      sound: z.boolean().optional(),
    },
    'signedIn',
  ),
  /** What holds for everybody who has not chosen. */
  'notification.updateDefaults': verb('notificationDefaults', {
    choices: choices.optional(),
    version: version.optional(),
  }),
  /** Sends the caller a test by every way that is on. */
  'notification.test': verb('notificationCount', {}, 'signedIn'),
  /** This browser takes messages by Web Push from now on; the same endpoint again is the same browser. */
  'notification.subscribe': verb(
    'notificationPreferences',
    {
      endpoint: z
        .url({ protocol: /^https$/ })
        .max(2000)
        .refine(url => !url.includes('@'), { params: { code: 'format' } }),
      p256dh: base64url(65),
      auth: base64url(16),
      name: line(100).optional(),
    },
    'signedIn',
  ),
  'notification.unsubscribe': verb('notificationPreferences', { subscriptionId: id }, 'signedIn'),
} as const

export const notificationReads = {
  'notification.list': readPage(
    'notification',
    { unread: z.boolean().optional(), order: z.enum(['newest', 'unread']).default('newest') },
    'signedIn',
  ),
  'notification.count': readOne('notificationCount', {}, 'signedIn'),
  'notification.preferences': readOne('notificationPreferences', {}, 'signedIn'),
  'notification.defaults': readOne('notificationDefaults', {}, 'signedIn'),
} as const

const shownChoices = z.record(z.enum(notificationKinds), z.record(z.enum(notificationWays), z.boolean()))

export const notificationRecords = {
  notification: z.object({
    id,
    kind: z.enum(notificationKinds),
    /** What happened, as a sentence in the reader's language. */
    text: z.string(),
    urgent: z.boolean(),
    /** How many alike it stands for. */
    count: z.int(),
    ticketId: id.nullable(),
    ticketNumber: z.string().nullable(),
    subject: z.string().nullable(),
    /** Where several wait: the department whose pool it is. */
    departmentId: id.nullable(),
    popup: z.boolean(),
    createdAt: z.string(),
    readAt: z.string().nullable(),
  }),
  /** 1000 means 999+. */
  notificationCount: z.object({ unread: z.int() }),
  notificationPreferences: z.object({
    choices: shownChoices,
    /** Whether any of it is the person's own choice. */
    own: z.boolean(),
    quiet: z.object({ from: z.string(), to: z.string() }).nullable(),
    zone: z.string().nullable(),
    digest: z.enum(digests),
    digestAt: z.string(),
    sound: z.boolean(),
    /** Where mails go; null when the person has no address. */
    email: z.string().nullable(),
    /** Whether this desk can send mail at all. */
    canMail: z.boolean(),
    /** The desk's public key, which a browser needs to subscribe. */
    pushKey: z.string(),
    subscriptions: z.array(z.object({ id, name: z.string(), endpoint: z.string(), createdAt: z.string() })),
  }),
  notificationDefaults: z.object({
    choices: shownChoices,
    version: z.int(),
    allowed: z.array(z.string()),
  }),
} as const

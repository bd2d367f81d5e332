import { z } from 'zod'
import { event, readOne, readPage, verb } from './catalogue.ts'
import { id, line, lines } from './shapes.ts'

/** When the customer is asked how it was (requirements 0.3): when the matter is solved, when it is closed, or never. */
export const surveyMoments = ['solved', 'closed', 'off'] as const
export type SurveyMoment = (typeof surveyMoments)[number]
export const surveyChannels = ['email', 'sms'] as const

/** Of a link in a mail. */
const token = line(100)

export const surveyVerbs = {
  /**
   * Asks the customer, once in a resolution cycle; `channels` are those by which the desk can send now. Does nothing
   * when the ticket is not resolved, was cancelled, or has been asked about already.
   */
  'survey.send': verb('survey', { ticketId: id, channels: z.array(z.enum(surveyChannels)).max(2) }),
  /**
   * The customer's answer, 5 is the best. `token` is of a survey's link, or of a link that follows the ticket. Until the
   * ticket is resolved the next time, another answer replaces the first; afterwards the cycle is over and it is refused.
   */
  'survey.answer': verb('survey', { token, score: z.int().min(1).max(5), comment: lines(2000).optional() }, 'anyone'),
} as const

export const surveyReads = {
  /** What the page behind a survey's link shows. */
  'survey.get': readOne('survey', { token }, 'anyone'),
  /** Of a ticket that one may see, the newest first. */
  'survey.list': readPage('survey', { ticketId: id }, 'signedIn'),
} as const

const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
const survey = { surveyId: id, cycle: z.int() }
/** On the ticket's topic. */
export const surveyEvents = {
  'survey.sent': event({ ...survey, channel: z.enum(surveyChannels) }),
  /** There was no way to reach the customer. */
  'survey.notSent': event({ ...survey, reason: z.string() }),
  /** `bad`: at most what the desk has set; `changes` are the ticket's. */
  'survey.answered': event({
    ...survey,
    score: z.int(),
    hasComment: z.boolean(),
    bad: z.boolean(),
    changes: z.array(change),
  }),
} as const

export const surveyRecord = z.object({
  id,
  ticketId: id,
  ticketNumber: z.string(),
  subject: z.string(),
  deskName: z.string(),
  /** The how-manieth resolution of the ticket this is about. */
  cycle: z.int(),
  /** Null: it was not sent, and `reason` says why. */
  channel: z.enum(surveyChannels).nullable(),
  reason: z.string().nullable(),
  /** What became of the sending: `queued`, `sent`, `failed` … */
  delivery: z.string().nullable(),
  sentAt: z.string(),
  score: z.int().nullable(),
  comment: z.string().nullable(),
  answeredAt: z.string().nullable(),
  /** Whether it can still be answered. */
  open: z.boolean(),
})

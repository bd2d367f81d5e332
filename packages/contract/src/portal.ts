import { z } from 'zod'
import { event, readOne, verb } from './catalogue.ts'
import { id, line, lines, version } from './shapes.ts'
import type { Status } from './states.ts'
import { surveyChannels, surveyMoments } from './surveys.ts'

/** The customers' side: its settings, and what its pages send and get. */

export const portalVerbs = {
  'portalSettings.update': verb('portalSettings', {
    surveyMoment: z.enum(surveyMoments).optional(),
    /** Scores up to this one are bad: the ticket is followed up. 0: none is. */
    badScore: z.int().min(0).max(4).optional(),
    /** How long the link of a survey works. */
    surveyDays: z.int().min(1).max(365).optional(),
    /** Whether customers can follow their tickets. */
    followEnabled: z.boolean().optional(),
    /** How long the links in our mails lead to the ticket. */
    linkDays: z.int().min(1).max(365).optional(),
    version: version.optional(),
  }),
  /** A code for whoever wants to follow this ticket, to the customer's contact point; by the page, never by people. */
  'portal.askCode': verb('ticket', { ticketId: id, channels: z.array(z.enum(surveyChannels)).max(2) }),
  /** Every link to this ticket that is out in the world stops working. */
  'ticket.revokeLinks': verb('ticket', { ticketId: id }),
} as const

export const portalReads = {
  'portalSettings.get': readOne('portalSettings', {}, 'signedIn'),
} as const

const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
export const portalEvents = {
  'portalSettings.updated': event({ changes: z.array(change) }),
  'portal.codeAsked': event({ channel: z.enum(surveyChannels) }),
  'portal.linksRevoked': event({}),
} as const

export const portalSettingsRecord = z.object({
  id,
  surveyMoment: z.enum(surveyMoments),
  badScore: z.int(),
  surveyDays: z.int(),
  followEnabled: z.boolean(),
  linkDays: z.int(),
  /** Where the links in our mails begin. */
  address: z.string(),
  version: z.int(),
  allowed: z.array(z.string()),
})

const number = line(40)
export const portalLimits = { files: 5, bytes: 25 * 1024 * 1024, body: 20_000 } as const

/** What the pages post; who asks is told by the token in the header `x-portal-token`. */
export const portalInputs = {
  code: z.strictObject({ number }),
  enter: z.strictObject({ number, code: line(20) }),
  say: z.strictObject({
    /** Made by the page, once for each message: sent twice, it is still one. */
    key: id,
    body: lines(portalLimits.body),
    attachmentIds: z.array(id).max(portalLimits.files).default([]),
  }),
  urge: z.strictObject({}),
  confirm: z.strictObject({}),
  object: z.strictObject({ key: id, words: lines(2000) }),
} as const

export interface PortalWelcome {
  deskName: string
  formEnabled: boolean
  followEnabled: boolean
  /** By which ways a code can reach the customer. */
  codeBy: readonly ('email' | 'sms')[]
}

export interface PortalEntrance {
  token: string
}

export type StationKey = 'submitted' | 'accepted' | 'processing' | 'solved' | 'closed'

export interface Station {
  key: StationKey
  at: string | null
  state: 'done' | 'current' | 'ahead'
}

/** What a ticket waits for, in the customer's words. */
export type Waiting =
  | 'acceptance'
  | 'us'
  | 'you'
  | 'others'
  | 'pause'
  | 'confirmation'
  | 'followUp'
  | 'nothing'
  | 'withdrawn'
  | 'ended'

export interface PortalFile {
  name: string
  mediaType: string
  size: number
  /** Where it is, for an hour. */
  url: string
  picture: boolean
}

export interface PortalMessage {
  id: string
  mine: boolean
  at: string
  body: string
  files: PortalFile[]
}

/** A ticket as its customer may see it: nothing that is said among ourselves. */
export interface PortalTicket {
  deskName: string
  number: string
  subject: string
  status: Status
  submittedAt: string
  stations: Station[]
  waiting: Waiting
  /** By when we want to have answered. */
  answerBy: string | null
  /** When it closes by itself. */
  closesAt: string | null
  messages: PortalMessage[]
  urge: { may: boolean; count: number; againAt: string | null }
  mayWrite: boolean
  /** Whether the customer is asked if it is solved. */
  mayConfirm: boolean
  mayObject: boolean
  survey: { score: number | null; comment: string | null } | null
}

/** After a message on what is closed for good there is another ticket, and a way to it. */
export interface PortalSaid {
  next: { number: string; token: string } | null
}

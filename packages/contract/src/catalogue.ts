import { z } from 'zod'

/** The record kinds that verbs and reads answer with. */
export type RecordName =
  | 'agent'
  | 'apiKey'
  | 'calendar'
  | 'call'
  | 'cannedReply'
  | 'category'
  | 'clock'
  | 'company'
  | 'counts'
  | 'customer'
  | 'delivery'
  | 'department'
  | 'dispatch'
  | 'draft'
  | 'event'
  | 'exportColumns'
  | 'fact'
  | 'field'
  | 'figurePolicy'
  | 'figureSeries'
  | 'figures'
  | 'file'
  | 'handover'
  | 'holidays'
  | 'health'
  | 'importPreview'
  | 'job'
  | 'jobRow'
  | 'macro'
  | 'mail'
  | 'mailbox'
  | 'message'
  | 'portalSettings'
  | 'notification'
  | 'notificationCount'
  | 'notificationDefaults'
  | 'notificationPreferences'
  | 'reckoning'
  | 'requestType'
  | 'robot'
  | 'role'
  | 'session'
  | 'settings'
  | 'slaPolicy'
  | 'sms'
  | 'smsAccount'
  | 'survey'
  | 'template'
  | 'ticket'
  | 'ticketGroups'
  | 'ticketHit'
  | 'timelineItem'
  | 'view'
  | 'workbook'

export interface VerbShape<I extends z.ZodType = z.ZodType> {
  kind: 'verb'
  input: I
  /** The record that the verb answers with, as it now stands. */
  answers: RecordName
  /** Who may call it: `anyone` needs no sign-in; `signedIn` needs no grant; `granted` needs one. */
  access: Access
}

export interface ReadShape<I extends z.ZodType = z.ZodType> {
  kind: 'read'
  input: I
  answers: RecordName
  /** `page`: {items, nextCursor}; `one`: the record itself. */
  form: 'page' | 'one'
  access: Access
  /** What a page tells beside its items. */
  beside?: Shape
}

export interface EventShape<P extends z.ZodType = z.ZodType> {
  kind: 'event'
  payload: P
}

export type Access = 'anyone' | 'signedIn' | 'granted'

type Shape = Record<string, z.ZodType>

/** A verb: everything that can be done. Its name is the URL, the permission, the rule action, the menu entry and the cause in the audit. */
export function verb<const N extends RecordName, S extends Shape>(answers: N, input: S, access: Access = 'granted') {
  return { kind: 'verb', input: z.strictObject(input), answers, access } as const
}

/** A read that answers with one record. */
export function readOne<const N extends RecordName, S extends Shape>(answers: N, input: S, access: Access = 'granted') {
  return { kind: 'read', form: 'one', input: z.strictObject(input), answers, access } as const
}

/** A read that answers with a page: {items, nextCursor}. Paging is by cursor only, without any cap on how far. */
export function readPage<const N extends RecordName, S extends Shape>(
  answers: N,
  input: S,
  access: Access = 'granted',
) {
  return pageBeside(answers, input, {}, access)
}

/** The same with something beside the items: {items, nextCursor, …}. */
export function pageBeside<const N extends RecordName, S extends Shape, const B extends Shape>(
  answers: N,
  input: S,
  beside: B,
  access: Access = 'granted',
) {
  return {
    kind: 'read',
    form: 'page',
    input: z.strictObject({
      ...input,
      cursor: z.string().max(500).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    answers,
    access,
    beside,
  } as const
}

/** An event: everything that happened. Payloads hold ids, short words and {field, from, to}; bodies go by reference. */
export function event<S extends Shape>(payload: S) {
  return { kind: 'event', payload: z.strictObject(payload) } as const satisfies EventShape
}
